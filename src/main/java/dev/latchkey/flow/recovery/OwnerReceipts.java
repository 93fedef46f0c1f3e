package dev.latchkey.flow.recovery;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.casefile.KeptStops;
import dev.latchkey.letter.CodeBeside;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.letter.OwnerSaid;
import dev.latchkey.letter.RecoveryNow;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.UnreadableBody;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.owner.OtherWriterReader.Writer;
import dev.latchkey.triage.words.QuestionMark;
import java.util.Optional;

/**
 * Tells an owner who wrote that their words are heard and who has them, and whoever wrote from
 * another address in their place. A machine is told nothing.
 */
public final class OwnerReceipts {
  private static final LetterKind NOTED = LetterKind.of(OwnerLetter.OwnerNoted.class);

  private final Letters letters;
  private final TokenIssuer issuer;

  public OwnerReceipts(Letters letters, TokenIssuer issuer) {
    this.letters = letters;
    this.issuer = issuer;
  }

  /**
   * Says where their words are, which are no plain denial.
   *
   * @param ordered the recovery had been ordered when the words came
   * @param told all staff are mailed them now
   * @param code what of a code stands beside them
   */
  void heard(
      FlowContext context,
      Ticket ticket,
      EmailAddress owner,
      Incoming mail,
      boolean ordered,
      boolean told,
      CodeBeside code) {
    answer(
        context,
        ticket,
        owner,
        mail,
        heard(context, ticket, owner, mail, ordered, false, told, code));
  }

  /**
   * Says that their yes is noted.
   *
   * @param told all staff are mailed it now
   */
  public void noted(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail, boolean told) {
    if (mail.triaged().kind().mayAnswer()) {
      letters.asItStandsToOwner(
          context,
          ticket,
          issuer.objection(context, ticket, owner),
          now -> noted(context, now, told),
          "mail " + mail.id());
    }
  }

  private static OwnerLetter.OwnerNoted noted(FlowContext context, Ticket ticket, boolean told) {
    boolean over = ticket.state().closed();
    boolean waits = !over && KeptStops.stand(context, ticket);
    return new OwnerLetter.OwnerNoted(
        context.nameOnRecord(ticket),
        !waits && !over,
        waits,
        AccountAlarm.stands(context, ticket),
        told,
        AccountAlarm.frozen(context, ticket));
  }

  /**
   * Tells an owner who said that it was not them where their words are, and what that means for the
   * account; and whoever wrote from another address in their place.
   */
  void denied(FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    answer(
        context,
        ticket,
        owner,
        mail,
        heard(context, ticket, owner, mail, false, true, true, CodeBeside.NONE));
  }

  private void answer(
      FlowContext context,
      Ticket ticket,
      EmailAddress owner,
      Incoming mail,
      OwnerLetter.OwnerHeard letter) {
    if (mail.triaged().kind().mayAnswer()) {
      letters.toOwner(
          context, ticket, issuer.objection(context, ticket, owner), letter, "mail " + mail.id());
      answerWriter(context, ticket, owner, mail, letter);
    }
  }

  /**
   * Tells the same to whoever wrote from another address than the owner's, with the owner's stop
   * word or to their reply address: they have read a letter to the owner. Nobody else's address is
   * believed than one that the mail server proved.
   *
   * @param ordered the recovery had been ordered when the denial came
   */
  void deniedElsewhere(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail, boolean ordered) {
    answerWriter(
        context,
        ticket,
        owner,
        mail,
        heard(context, ticket, owner, mail, ordered, true, true, CodeBeside.NONE));
  }

  private void answerWriter(
      FlowContext context,
      Ticket ticket,
      EmailAddress owner,
      Incoming mail,
      OwnerLetter.OwnerHeard letter) {
    mail.sender()
        .filter(writer -> !writer.equals(owner) && mail.mayBeAnswered(false))
        .filter(writer -> !writer.equals(ticket.requester()))
        // Another address of the account has the notices.
        .filter(writer -> context.account(ticket).filter(it -> it.registers(writer)).isEmpty())
        .ifPresent(
            writer ->
                letters.toOwner(
                    context,
                    ticket,
                    issuer.objection(context, ticket, owner).readBy(writer),
                    letter,
                    "mail " + mail.id()));
  }

  /**
   * @param ordered the recovery had been ordered when the words came
   * @param denied they said that it was not them
   * @param told all staff are mailed them now
   */
  private static OwnerLetter.OwnerHeard heard(
      FlowContext context,
      Ticket ticket,
      EmailAddress owner,
      Incoming mail,
      boolean ordered,
      boolean denied,
      boolean told,
      CodeBeside code) {
    return new OwnerLetter.OwnerHeard(
        context.nameOnRecord(ticket),
        new RecoveryNow(
            KeptStops.stand(context, ticket),
            context.work().tickets().wasCarriedOut(ticket.id()),
            ticket.state().closed(),
            ordered,
            AccountAlarm.frozen(context, ticket)),
        denied ? OwnerSaid.DENIAL : said(context, ticket, owner, mail),
        code,
        told);
  }

  private static OwnerSaid said(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    Writer writer = WritersPlace.of(mail);
    return new OwnerSaid(
        !AccountAlarm.stands(context, ticket),
        context.written(ticket.id()).stream()
            .filter(one -> one.letter().equals(NOTED))
            .anyMatch(one -> one.recipient().equals(owner.toString())),
        QuestionMark.isIn(mail.triaged().reply().strict()),
        writer == Writer.ANOTHER,
        writer == Writer.BEREAVED,
        unreadable(mail));
  }

  /** Why nobody can read a mail that holds something. */
  static Optional<UnreadableBody> unreadable(Incoming mail) {
    return mail.unreadable().filter(why -> why != UnreadableBody.EMPTY);
  }
}
