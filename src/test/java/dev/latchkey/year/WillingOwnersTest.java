package dev.latchkey.year;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.accounts.CodeSystem;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.year.SimulatedDesk.Came;
import dev.latchkey.year.SimulatedDesk.Sent;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The real requests for a recovery, each by the owner of an account of another shape, who does what
 * the letters ask for: whoever can prove anything gets the account back, and what proves little
 * waits for people and time.
 */
class WillingOwnersTest {
  private static final Duration SHORT = Duration.ofSeconds(47);
  private static final Duration BETWEEN = Duration.ofMinutes(7);

  private static final String COLUMNS =
      "name,addresses,second_factor,critical,published,second_factor_changed,language,links,keys,"
          + "co_owners,profile";

  /** So many write before those before them answer. */
  private static final int AT_ONCE = 20;

  private static final Duration HALF_DAY = Duration.ofHours(12).plusNanos(411_137_213);
  private static final int HALF_DAYS = 72;

  private final Map<String, WillingOwner> byAddress = new HashMap<>();
  private final Map<WillingOwner, Long> tickets = new HashMap<>();
  private final Deque<Sent> unread = new ArrayDeque<>();
  private final ReadyStaff staff = new ReadyStaff();

  /** Names two accounts in one mail, and the account of the script is neither. */
  private static final String NAMES_TWO = "r049 ";

  /**
   * Says that a colleague's mailbox is read who left: that is looked at by people, with a warning.
   */
  private static final String FOR_ANOTHER = "r250 ";

  /** Says that the owner is dead, which people look at first. */
  private static final String OWNER_DEAD = "r185 ";

  private static boolean isForPeople(String path) {
    return Stream.of(NAMES_TWO, FOR_ANOTHER, OWNER_DEAD).anyMatch(path::startsWith);
  }

  @Test
  void whoeverCanProveAnythingGetsTheAccountBack() throws Exception {
    Assumptions.assumeTrue(Corpus.isThere(), "no corpora here");
    List<WillingOwner> all = everybody();
    List<WillingEnd> ends = play(all);
    print(ends);
    assertThat(
            ends.stream()
                .filter(end -> !end.owner().shape().critical() && end.owner().shape().provable())
                .filter(end -> !end.recovered())
                .map(WillingEnd::path)
                .filter(path -> !isForPeople(path)))
        .as("owners who could prove something and did not get their account back")
        .isEmpty();
    assertThat(
            ends.stream()
                .filter(end -> end.owner().shape().critical())
                .filter(end -> end.owner().shape().provableThrice())
                .filter(end -> !end.recovered())
                .map(WillingEnd::path))
        .as("owners of critical accounts with three groups who did not get them back")
        .isEmpty();
    List<WillingEnd> recovered = ends.stream().filter(WillingEnd::recovered).toList();
    assertThat(
            recovered.stream()
                .filter(end -> end.groups().size() < 2 && !end.level().equals("SELF"))
                .filter(
                    end ->
                        end.recommended()
                            || end.approvers() < 2
                            || end.waited().compareTo(Duration.ofDays(7)) < 0)
                .map(WillingEnd::path))
        .as("recovered by one proof, with a recommendation, one approver or a short wait")
        .isEmpty();
    assertThat(
            recovered.stream()
                .filter(end -> end.owner().shape().critical() && end.groups().size() < 3)
                .map(WillingEnd::path))
        .as("critical accounts with less than three groups")
        .isEmpty();
    assertThat(recovered.stream().filter(end -> !end.owner().shape().provable())).isEmpty();
  }

  /** The shapes go round: whoever lost the mailbox takes the next one that fits. */
  private static List<WillingOwner> everybody() throws Exception {
    List<Shape> shapes = new ArrayList<>();
    List<WillingOwner> all = new ArrayList<>();
    for (JsonNode mail : Corpus.lines("requests/requests.jsonl")) {
      if (mail.get("label").path("is_recovery_request").asBoolean()) {
        if (shapes.size() < Shape.all().size()) {
          shapes.addAll(Shape.all());
        }
        WillingOwner owner = WillingOwner.of(mail, shapes, all.size());
        shapes.remove(owner.shape());
        all.add(owner);
      }
    }
    return all;
  }

