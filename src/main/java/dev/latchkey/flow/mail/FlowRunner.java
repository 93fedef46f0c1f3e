package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.ScanResult;
import dev.latchkey.store.ClaimedMail;
import dev.latchkey.store.EndedMail;
import dev.latchkey.store.Message.Standing;
import dev.latchkey.store.Message.Writer;
import dev.latchkey.store.UnitOfWork;
import dev.latchkey.store.UnsafeCopy;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.sender.SenderTrust;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Runs the flow of each mail of a batch within one transaction, and writes how each ended. */
public final class FlowRunner {
  private static final String REASON_SEEN = "its Message-ID was seen with other content";
  private final Addressees addressees;
  private final FlowPicker picker;
  private final Receipts receipts;
  private final PublicNames names;
  private final OtherHands otherHands;

  public FlowRunner(
      Addressees addressees,
      FlowPicker picker,
      Receipts receipts,
      PublicNames names,
      OtherHands otherHands) {
    this.addressees = addressees;
    this.picker = picker;
    this.receipts = receipts;
    this.names = names;
    this.otherHands = otherHands;
  }

  /** Ends a mail of which not even the header can be read; once an hour the staff hear of some. */
  public boolean beyondLimits(FlowContext context, ClaimedMail mail, String why) {
    context.beginMail(mail, Optional.empty(), true);
    otherHands.tellOfLimit(context, mail.id());
    context.endMail(
        EndedMail.unkept(mail, Outcome.MALFORMED.name(), why), Optional.<EmailAddress>empty());
    return true;
  }

  /** Runs the flows; how each mail ended, to be told when the transaction is committed. */
  public List<Handled> run(FlowContext context, List<Incoming> arrived) {
    List<Incoming> batch = names.chosen(context, arrived);
    UnitOfWork work = context.work();
    List<String> accounts = batch.stream().flatMap(mail -> mail.accountRead().stream()).toList();
    work.prefetch(
        batch.stream().flatMap(mail -> mail.replyTokens().stream()).toList(),
        batch.stream()
            .flatMap(mail -> Stream.of(mail.codes(), mail.carried().stopWords()))
            .flatMap(List::stream)
            .toList(),
        accounts,
        batch.stream().flatMap(mail -> mail.sender().stream()).toList());
    context.prefetchAccounts(accounts);
    Set<String> seen =
        new HashSet<>(
            work.findSeen(
                batch.stream().flatMap(mail -> mail.mail().messageId().stream()).toList()));
    return batch.stream().map(mail -> run(context, mail, seen)).toList();
  }

  private Handled run(FlowContext context, Incoming mail, Set<String> seen) {
    context.beginMail(
        mail.claimed(),
        mail.mail().identity(),
        mail.trust().level() != SenderTrust.Level.ALIGNED && mail.replyTokens().isEmpty());
    Addressee from = addressees.of(context, mail);
    Result result =
        mail.mail().messageId().filter(seen::contains).isPresent()
                && Copies.holds(context, mail, from)
            ? Result.without(Outcome.COPY_IGNORED, "the same mail again")
            : picker.run(context, mail, from);
    if (mail.mail().messageId().filter(seen::contains).isPresent()
        && Copies.refusedAgain(
            context, mail, from, result, Kept.words(context, from, result.reason()))) {
      context.unsayRefusal();
      result = Result.without(Outcome.COPY_IGNORED, "the same mail again, refused as before");
    }
    boolean echo =
        !(from instanceof Addressee.Staff)
            && !(from instanceof Addressee.Owner)
            && result.ticketId().filter(ticket -> Echo.is(context, mail, ticket)).isPresent();
    if (echo) {
      context.unsay();
      otherHands.tellOfEcho(context, mail);
    } else if (receipts.silent(mail)) {
      context.unsay();
    }
    otherHands.tellOfDanger(context, mail);
    boolean again = mail.mail().messageId().filter(id -> !seen.add(id)).isPresent();
    Optional<Ticket> ticket = result.ticketId().map(context.work().tickets()::load);
    Optional<Writer> writer = result.outcome().words().map(words -> writer(mail, from, ticket));
    Standing standing =
        ticket.isPresent() && (mail.saysNothingNew() || !result.news())
            ? Standing.NOTHING_NEW
            : result.outcome().words().orElse(Standing.NOTHING_NEW);
    boolean kept = standing == Standing.NEW && writer.filter(Writer.REQUESTER::equals).isPresent();
    boolean beside = context.work().messages().isUntold(mail.id());
    if (!echo && kept) {
      receipts.give(context, ticket.orElseThrow(), mail, result.outcome());
    } else if (!echo && beside) {
      receipts.passOn(context, ticket.orElseThrow(), mail, result.outcome());
    }
    String reason = Kept.words(context, from, reason(mail, result));
    context.endMail(
        ended(
            mail,
            new Result(result.outcome(), result.ticketId(), reason),
            again,
            writer,
            standing,
            Kept.words(context, from, mail.triaged().mail().subject()),
            Kept.words(context, from, mail.triaged().reply().generous())),
        mail.mail().identity());
    return new Handled(mail, new Result(outcome(mail, result), result.ticketId(), reason));
  }

