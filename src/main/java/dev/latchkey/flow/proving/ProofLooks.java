package dev.latchkey.flow.proving;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.AskedProof;
import dev.latchkey.check.AskedProof.Standing;
import dev.latchkey.check.Evidence;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Policy;
import dev.latchkey.check.Warning;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.letter.EvidenceLetter;
import dev.latchkey.letter.Handover;
import dev.latchkey.letter.ProofWay;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.Unseen;
import dev.latchkey.proof.Obstacle;
import dev.latchkey.proof.PublicProof;
import dev.latchkey.proof.Sighting;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for proofs that were asked for, and keeps what was seen. */
public final class ProofLooks {
  /** So many marks stand around a word at most. */
  private static final int MOST_AROUND = 8;

  /** Marks that people set around a word. */
  private static final Pattern AROUND =
      Pattern.compile("^[\\p{Ps}\\p{Pi}\"'`*]+|[\\p{Pe}\\p{Pf}\"'`*.,;:!?]+$");

  private final Policy policy;
  private final List<PublicProof> proofs;
  private final WhoLooks who;
  private final PeopleLook people;
  private final ProofRecorder recorder;
  private final Proving proving;
  private final MoreProofs more;
  private final HandOver handOver;
  private final Letters letters;

  /** A look, and what it brought. */
  public record Look(AskedProof asked, Sighting sighting) {}

  public ProofLooks(
      Policy policy,
      List<PublicProof> proofs,
      ProofRecorder recorder,
      Proving proving,
      MoreProofs more,
      HandOver handOver,
      PeopleLook people,
      Letters letters) {
    this.policy = policy;
    this.people = people;
    this.proofs = List.copyOf(proofs);
    this.who = new WhoLooks(proofs);
    this.recorder = recorder;
    this.proving = proving;
    this.more = more;
    this.handOver = handOver;
    this.letters = letters;
  }

  /** Looks once, outside of any transaction; it may take some seconds. */
  public Look look(Optional<Account> account, AskedProof asked) {
    return new Look(asked, sighting(account, asked));
  }

  private Sighting sighting(Optional<Account> account, AskedProof asked) {
    if (account.isEmpty()) {
      return new Sighting.NotYet();
    }
    if (asked.kind() == EvidenceClass.PROFILE) {
      return account.get().profile().filter(text -> holds(text, asked.token())).isPresent()
          ? new Sighting.Seen(account.get().name(), Set.of())
          : new Sighting.NotYet();
    }
    return proofs.stream()
        .filter(proof -> proof.name().equals(asked.kind().name()))
        .findFirst()
        .map(proof -> proof.look(account.get(), asked.place(), asked.token()))
        .orElseGet(() -> new Sighting.CannotLook(Obstacle.NOT_ON_RECORD));
  }

  /**
   * As a word of its own: a longer run of letters may repeat what anybody wrote into an address or
   * a name.
   */
  private static boolean holds(String profile, String token) {
    return Stream.of(profile.split("[\\s\\p{Z}]+"))
        .filter(word -> word.length() <= token.length() + MOST_AROUND)
        .map(word -> AROUND.matcher(word).replaceAll(""))
        .anyMatch(token::equals);
  }

  /** Asks again for what was stopped, now that its ticket waits again. */
  public void askAgain(FlowContext context, long ticketId) {
    proving.askAgain(context, context.work().tickets().load(ticketId));
  }

  /** Keeps what was seen for a ticket, and tells its requester if they wait for it. */
  public void keep(FlowContext context, List<Look> looks) {
    Ticket ticket = context.work().tickets().load(looks.get(0).asked().ticketId());
    List<Look> current =
        looks.stream()
            .filter(look -> stillOpen(context, look.asked()))
            .map(look -> judged(context, ticket, look))
            .toList();
    if (current.isEmpty()) {
      return;
    }
    if (!ticket.accepts(TicketEvent.EVIDENCE_RECORDED)) {
      context.work().askedProofs().stop(ticket.id());
      return;
    }
    boolean seen = false;
    Ticket next = ticket;
    for (Look look : current) {
      if (look.sighting() instanceof Sighting.Seen sighting) {
        seen = true;
        next = record(context, next, look.asked(), sighting);
      } else if (stillOpen(context, look.asked())) {
        // What was just seen may have closed it: one of its group is enough.
        goOn(context, look.asked());
      }
    }
    if (seen) {
      proving.goOn(context, ticket, next, "version " + next.version());
      return;
    }
    if (current.stream().anyMatch(look -> over(context, look.asked()))) {
      next =
          proving.givenUp(
              context,
              context.apply(
                  next, TicketEvent.PROOF_GIVEN_UP, Cause.desk("nothing was seen in time")));
    }
    if (next.state() != ticket.state()
        || current.stream().noneMatch(look -> look.asked().awaited())) {
      return;
    }
    if (current.stream().map(Look::asked).anyMatch(one -> one.awaited() && who.people(one))) {
      // The desk looked when they said so, and leaves it to people since.
      if (next.accepts(TicketEvent.HANDED_OVER)) {
        people.tell(context, next, Cause.desk("a proof that only people look for"), "people look");
      }
      return;
    }
    notSeen(context, next, current);
  }

