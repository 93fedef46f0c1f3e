package dev.latchkey.year;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.Authenticator;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.store.TicketViews.TicketView;
import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.year.LaterMail.Moment;
import dev.latchkey.year.SimulatedDesk.Came;
import dev.latchkey.year.SimulatedDesk.Sent;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plays the corpora as conversations: every first mail, the answers to what the desk asks, the
 * codes from the registered addresses, the later mails at a moment that fits them, and a member of
 * staff who approves what can be approved.
 */
final class Replay implements AutoCloseable {
  static final String ALICE = "alice@staff.example";
  static final String BOB = "bob@staff.example";
  private static final Duration BETWEEN = Duration.ofMinutes(1);
  private static final Set<TicketState> OPEN =
      Set.of(TicketState.NEEDS_DETAILS, TicketState.SELF_SERVICE, TicketState.PROVING);

  private final Map<String, Claimant> claimants = new LinkedHashMap<>();
  private final Map<LaterMail, Claimant> later = new LinkedHashMap<>();
  private final Map<String, Long> tickets = new HashMap<>();
  private final Map<String, List<Sent>> mailboxes = new HashMap<>();
  private final ReplayFigures figures = new ReplayFigures();
  private final SimulatedDesk desk;

  Replay(Class<?> test) throws IOException, SQLException {
    for (String file : List.of("requests/requests.jsonl", "fresh/requests.jsonl")) {
      Corpus.lines(file).stream().map(Claimant::of).forEach(who -> claimants.put(who.id(), who));
    }
    for (String file : List.of("requests/followups.jsonl", "fresh/replies.jsonl")) {
      for (JsonNode mail : Corpus.lines(file)) {
        LaterMail one = LaterMail.of(mail);
        boolean twoAddresses = one.moment() != Moment.AT_THE_END && later.size() % 2 == 0;
        Claimant who = Claimant.byForm("w-" + one.id(), one.language(), twoAddresses);
        later.put(one, who);
        claimants.put(who.id(), who);
      }
    }
    Map<String, String> accounts = new LinkedHashMap<>();
    claimants
        .values()
        .forEach(who -> accounts.putIfAbsent(who.account().toLowerCase(Locale.ROOT), who.csv()));
    desk =
        new SimulatedDesk(
            test,
            List.copyOf(accounts.values()),
            List.of(ALICE, BOB),
            1000,
            Instant.parse("2026-03-02T09:00:00Z"));
  }

  /** From the first mail to the end of everything. */
  ReplayFigures play() throws SQLException {
    for (Claimant who : claimants.values()) {
      String from = objects(who) ? "mallory-" + who.address() : who.address();
      Came came = send(PersonMail.fresh(from, who.subject(), who.body()));
      came.ended().stream()
          .flatMap(ended -> ended.ticketId().stream())
          .findFirst()
          .ifPresent(ticket -> tickets.put(who.id(), ticket));
    }
    for (int round = 0; round < 2; round++) {
      keep(desk.passes(Duration.ofHours(2)));
      for (Claimant who : claimants.values()) {
        answer(who, round);
      }
    }
    laterMails(Moment.OWNER_GOT_A_CODE);
    laterMails(Moment.WHILE_PROVING);
    claimants.values().stream().filter(who -> !objects(who)).toList().forEach(this::returnCodes);
    askAndAnswer();
    keep(desk.passes(Duration.ofDays(2)));
    laterMails(Moment.IN_REVIEW);
    approveEverything();
    for (int half = 0; half < 18; half++) {
      keep(desk.passes(Duration.ofHours(12)));
    }
    tasks();
    laterMails(Moment.AT_THE_END);
    for (int half = 0; half < 40; half++) {
      keep(desk.passes(Duration.ofHours(12)));
    }
    count();
    return figures;
  }

  /** Somebody else asks for the account of this person, who objects or says that it was them. */
  private boolean objects(Claimant who) {
    return later.entrySet().stream()
        .anyMatch(
            one ->
                one.getValue().equals(who)
                    && one.getKey().moment() == Moment.OWNER_GOT_A_CODE
                    && one.getKey().label().equals("objection"));
  }

  private Came send(PersonMail mail) throws SQLException {
    keep(desk.passes(BETWEEN));
    Came came = desk.receive(mail.at(desk.now()));
    keep(came);
    figures.heard(mail, came, desk);
    return came;
  }

  private void keep(Came came) {
    for (Sent letter : came.letters()) {
      mailboxes
          .computeIfAbsent(letter.mail().recipient().toString(), who -> new ArrayList<>())
          .add(letter);
    }
  }

  private List<Sent> letters(String address) {
    return mailboxes.getOrDefault(address, List.of());
  }

  private Optional<OutboundMail> last(String address, String kind) {
    List<Sent> letters = letters(address);
    for (int i = letters.size() - 1; i >= 0; i--) {
      if (kind.isEmpty() || letters.get(i).kind().equals(kind)) {
        return Optional.of(letters.get(i).mail());
      }
    }
    return Optional.empty();
  }

  private Optional<TicketView> ticket(Claimant who) {
    return Optional.ofNullable(tickets.get(who.id())).map(desk::ticket);
  }

