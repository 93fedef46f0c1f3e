package dev.latchkey.flow.recovery;

import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.OwnCodes;
import dev.latchkey.flow.Targets;
import dev.latchkey.flow.casefile.CaseMessages;
import dev.latchkey.flow.casefile.OtherTickets;
import dev.latchkey.flow.casefile.UnsafeFiles;
import dev.latchkey.letter.DangersTold;
import dev.latchkey.letter.InquiryLetter;
import dev.latchkey.letter.InquiryMail;
import dev.latchkey.letter.InquirySoFar;
import dev.latchkey.letter.InquiryWriter;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.StandingLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.WorkLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.UnreadableBody;
import dev.latchkey.store.Message;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.reply.ForwardedText;
import dev.latchkey.triage.secret.SecretKind;
import dev.latchkey.trust.sender.SenderTrust;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Mails that ask for no recovery: the first answer to their writer, and how they reach the staff.
 */
public final class Inquiries {
  private static final int LINES = 200;

  /** Why one of the staff gets a mail. */
  private enum Occasion {
    NEW,
    ANSWERED_BEFORE,
    /** They wrote before, and wait for an answer. */
    FURTHER
  }

  private final Letters letters;
  private final Rota rota;
  private final CompromiseAlert alert;
  private final DeskSettings settings;
  private final Targets targets;
  private final Colleagues colleagues;

  public Inquiries(
      Letters letters,
      Rota rota,
      CompromiseAlert alert,
      DeskSettings settings,
      Targets targets,
      Colleagues colleagues) {
    this.colleagues = colleagues;
    this.letters = letters;
    this.rota = rota;
    this.alert = alert;
    this.settings = settings;
    this.targets = targets;
  }

  /** The first answer, by what it is about; and what to do when it cannot be read. */
  public void answer(
      FlowContext context, Ticket ticket, Incoming mail, Optional<UnreadableBody> unreadable) {
    if (!mail.mayBeAnswered(settings.answerUnproved())) {
      return;
    }
    if (unreadable.isPresent()) {
      // Once a day, however often they send it.
      letters.toRequester(
          context, ticket, new InquiryLetter.Unreadable(unreadable.get()), day(context));
      return;
    }
    answer(context, ticket, mail, false);
  }

  private void answer(FlowContext context, Ticket ticket, Incoming mail, boolean objects) {
    Set<SecretKind> secrets = Set.copyOf(mail.triaged().secrets());
    boolean named = ticket.concern() == Concern.QUESTION && OthersNamed.any(context, mail, ticket);
    RequesterLetter letter =
        ticket.concern() == Concern.COMPROMISED
            ? new InquiryLetter.Compromised(
                alert.hasContact(),
                DangersTold.of(DangerAlarm.dangers(ticket, mail, false)),
                Set.of(),
                false,
                secrets)
            : new InquiryLetter.InquiryReceived(
                ticket.concern(),
                objects,
                named,
                targets.of(ticket.concern(), ticket.language()),
                !objects
                    && !named
                    && (ticket.concern() == Concern.QUESTION || ticket.concern() == Concern.FROZEN),
                secrets);
    letters.toRequester(context, ticket, letter, objects ? "mail " + mail.id() : "opened");
  }

  /**
   * Puts the words of somebody before all staff who says that they did not ask for a recovery, and
   * tells them what would stop it.
   *
   * @param denied the recovery; nothing proves that its account is theirs
   */
  public void objection(FlowContext context, Ticket ticket, Incoming mail, Ticket denied) {
    if (mail.mayBeAnswered(settings.answerUnproved())) {
      answer(context, ticket, mail, true);
    }
    letters.toAllStaff(
        context,
        ticket,
        letter(context, ticket, mail, Optional.empty(), Occasion.NEW, Optional.of(denied)),
        "mail " + mail.id());
  }

  /** A receipt, once a day, for what nothing else answers. */
  public void confirm(FlowContext context, Ticket ticket, Incoming mail) {
    confirm(context, ticket, mail, day(context));
  }

  /** The same to who writes back to an answer: once for each of them, however many in a day. */
  public void confirmAgain(FlowContext context, Ticket ticket, Incoming mail) {
    confirm(context, ticket, mail, "mail " + mail.id());
  }