  /** Its time is over; whoever said just before that it is there has till the next look. */
  private static boolean over(FlowContext context, AskedProof asked) {
    return !asked.awaited() && !context.now().isBefore(asked.until());
  }

  /** What was seen at a place that was not on record long enough before the request is nothing. */
  private Look judged(FlowContext context, Ticket ticket, Look look) {
    return look.sighting() instanceof Sighting.Seen && !more.counts(context, ticket, look.asked())
        ? new Look(look.asked(), new Sighting.CannotLook(Obstacle.TOO_NEW))
        : look;
  }

  private static boolean stillOpen(FlowContext context, AskedProof asked) {
    return context.work().askedProofs().of(asked.ticketId()).stream()
        .anyMatch(
            now -> now.open() && now.kind() == asked.kind() && now.place().equals(asked.place()));
  }

  private static void put(FlowContext context, AskedProof asked) {
    context.work().askedProofs().put(asked);
  }

  /** The next look, or the end of its time. */
  private void goOn(FlowContext context, AskedProof asked) {
    Instant now = context.now();
    boolean askedAgain =
        context.work().askedProofs().of(asked.ticketId()).stream()
            .anyMatch(row -> row.kind() == asked.kind() && row.awaited() && !asked.awaited());
    if (askedAgain) {
      return;
    }
    if (over(context, asked)) {
      put(context, asked.ended(Standing.PASSED));
      return;
    }
    if (asked.awaited() && who.people(asked)) {
      Instant later = now.plus(policy.times().proving());
      put(context, asked.until(later).looking(later, true));
      return;
    }
    Instant next = now.plus(policy.times().look());
    if (!now.isBefore(asked.until())) {
      put(context, asked.until(next).looking(next, false));
      return;
    }
    put(context, asked.looking(next.isAfter(asked.until()) ? asked.until() : next, false));
  }

  private Ticket record(
      FlowContext context, Ticket ticket, AskedProof asked, Sighting.Seen sighting) {
    if (!sighting.oddities().isEmpty()) {
      context.warn(ticket, Warning.Kind.LINK_MOVED, sighting.where());
    }
    return recorder.record(
        context,
        ticket,
        new Evidence(asked.kind(), sighting.where(), context.now(), OptionalLong.empty()),
        Cause.desk(asked.kind() + " " + sighting.where()));
  }

  /**
   * What stands in the way is told; where only a person can see it, a person looks. Before anything
   * was proved the words are the same for every account, and for none.
   */
  private void notSeen(FlowContext context, Ticket ticket, List<Look> looks) {
    boolean person =
        looks.stream()
            .anyMatch(
                look ->
                    look.sighting() instanceof Sighting.CannotLook cannot
                        && forPerson(why(cannot.why())));
    boolean answers = looks.stream().anyMatch(look -> look.sighting() instanceof Sighting.NotYet);
    boolean named = OpenProofs.named(context, ticket);
    if (named && person && !answers && ticket.accepts(TicketEvent.HANDED_OVER)) {
      handOver.toStaff(
          context,
          ticket,
          TicketEvent.HANDED_OVER,
          Cause.desk("a proof that only a person can see"),
          Handover.PROOF_UNSEEN,
          Text.NONE);
      return;
    }
    OpenProofs.renew(context, ticket, policy.times().proving());
    letters.toRequester(
        context,
        ticket,
        new EvidenceLetter.ProofNotSeen(
            named
                ? looks.stream().map(ProofLooks::sentence).toList()
                : List.of(new ProofWay.NotSeenAnywhere()),
            looks.get(0).asked().token(),
            OpenProofs.till(context, looks.get(0).asked()),
            policy.times().look(),
            false),
        "look " + context.now());
  }

  private static boolean forPerson(Unseen why) {
    return why != Unseen.LEADS_AWAY && why != Unseen.TOO_NEW;
  }

  private static ProofWay sentence(Look look) {
    Unseen why =
        look.sighting() instanceof Sighting.CannotLook cannot
            ? why(cannot.why())
            : Unseen.NOT_THERE;
    return new ProofWay.NotSeenAt(look.asked().place(), why);
  }

  private static Unseen why(Obstacle obstacle) {
    return switch (obstacle) {
      case NO_SUCH_HOST, AWAY, BAD_CERTIFICATE, LEADS_IN_CIRCLES, UNREADABLE, TOO_LARGE ->
          Unseen.AWAY;
      case CLOSED, NOT_ON_RECORD, LEFT_TO_PEOPLE -> Unseen.CLOSED;
      case NOT_PUBLIC, LEADS_AWAY, OTHER_OWNER -> Unseen.LEADS_AWAY;
      case TOO_NEW -> Unseen.TOO_NEW;
    };
  }
}