  private List<WillingEnd> play(List<WillingOwner> all) throws Exception {
    AccountsFile accounts =
        new AccountsFile(COLUMNS, all.stream().map(owner -> owner.csv("")).toList());
    try (CodeSystem codes =
            new CodeSystem(
                all.stream().map(one -> one.who().account() + " " + one.savedCode()).toList());
        SimulatedDesk desk =
            new SimulatedDesk(
                WillingOwnersTest.class,
                accounts,
                Optional.of(codes),
                ReadyStaff.ADDRESSES,
                1000,
                Instant.parse("2026-03-02T09:00:00Z"))) {
      OwnersProofs proofs = new OwnersProofs(desk.places(), accounts);
      for (WillingOwner owner : all) {
        owner.addresses().forEach(address -> byAddress.put(address, owner));
        keep(desk.passes(BETWEEN));
        keep(desk.receive(owner.asks()));
        if (owner.number() % AT_ONCE == AT_ONCE - 1) {
          answerAll(desk, proofs);
        }
      }
      for (int half = 0; half < HALF_DAYS; half++) {
        keep(desk.passes(HALF_DAY));
        answerAll(desk, proofs);
      }
      return all.stream()
          .map(one -> new WillingEnd(one, Optional.ofNullable(tickets.get(one)).map(desk::ticket)))
          .toList();
    }
  }

  private void answerAll(SimulatedDesk desk, OwnersProofs proofs) throws IOException, SQLException {
    while (people(desk, proofs) || staff(desk)) {
      keep(desk.passes(SHORT));
    }
  }

  private void keep(Came came) {
    unread.addAll(came.letters());
    came.letters().forEach(staff::got);
  }

  /** They answer what lies in their mailboxes; false when it is nothing. */
  private boolean people(SimulatedDesk desk, OwnersProofs proofs) throws IOException, SQLException {
    Map<Long, Stand> stands = Stand.read(desk.column(Stand.ROWS));
    boolean any = false;
    while (!unread.isEmpty()) {
      Sent letter = unread.poll();
      Optional<WillingOwner> owner = reader(letter);
      if (owner.isPresent()) {
        long ticket = letter.ticketId().orElseThrow();
        // What began as an inquiry goes on as another ticket.
        tickets.put(owner.get(), ticket);
        TicketState state = Objects.requireNonNull(stands.get(ticket)).state();
        Optional<PersonMail> mail = owner.get().answer(letter, state, proofs);
        mail.ifPresent(desk::put);
        any |= mail.isPresent();
      }
    }
    return any;
  }

  private Optional<WillingOwner> reader(Sent letter) {
    return LostMailbox.isOf(letter.mail()) || letter.ticketId().isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(byAddress.get(letter.mail().recipient().toString()));
  }

  /** One after the other: an authenticator shows the same digits for half a minute. */
  private boolean staff(SimulatedDesk desk) throws SQLException {
    boolean any = false;
    for (Optional<Sent> next = staff.next(); next.isPresent(); next = staff.next()) {
      Sent letter = next.get();
      TicketState state = desk.ticket(letter.ticketId().orElseThrow()).ticket().state();
      Optional<PersonMail> mail = staff.answer(letter, state);
      if (mail.isPresent()) {
        keep(desk.passes(SHORT));
        keep(desk.receive(mail.get().at(desk.now())));
        any = true;
      }
    }
    return any;
  }

  private static void print(List<WillingEnd> ends) {
    Map<String, Long> recovered = new TreeMap<>();
    Map<String, Long> others = new TreeMap<>();
    for (WillingEnd end : ends) {
      Shape shape = end.owner().shape();
      if (end.recovered()) {
        recovered.merge(
            "%s%s, %d decisions, %d days"
                .formatted(
                    end.level(),
                    shape.critical() ? " critical" : "",
                    end.decisions(),
                    end.waited().toDays()),
            1L,
            Long::sum);
      } else {
        others.merge(
            "%s, %s, proofs of %s".formatted(end.state(), why(shape), new TreeSet<>(end.groups())),
            1L,
            Long::sum);
      }
    }
    line("requests", ends.size());
    line("recovered", ends.stream().filter(WillingEnd::recovered).count());
    recovered.forEach((what, count) -> line("recovered, " + what, count));
    others.forEach((what, count) -> line("not, " + what, count));
    ends.stream()
        .filter(end -> !end.recovered())
        .filter(
            end ->
                !end.state().equals(TicketState.IN_REVIEW.name())
                    || why(end.owner().shape()).endsWith("?"))
        .forEach(end -> line("why", end.path()));
  }

  /** Why an account is not to be had back. */
  private static String why(Shape shape) {
    if (!shape.critical()) {
      return shape.provable() ? "?" : "no good proof";
    }
    return shape.provableThrice() ? "critical ?" : "critical and no three groups of 16 points";
  }

  private static void line(String figure, Object value) {
    System.out.printf("willing  %-60s %s%n", figure, value);
  }
}