  private void confirm(FlowContext context, Ticket ticket, Incoming mail, String key) {
    if (mail.mayBeAnswered(settings.answerUnproved())) {
      letters.toRequester(context, ticket, StandingLetter.Received.ofInquiry(ticket.state()), key);
    }
  }

  private static String day(FlowContext context) {
    return "day " + context.now().atZone(ZoneOffset.UTC).toLocalDate();
  }

  /**
   * Puts an inquiry before one of the staff with all that they have not read of it.
   *
   * @param again it had been answered
   */
  public void putBeforeStaff(
      FlowContext context,
      Ticket ticket,
      Incoming mail,
      Optional<UnreadableBody> unreadable,
      boolean again) {
    Occasion why = again ? Occasion.ANSWERED_BEFORE : Occasion.NEW;
    putBeforeStaff(context, ticket, mail, unreadable, why, "mail " + mail.id());
  }

  /** The same of a further mail to an open one, once a day: the digest has what comes after. */
  public void putFurther(
      FlowContext context, Ticket ticket, Incoming mail, Optional<UnreadableBody> unreadable) {
    String key = "further " + day(context);
    putBeforeStaff(context, ticket, mail, unreadable, Occasion.FURTHER, key);
  }

  private void putBeforeStaff(
      FlowContext context,
      Ticket ticket,
      Incoming mail,
      Optional<UnreadableBody> unreadable,
      Occasion why,
      String key) {
    // What this mail says is kept when it has ended; staff whom an alarm told its words have them.
    context.afterwards(
        () -> {
          if (why != Occasion.FURTHER || !context.writesToStaff()) {
            letters.toStaff(
                context,
                ticket,
                rota.ofInquiry(context, ticket),
                letter(context, ticket, mail, unreadable, why, Optional.empty()),
                key);
          }
        });
  }

  private StaffLetter letter(
      FlowContext context,
      Ticket ticket,
      Incoming mail,
      Optional<UnreadableBody> unreadable,
      Occasion why,
      Optional<Ticket> denied) {
    EmailAddress writer = mail.sender().orElse(ticket.requester());
    boolean proved = mail.trust().level() == SenderTrust.Level.ALIGNED;
    List<String> before = new ArrayList<>();
    for (Message message : context.work().messages().ofTicket(ticket.id())) {
      if (message.unread() && message.mailId() != mail.id()) {
        CaseMessages.withoutCodes(message.words()).lines().forEach(before::add);
        before.add("");
      }
    }
    return new WorkLetter.Inquiry(
        ticket.concern(),
        denied.map(Ticket::reference).map(Reference::toString),
        new InquiryWriter(
            writer,
            denied
                .flatMap(context::account)
                .filter(account -> account.notifiable(context.now()).contains(writer))
                .isPresent(),
            proved,
            proved ? OtherTickets.ofRequester(context, ticket) : List.of(),
            colleagues.warning(
                mail.sender().orElse(ticket.requester()), mail.mail().fields("From"))),
        new InquirySoFar(
            why == Occasion.ANSWERED_BEFORE,
            why == Occasion.FURTHER,
            mail.mayBeAnswered(settings.answerUnproved()),
            targets.of(ticket.concern(), settings.staffLanguage())),
        OthersNamed.references(context, mail, ticket),
        new InquiryMail(
            unreadable,
            new Text(OwnCodes.subject(mail)),
            written(context, mail, why).limit(LINES).toList(),
            before.stream().limit(LINES).toList(),
            mail.triaged().mail().attachmentsToShow(),
            UnsafeFiles.of(mail.files(), writer.toString(), mail.claimed().receivedAt()).toList()));
  }

  /**
   * What was typed, and of a first mail what it forwards, with who wrote that: "see below" says
   * nothing by itself. Before each line of that stands the mark of quotes. What an answer to a
   * letter of ours quotes is that letter.
   */
  private static Stream<String> written(FlowContext context, Incoming mail, Occasion why) {
    Stream<String> typed = OwnCodes.typed(mail).lines();
    boolean ours = !mail.replyTokens().isEmpty() && !OwnCodes.typed(mail).isBlank();
    String forwarded =
        why == Occasion.NEW && !ours ? ForwardedText.withHead(mail.triaged().reply()) : "";
    return forwarded.isEmpty()
        ? typed
        : Stream.concat(
            typed,
            OwnCodes.without(context, forwarded)
                .lines()
                .map(line -> ("> " + line).stripTrailing()));
  }
}