  /** Answers what the desk asked, in one of the ways in which people do. */
  private void answer(Claimant who, int round) throws SQLException {
    Optional<TicketView> before = ticket(who);
    Optional<OutboundMail> letter = last(who.address(), "");
    if (!who.recovery()
        || letter.isEmpty()
        || before.filter(t -> t.ticket().state() == TicketState.NEEDS_DETAILS).isEmpty()) {
      return;
    }
    List<AnswerStyle> styles = List.of(AnswerStyle.values());
    AnswerStyle style = styles.get(Math.floorMod(who.id().hashCode() + round, styles.size()));
    String body = style.write(who, letter.get().body());
    boolean quotes = style == AnswerStyle.BETWEEN;
    Came came =
        send(
            quotes
                ? PersonMail.bare(who.address(), letter.get(), body)
                : PersonMail.reply(who.address(), letter.get(), body));
    TicketView after = ticket(who).orElseThrow();
    Set<Question> asked = missing(before.get());
    Set<Question> left = missing(after);
    figures.answered(style, who, asked, left, came);
  }

  private Set<Question> missing(TicketView view) {
    return view.ticket().state() == TicketState.NEEDS_DETAILS
        ? view.ticket().answers().missing(desk.settings().desk().required())
        : Set.of();
  }

  private void returnCodes(Claimant who) {
    try {
      if (who.mailboxLost()) {
        giveUp(who);
        return;
      }
      for (String address : who.registered()) {
        Optional<OutboundMail> letter = last(address, "CODE");
        if (letter.isPresent()) {
          String code = LetterCode.ofOwner(letter.get()).orElseThrow();
          send(PersonMail.reply(address, letter.get(), code + "\n\nThanks!"));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** They have no other proof either, but show that they read the address that they write from. */
  private void giveUp(Claimant who) throws SQLException {
    Optional<OutboundMail> letter = last(who.address(), "PROOF_WANTED");
    if (letter.isPresent()) {
      String code = LetterCode.ofOwner(letter.get()).map(it -> it + "\n\n").orElse("");
      send(PersonMail.reply(who.address(), letter.get(), code + "I cannot do any of these."));
    }
  }

  private void askAndAnswer() throws SQLException {
    for (Map.Entry<LaterMail, Claimant> one : later.entrySet()) {
      Optional<Sent> theCase = caseOf(ALICE, one.getValue());
      if (one.getKey().moment() == Moment.AFTER_A_QUESTION && theCase.isPresent()) {
        send(
            PersonMail.reply(
                ALICE, theCase.get().mail(), "ASK\nPlease tell us a little more about yourself."));
      }
    }
    laterMails(Moment.AFTER_A_QUESTION);
  }

  private Optional<Sent> caseOf(String member, Claimant who) {
    List<Sent> cases =
        letters(member).stream()
            .filter(letter -> letter.kind().equals("CASE"))
            .filter(letter -> letter.ticketId().equals(Optional.ofNullable(tickets.get(who.id()))))
            .toList();
    return cases.isEmpty() ? Optional.empty() : Optional.of(cases.get(cases.size() - 1));
  }

  private void laterMails(Moment moment) throws SQLException {
    for (Map.Entry<LaterMail, Claimant> one : later.entrySet()) {
      LaterMail mail = one.getKey();
      if (mail.moment() == moment) {
        Claimant who = one.getValue();
        Optional<TicketView> before = ticket(who);
        Came came = send(mail(mail, who));
        figures.later(mail, before, ticket(who), came, waitsForStaff(came));
      }
    }
  }

  private boolean waitsForStaff(Came came) throws SQLException {
    for (SimulatedDesk.Ended ended : came.ended()) {
      if (!desk.column(
              "SELECT id FROM mail WHERE unread_since IS NOT NULL AND id = " + ended.mailId())
          .isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private PersonMail mail(LaterMail mail, Claimant who) {
    String address = who.registered().get(0);
    if (mail.moment() == Moment.OWNER_GOT_A_CODE) {
      return PersonMail.reply(address, last(address, "CODE").orElseThrow(), mail.text())
          .about(mail.subject());
    }
    String from = mail.author().equals("other") ? "colleague-of-" + who.address() : who.address();
    List<Sent> theirs =
        letters(who.address()).stream()
            .filter(letter -> !letter.kind().equals("CODE") && !letter.kind().startsWith("NOTICE"))
            .toList();
    return PersonMail.reply(from, theirs.get(theirs.size() - 1).mail(), mail.text());
  }

  private void approveEverything() throws SQLException {
    for (String member : List.of(ALICE, BOB)) {
      for (Claimant who : claimants.values()) {
        Optional<Sent> theCase = caseOf(member, who);
        Optional<String> code = theCase.flatMap(letter -> LetterCode.ofStaff(letter.mail()));
        boolean undecided =
            ticket(who).filter(one -> one.ticket().state() == TicketState.IN_REVIEW).isPresent();
        if (theCase.isPresent() && code.isPresent() && undecided) {

          send(
              PersonMail.reply(
                  member,
                  theCase.get().mail(),
                  "APPROVE " + code.get() + " " + Authenticator.DIGITS));
        }
      }
    }
  }

  private void tasks() throws SQLException {
    for (Sent task : List.copyOf(letters(ALICE))) {
      if (task.kind().equals("TASK")) {
        send(PersonMail.reply(ALICE, task.mail(), "DONE"));
      }
    }
  }

  private void count() {
    for (Claimant who : claimants.values()) {
      boolean letter = !letters(who.address()).isEmpty();
      Optional<TicketView> view = ticket(who);
      boolean finished =
          view.filter(
                  one ->
                      one.history().stream().anyMatch(row -> row.to() == TicketState.IN_REVIEW)
                          || one.ticket().state() == TicketState.RECOVERED)
              .isPresent();
      boolean open = view.filter(one -> OPEN.contains(one.ticket().state())).isPresent();
      figures.ended(who, view.map(one -> one.ticket().state()), finished, letter, open);
    }
  }

  @Override
  public void close() throws SQLException {
    desk.close();
  }
}
