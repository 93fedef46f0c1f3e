package dev.latchkey.year;

import dev.latchkey.mail.OutboundMail;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.year.SimulatedDesk.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/**
 * The people who ask for recoveries within a year, and the owners of their accounts: invented, each
 * with a habit. They read the letters that they get and answer as they are used to.
 */
final class Townsfolk {
  private static final List<String> LANGUAGES =
      List.of("en", "en", "en", "en", "en", "en", "de", "fr", "es", "pt", "zh", "ja");

  private static final List<String> CHATTER =
      List.of(
          "Any news?",
          "I forgot to say that I also maintain a small project for weather stations.",
          "Hello? Is anybody there?",
          "Please hurry, we have a release on Friday.",
          "Sorry for writing so often. Did you get my first mail?",
          "How is my request going?",
          "One more thing: my old laptop still has the sources, if that helps.");

  private final Map<String, Neighbour> byAddress = new HashMap<>();
  private final List<Neighbour> everybody = new ArrayList<>();
  private final Set<String> once = new HashSet<>();
  private final Agenda agenda = new Agenda();
  private final RandomGenerator random;
  private LongFunction<Optional<TicketState>> states = ticket -> Optional.empty();

  /** Somebody, and the habit that is theirs. */
  record Neighbour(Claimant who, Habit habit, Instant asks) {}

  Townsfolk(List<Instant> arrivals, RandomGenerator random) {
    this.random = random;
    for (int i = 0; i < arrivals.size(); i++) {
      Habit habit = Habit.any(random);
      Neighbour one = new Neighbour(claimant(i, habit), habit, arrivals.get(i));
      everybody.add(one);
      byAddress.put(one.who().address(), one);
      one.who().registered().forEach(address -> byAddress.putIfAbsent(address, one));
      agenda.plan(one.asks(), () -> Optional.of(first(one)));
      if (habit == Habit.RIVALLED) {
        Duration later = Duration.ofHours(20 + random.nextInt(50));
        agenda.plan(one.asks().plus(later), () -> Optional.of(rival(one)));
      }
    }
  }

  private Claimant claimant(int number, Habit habit) {
    String word = "p%04d".formatted(number);
    String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
    Set<String> reasons =
        switch (habit) {
          case LOST_MAILBOX -> Set.of("lost_email_access", "lost_2fa_device");
          case FORGETFUL -> Set.of("forgot_password");
          default -> Set.of("lost_2fa_device");
        };
    boolean lost = habit == Habit.LOST_MAILBOX;
    String home = word + (habit == Habit.FOREIGN ? "@owners.example" : "@people.example");
    List<String> registered = new ArrayList<>();
    registered.add(lost ? word + "@" + LostMailbox.DOMAIN : home);
    if (random.nextInt(10) < 4) {
      registered.add(word + "@other.example");
    }
    boolean published = registered.size() > 1 || random.nextInt(10) < 3;
    Claimant bare =
        new Claimant(
            word,
            language,
            "Account recovery request",
            "",
            habit != Habit.ELSEWHERE,
            word + "@people.example",
            "account-" + word,
            reasons,
            List.copyOf(registered),
            lost,
            published);
    return bare.saying(words(bare, habit));
  }

  private String words(Claimant who, Habit habit) {
    if (habit == Habit.ELSEWHERE) {
      return List.of(
              "Hello, how large may a file be that I upload? Ours has grown to 120 MB.",
              "The name linen-loom has been empty for nine years. May I have it for my project?",
              "My colleague died in spring. Who can publish fixes of her package now?")
          .get(random.nextInt(3));
    }
    String added =
        switch (habit) {
          case LOST_MAILBOX ->
              "\n\nI cannot read mail at my registered address any more, please use this one.";
          case IMPATIENT -> "\n\nHow long will this take?";
          default -> "";
        };
    AnswerStyle style = random.nextInt(10) < 7 ? AnswerStyle.FORM : AnswerStyle.PROSE;
    return style.write(who, "") + added;
  }

  private static PersonMail first(Neighbour one) {
    return PersonMail.fresh(one.who().address(), one.who().subject(), one.who().body());
  }

  private static PersonMail rival(Neighbour one) {
    return PersonMail.fresh(
        "rival-" + one.who().address(), "Account recovery", AnswerStyle.FORM.write(one.who(), ""));
  }

  /** Lines of the account system's file. */
  List<String> accounts() {
    return everybody.stream().map(one -> one.who().csv()).toList();
  }

  List<Neighbour> everybody() {
    return everybody;
  }

  /** What people know of a ticket: whether they are still asked for something. */
  void look(LongFunction<Optional<TicketState>> newStates) {
    states = newStates;
  }

  List<PersonMail> due(Instant now) {
    return agenda.due(now);
  }

  /** A letter lies in somebody's mailbox. */
  void got(Sent letter, Instant now) {
    Neighbour one = byAddress.get(letter.mail().recipient().toString());
    if (one == null || LostMailbox.isOf(letter.mail())) {
      return;
    }
    if (letter.kind().equals("CODE")) {
      code(one, letter, now);
    } else if (letter.kind().equals("NOTICE_BACK_IN")) {
      toClaimant(one, letter, now);
    } else if (letter.kind().startsWith("NOTICE")) {
      if (one.habit() == Habit.FOREIGN) {
        reply(one, letter, now, "I did not ask for this. Please stop it.", "objects");
      }
    } else if (letter.mail().recipient().toString().equals(one.who().address())) {
      toClaimant(one, letter, now);
    }
  }

