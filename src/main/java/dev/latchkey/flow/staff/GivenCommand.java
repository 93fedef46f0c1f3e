package dev.latchkey.flow.staff;

import dev.latchkey.accounts.Account;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.OwnCodes;
import dev.latchkey.flow.casefile.CaseFile;
import dev.latchkey.flow.casefile.CaseMessages;
import dev.latchkey.flow.casefile.LeadingClaim;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.SafeText;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.ApprovalRemark;
import dev.latchkey.triage.command.StaffCommand;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.triage.reply.UnsignedWords;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.TokenPurpose;
import dev.latchkey.trust.staff.StaffMember;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A command that was given: by a member of staff, whose mail passed its gates, or by the operator.
 *
 * @param token of the mail that it answers; there for every command whose gates ask for one
 * @param file the ticket it is about; there whenever a token is, and where the command names one
 * @param factorStep when the six digits after the code were made; empty when they are not right
 */
record GivenCommand(
    FlowContext context,
    Giver giver,
    StaffCommand command,
    Optional<IssuedToken> token,
    Optional<CaseFile> file,
    OptionalLong factorStep) {
  private static final int LONGEST = 4000;

  /** Whose words somebody outside reads. */
  private static final Set<Verb> OUTWARD =
      EnumSet.of(Verb.ASK, Verb.REJECT, Verb.REPLY, Verb.REDIRECT);

  /** Under whose address it is kept; of the operator's that is the desk's own. */
  EmailAddress by() {
    return giver.address();
  }

  /** Whether a person of the staff gave it, who reads what became of it. */
  boolean byStaff() {
    return giver instanceof Giver.ByMail;
  }

  /** Who gave it and reads of it; the operator reads it where they are. */
  List<EmailAddress> reader() {
    return byStaff() ? List.of(by()) : List.of();
  }

  /** The mail of a command that comes by mail only. */
  Incoming mail() {
    return byMail().mail();
  }

  /** Who of the staff gave a command that comes by mail only. */
  StaffMember member() {
    return byMail().member();
  }

  private Giver.ByMail byMail() {
    return (Giver.ByMail) giver;
  }

  /** Whether the reply address that it came by is good for more than stopping. */
  boolean fresh() {
    return !byStaff()
        || token.filter(it -> it.usedAt().isEmpty() && !it.expired(context.now())).isPresent();
  }

  /** The case of a command that is about a ticket. */
  CaseFile loadFile() {
    return file.orElseThrow();
  }

  /** The case after a command that changed nothing of what it is weighed by. */
  CaseFile fileOf(Ticket changed) {
    return loadFile().of(changed);
  }

  /** The ticket of a command that is about one. */
  Ticket ticket() {
    return loadFile().ticket();
  }

  /** The ticket after the event; the history names who commanded it. */
  Ticket apply(TicketEvent event, String detail) {
    return context.apply(ticket(), event, cause(detail));
  }

  Cause cause(String detail) {
    return giver.cause(detail);
  }

  /** What they wrote, as others read it: a reason, a question, a note; or where to. */
  String words() {
    return withoutCodes(SafeText.cut(typed(), LONGEST));
  }

  /**
   * The same as it was typed, codes of ours included: to be looked at, never to be kept or sent. Of
   * what is meant for somebody outside, the signature of its writer is no part.
   */
  String typed() {
    if (command.text().isBlank()) {
      return command.argument().orElse("");
    }
    return byStaff() && OUTWARD.contains(command.verb())
        ? UnsignedWords.of(command.text(), mail().mail())
        : command.text();
  }

  /** What stands below a command with an argument, as it is kept; empty when nothing does. */
  String remark() {
    return withoutCodes(SafeText.cut(command.text(), LONGEST)).strip();
  }

  /** The same without the signature of its writer, who says nothing with it. */
  String unsignedRemark() {
    String unsigned = SafeText.cut(unsigned(), LONGEST);
    return byStaff() && ApprovalRemark.onlySigns(unsigned) ? "" : withoutCodes(unsigned).strip();
  }

  /** What stands below the command as it was typed, without the signature of its writer. */
  String unsigned() {
    return byStaff() ? UnsignedWords.below(command.text(), mail().mail()) : command.text();
  }

  /**
   * Words of theirs as they are kept for colleagues: without codes of ours, and without the one of
   * the mail that they answered.
   */
  String withoutCodes(String words) {
    return token
        .map(it -> OwnCodes.without(it, words))
        .orElseGet(() -> CaseMessages.withoutCodes(words));
  }

  /** The dedupe key of what is written because of this command. */
  String key() {
    return giver.key();
  }

  /** Who approved it in this round, but the one who commands. */
  Set<EmailAddress> otherApprovers() {
    return context.work().proofs().approvers(ticket().id(), ticket().round()).stream()
        .filter(approver -> !approver.equals(by()))
        .collect(Collectors.toSet());
  }

  /** The account's name as the account system writes it. */
  Optional<String> accountName() {
    return loadFile().account().map(Account::name);
  }

  /** Open tickets about the same account that lead, but this one. */
  List<Ticket> othersOfAccount() {
    return LeadingClaim.others(context, ticket());
  }

  /** Whether it answers what the staff were asked to carry out. */
  boolean answersTask() {
    return token.filter(it -> it.purpose() == TokenPurpose.TASK).isPresent();
  }

  /** The reply address it was sent to decides nothing more. */
  void useToken() {
    token.ifPresent(used -> context.work().tokens().save(used.used(context.now())));
  }
}
