package dev.latchkey.letter.phrase;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;

/** What an alarm is about. */
public sealed interface AlarmPhrase extends Phrase {

  /** A mail was kept and not answered. */
  record MailUnanswered() implements AlarmPhrase {}

  /** A member of staff approved as many as one may, and would have approved one more. */
  record ManyApprovals(EmailAddress member, int limit) implements AlarmPhrase {}

  /** One of those, and how it is stopped. */
  record ApprovedByThem(Reference reference) implements AlarmPhrase {}

  /** A mail was taken out of the inbox, and nothing of it is kept. */
  record MailNotKept() implements AlarmPhrase {}

  /** Its header section is larger than that of any mail that people write. */
  record HeaderTooLarge() implements AlarmPhrase {}

  /** A mail brought a result in the name of the desk's own mail server. */
  record ResultBrought() implements AlarmPhrase {}

  /** What an operator has to do about it. */
  record ResultLetThrough() implements AlarmPhrase {}

  /** A mail brought a file that a scanner calls harmful. */
  record FileBrought() implements AlarmPhrase {}

  /** What the scanner calls it. */
  record ScannerCalls(String name) implements AlarmPhrase {}

  /** What becomes of the mail. */
  record CopyDeleted() implements AlarmPhrase {}

  /** Its From names no single plain address. */
  record NoPlainSender() implements AlarmPhrase {}

  /** Its sender failed authentication. */
  record SenderUnproved() implements AlarmPhrase {}

  /** Whom its From names, as it stands there. */
  record ClaimsToBeFrom(String from) implements AlarmPhrase {}

  /** A list or a group passed it on, and its words are a request. */
  record RequestByList() implements AlarmPhrase {}

  /** It comes from the desk's own address, and its words are a request. */
  record RequestInOurName() implements AlarmPhrase {}

  /** It takes no answers, and its Reply-To names somebody else, as web forms do. */
  record WrittenByForm() implements AlarmPhrase {}

  /** It says what its sender said twice within the hour before. */
  record SaysTheSame() implements AlarmPhrase {}

  /** Where to read it. */
  record SeeMails(long mail) implements AlarmPhrase {}

  /** The address that a mail claims is registered for the account of that recovery. */
  record PerhapsOwner(EmailAddress address, Reference reference) implements AlarmPhrase {}
}