  private void code(Neighbour one, Sent letter, Instant now) {
    if (one.habit() == Habit.FOREIGN) {
      reply(one, letter, now, "That was not me!", "objects");
    } else if (one.habit() != Habit.SILENT) {
      String code = LetterCode.ofOwner(letter.mail()).orElseThrow();
      plan(one, letter, now, () -> code + "\n\nHere you are.");
    }
  }

  private void toClaimant(Neighbour one, Sent letter, Instant now) {
    switch (letter.kind()) {
      case "QUESTION" ->
          plan(one, letter, now, () -> "I have had this account since 2021 and wrote it myself.");
      case "SELF_SERVICE" ->
          plan(one, letter, now, () -> random.nextInt(10) < 7 ? "it worked" : "it did not work");
      case "RECOVERED", "NOTICE_BACK_IN" -> {
        if (one.habit() == Habit.THANKFUL || random.nextInt(5) == 0) {
          plan(one, letter, now, () -> "Thank you so much for your help!");
        } else if (random.nextInt(20) == 0) {
          plan(one, letter, now, () -> "It still does not work, the login refuses me.");
        }
      }
      case "REJECTED" -> {
        if (random.nextInt(4) == 0) {
          plan(one, letter, now, () -> "Why? I can show you the invoice of my domain.");
        }
      }
      default -> {
        habits(one, letter, now);
        details(one, letter, now);
      }
    }
  }

  /** Answers the questions of a letter while the desk still waits for them. */
  private void details(Neighbour one, Sent letter, Instant now) {
    if (one.habit() == Habit.SILENT || letter.ticketId().isEmpty()) {
      return;
    }
    List<AnswerStyle> styles = List.of(AnswerStyle.values());
    AnswerStyle style = styles.get(random.nextInt(styles.size()));
    long ticket = letter.ticketId().get();
    agenda.plan(
        now.plus(delay(one)),
        () ->
            states.apply(ticket).filter(state -> state == TicketState.NEEDS_DETAILS).isPresent()
                    && once.add("details " + ticket + " " + letter.mail().messageId())
                ? Optional.of(answer(one, letter.mail(), style))
                : Optional.empty());
  }

  private static PersonMail answer(Neighbour one, OutboundMail letter, AnswerStyle style) {
    String body = style.write(one.who(), letter.body());
    return style == AnswerStyle.BETWEEN
        ? PersonMail.bare(one.who().address(), letter, body)
        : PersonMail.reply(one.who().address(), letter, body);
  }

  /** What somebody writes without being asked, once a ticket. */
  private void habits(Neighbour one, Sent letter, Instant now) {
    if (!once.add("habits " + one.who().id())) {
      return;
    }
    switch (one.habit()) {
      case CHATTY -> {
        for (int i = 0; i < CHATTER.size(); i++) {
          String words = CHATTER.get(i);
          Instant at = now.plus(Duration.ofMinutes(40 + 130L * i));
          boolean own = i % 3 == 0;
          agenda.plan(
              at,
              () ->
                  Optional.of(
                      own
                          ? PersonMail.fresh(one.who().address(), "My account", words)
                          : PersonMail.reply(one.who().address(), letter.mail(), words)));
        }
      }
      case IMPATIENT -> {
        for (int day = 4; day <= 20; day += 8) {
          remark(one, letter, now.plus(Duration.ofDays(day)), "How long will it take?");
        }
      }
      case RUDE -> {
        remark(
            one,
            letter,
            now.plus(Duration.ofDays(3)),
            "Are you asleep? This is ridiculous. Useless!");
        remark(
            one,
            letter,
            now.plus(Duration.ofDays(9)),
            "Nobody answers. I want to speak to a person.");
      }
      default -> {}
    }
  }

  private void remark(Neighbour one, Sent letter, Instant at, String words) {
    agenda.plan(at, () -> Optional.of(PersonMail.reply(one.who().address(), letter.mail(), words)));
  }

  private void reply(Neighbour one, Sent letter, Instant now, String words, String which) {
    if (once.add(which + " " + one.who().id())) {
      String from = letter.mail().recipient().toString();
      agenda.plan(
          now.plus(delay(one)), () -> Optional.of(PersonMail.reply(from, letter.mail(), words)));
    }
  }

  private interface Saying {
    String words();
  }

  private void plan(Neighbour one, Sent letter, Instant now, Saying saying) {
    if (one.habit() == Habit.SILENT) {
      return;
    }
    String from = letter.mail().recipient().toString();
    agenda.plan(
        now.plus(delay(one)),
        () -> Optional.of(PersonMail.reply(from, letter.mail(), saying.words())));
  }

  private Duration delay(Neighbour one) {
    return one.habit() == Habit.SLOW
        ? Duration.ofMinutes(18 * 60 + random.nextInt(4 * 24 * 60))
        : Duration.ofMinutes(15 + random.nextInt(11 * 60));
  }
}
