package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.OwnCodes;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.reply.InOwnersName;
import dev.latchkey.flow.reply.OwnMails;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.WorkLetter;
import dev.latchkey.letter.phrase.AlarmPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A mail of a person whose sender is no single plain address, or one that failed authentication. An
 * answer could reach somebody who wrote nothing, so there is none; the staff read it and decide.
 */
public final class NoIdentityFlow implements MailFlow<Addressee.Stranger> {
  private static final int LINES = 40;
  private final Letters letters;

  public NoIdentityFlow(Letters letters) {
    this.letters = letters;
  }

  @Override
  public Result run(FlowContext context, Incoming mail, Addressee.Stranger from) {
    Optional<EmailAddress> plain = mail.mail().identity();
    String claimed = String.join(", ", mail.mail().from());
    List<Ticket> owned = plain.map(who -> owned(context, mail, who)).orElse(List.of());
    plain.ifPresent(who -> InOwnersName.note(context, mail, who));
    List<Phrase> facts = new ArrayList<>();
    facts.add(new AlarmPhrase.ClaimsToBeFrom(claimed));
    facts.add(
        plain.isPresent() ? new AlarmPhrase.SenderUnproved() : new AlarmPhrase.NoPlainSender());
    owned.forEach(
        ticket -> facts.add(new AlarmPhrase.PerhapsOwner(plain.get(), ticket.reference())));
    facts.add(new AlarmPhrase.SeeMails(mail.id()));
    letters.alarm(
        context,
        // Of one claimed sender and recovery one a day; the others wait in the digest.
        Outcome.NO_IDENTITY
            + ":"
            + claimed
            + ":"
            + owned.stream().map(it -> it.reference() + ":").collect(Collectors.joining())
            + context.now().truncatedTo(ChronoUnit.DAYS),
        new WorkLetter.Alarm(
            new AlarmPhrase.MailUnanswered(),
            facts,
            new Text(OwnCodes.subject(mail)),
            OwnCodes.typed(mail).lines().limit(LINES).toList()));
    return Result.without(
        Outcome.NO_IDENTITY,
        plain.isPresent()
            ? "the sender failed authentication"
            : "From names no single plain address: " + mail.mail().faults());
  }

  /** Recoveries that it names, and that belong to the address that it claims. */
  private static List<Ticket> owned(FlowContext context, Incoming mail, EmailAddress claimed) {
    return OwnMails.named(context, mail)
        .filter(ticket -> OwnMails.isOwners(context, ticket, claimed))
        .toList();
  }
}