  /** What can be read of its header only lies in quarantine, whatever was done about it. */
  private static Outcome outcome(Incoming mail, Result result) {
    return mail.malformed().isPresent() ? Outcome.MALFORMED : result.outcome();
  }

  private static String reason(Incoming mail, Result result) {
    return mail.malformed().orElse(result.reason());
  }

  /** For whom the desk takes the one who wrote it. */
  private static Writer writer(Incoming mail, Addressee from, Optional<Ticket> ticket) {
    if (from instanceof Addressee.Owner owner
        && owner.token().filter(VouchFlow::answers).isEmpty()) {
      return Writer.OWNER;
    }
    if (from instanceof Addressee.Claimant claimant) {
      return claimant.way() == Addressee.Way.ELSEWHERE ? Writer.STRANGER : Writer.REQUESTER;
    }
    boolean requesters =
        ticket
            .map(Ticket::requester)
            .filter(who -> mail.sender().filter(who::equals).isPresent())
            .isPresent();
    return requesters ? Writer.REQUESTER : Writer.STRANGER;
  }

  /** A mail and how it ended. */
  public record Handled(Incoming mail, Result result) {}

  private static EndedMail ended(
      Incoming mail,
      Result result,
      boolean messageIdSeen,
      Optional<Writer> writer,
      Standing standing,
      String subject,
      String written) {
    String reasons =
        String.join(
            "; ",
            Stream.of(
                    Stream.of(result.reason()),
                    mail.triaged().kind().why().stream(),
                    mail.trust().why().stream(),
                    Stream.of(messageIdSeen ? REASON_SEEN : ""))
                .flatMap(reason -> reason)
                .filter(reason -> !reason.isEmpty())
                .toList());
    return new EndedMail(
        mail.claimed(),
        mail.malformed().isPresent(),
        outcome(mail, result).name(),
        reasons,
        result.ticketId(),
        mail.mail().messageId(),
        mail.mail().identity().map(EmailAddress::toString),
        Optional.of(mail.triaged().kind().kind().word()),
        Optional.of(subject),
        Optional.of(written),
        writer,
        standing,
        mail.files(),
        unsafe(mail),
        decided(result, writer, unsafe(mail)));
  }

  /**
   * Commands of the staff, owners' answers, proofs. What holds a secret that nobody asked for is
   * kept nowhere.
   */
  private static boolean decided(
      Result result, Optional<Writer> writer, Optional<UnsafeCopy.Why> unsafe) {
    return result.ticketId().isPresent()
        && unsafe.isEmpty()
        && (result.outcome().decides() || writer.filter(Writer.OWNER::equals).isPresent());
  }

  /** Why the copy that its mailbox keeps has to go. */
  private static Optional<UnsafeCopy.Why> unsafe(Incoming mail) {
    if (mail.files().kind() == ScanResult.Kind.HARMFUL) {
      return Optional.of(UnsafeCopy.Why.HARMFUL);
    }
    if (!mail.triaged().secrets().isEmpty()) {
      return Optional.of(UnsafeCopy.Why.SECRET);
    }
    return mail.files().kind() == ScanResult.Kind.UNKNOWN
        ? Optional.of(UnsafeCopy.Why.UNSCANNED)
        : Optional.empty();
  }
}
