package dev.latchkey.flow.reply;

import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.CaseMessages;
import dev.latchkey.flow.proving.SavedCodeOffers;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.letter.CodeFault;
import dev.latchkey.letter.EvidenceLetter;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.LooseCodes;
import dev.latchkey.triage.remark.CodeFileReader;
import dev.latchkey.trust.secret.TokenPurpose;
import java.util.Optional;

/**
 * A code that was sent and that the desk cannot read: whoever sent it is told what is wrong with it
 * and how it is sent, instead of that nothing came.
 */
public final class UnreadCodes {
  private final DeskSettings settings;
  private final Letters letters;
  private final SavedCodeOffers codes;

  UnreadCodes(DeskSettings settings, Letters letters, SavedCodeOffers codes) {
    this.settings = settings;
    this.letters = letters;
    this.codes = codes;
  }

  /** What hinders us from reading the code in a mail; empty where none seems to be meant. */
  static Optional<CodeFault> in(Incoming mail) {
    String written = mail.triaged().reply().strict();
    if (ShownCode.in(mail) || LooseCodes.shown(written)) {
      return Optional.of(CodeFault.UNREADABLE);
    }
    if (mail.holdsMoreThanWords() && CodeFileReader.inFile(written)) {
      return Optional.of(CodeFault.IN_FILE);
    }
    return mail.triaged().codes().isEmpty() && CodeFileReader.announced(written)
        ? Optional.of(CodeFault.MISSING)
        : Optional.empty();
  }

  /** The same of a mail that holds next to nothing else: words of an owner stop what goes on. */
  public static Optional<CodeFault> alone(Incoming mail) {
    return in(mail).filter(fault -> CodeWords.beside(mail).isEmpty());
  }

  /**
   * Keeps a requester's mail and tells them of the code that we could not read in it; empty where
   * there is none, or none is waited for.
   */
  Optional<Result> run(FlowContext context, Ticket ticket, Incoming mail) {
    Optional<CodeFault> fault = in(mail);
    boolean named =
        CodeFileReader.ofSaved(CaseMessages.withoutCodes(mail.triaged().reply().strict()));
    boolean ours = !named && waitsForOurs(context, ticket, mail);
    boolean missing = fault.filter(CodeFault.MISSING::equals).isPresent();
    if (fault.isEmpty()
        || mail.triaged().savedCodes() > 0
        || holdsOurs(context, ticket, mail)
        || !ticket.accepts(TicketEvent.EVIDENCE_RECORDED)
        || !(ours || (!missing && codes.wanted(context, ticket)))) {
      return Optional.empty();
    }
    Ticket kept = context.apply(ticket, TicketEvent.MAIL_ADDED, Written.cause(mail, ticket));
    if (mail.mayBeAnswered(settings.answerUnproved())) {
      if (ours || codes.checked()) {
        letters.toRequester(
            context, kept, new EvidenceLetter.CodeUnread(fault.get(), !ours), Written.key(mail));
      } else if (named) {
        codes.explain(context, kept);
      }
    }
    if (StatusQuestion.asks(mail)) {
      context.work().messages().untold(mail.id());
    }
    return Optional.of(Result.of(Outcome.KEPT_WITH_TICKET, kept, "a code that nobody can read"));
  }

  /** Whether a code of ours was read in it: it counted before we got here. */
  private static boolean holdsOurs(FlowContext context, Ticket ticket, Incoming mail) {
    return context.work().tokens().ofTicket(ticket.id()).stream()
        .anyMatch(token -> token.codeHash().filter(mail::typed).isPresent());
  }

  /** Whether a code of ours is out to the very address that writes. */
  private static boolean waitsForOurs(FlowContext context, Ticket ticket, Incoming mail) {
    return context.work().tokens().ofTicket(ticket.id()).stream()
        .filter(
            token ->
                token.purpose() == TokenPurpose.PROVE || token.purpose() == TokenPurpose.CONFIRM)
        .filter(token -> token.usedAt().isEmpty() && !token.expired(context.now()))
        .anyMatch(token -> mail.sender().filter(token.recipient()::equals).isPresent());
  }
}
