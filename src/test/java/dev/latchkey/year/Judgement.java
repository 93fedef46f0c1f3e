package dev.latchkey.year;

import dev.latchkey.Authenticator;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the staff make of a ticket. Each of them acts once on what they see, and again only when a
 * later mail shows that it did not count.
 */
final class Judgement {
  private final Map<String, Instant> done = new HashMap<>();
  private final Set<Long> asked = new HashSet<>();

  /**
   * What lies before a member of staff.
   *
   * @param seen when it was written
   * @param words of the mail, or of the line of a digest
   */
  record Matter(
      String member,
      long ticket,
      Stand stand,
      String kind,
      Instant seen,
      String words,
      Optional<String> code) {

    boolean says(String phrase) {
      return words.toLowerCase(Locale.ROOT).contains(phrase);
    }

    boolean inDigest() {
      return kind.equals("DIGEST") || kind.equals("QUEUE");
    }
  }

  /**
   * A command about a ticket.
   *
   * @param rest the code, or words
   */
  record Command(long ticket, String verb, String rest) {
    boolean approves() {
      return verb.equals("APPROVE");
    }

    /** As the answer to a mail about this ticket. */
    String alone() {
      return approves()
          ? verb + " " + rest + " " + Authenticator.DIGITS
          : rest.isEmpty() ? verb : "%s LK-%d\n%s".formatted(verb, ticket, rest);
    }

    /** As one of the lines that answer a digest. */
    String line(boolean digits) {
      return "LK-%d %s %s%s"
          .formatted(ticket, verb, rest, digits ? " " + Authenticator.DIGITS : "")
          .strip();
    }
  }

  /** What somebody does about it; nothing where it is not theirs or is done. */
  Optional<Command> command(Matter matter, Instant now) {
    return meant(matter)
        .filter(
            command -> {
              // An approval is everybody's own; anything else is done by one of them.
              String who = command.approves() ? matter.member() : "";
              String key = matter.ticket() + " " + matter.stand() + " " + who;
              Instant before = done.getOrDefault(key, Instant.MIN);
              boolean again = matter.seen().isAfter(before);
              if (again) {
                done.put(key, now);
              }
              return again;
            });
  }

  private Optional<Command> meant(Matter matter) {
    long ticket = matter.ticket();
    return switch (matter.stand().state()) {
      case IN_REVIEW ->
          matter.inDigest() || matter.kind().equals("CASE") ? decision(matter) : Optional.empty();
      case EXECUTING ->
          matter.kind().equals("TASK")
              ? Optional.of(new Command(ticket, "DONE", ""))
              : Optional.empty();
      case CONTESTED ->
          Optional.of(
              new Command(
                  ticket,
                  "REJECT",
                  "We cannot tell whose account this is. Its owner may write to us."));
      case ON_HOLD ->
          matter.inDigest() || matter.words().contains("RESUME")
              ? Optional.of(new Command(ticket, "RESUME", ""))
              : Optional.empty();
      case INQUIRY ->
          matter.inDigest() || matter.words().contains("REPLY")
              ? Optional.of(
                  new Command(
                      ticket, "REPLY", "Thank you for your question. We have passed it on."))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<Command> decision(Matter matter) {
    long ticket = matter.ticket();
    boolean recommended =
        matter.says("approval is recommended") || matter.says("approval recommended");
    if (matter.code().isPresent() && (recommended || ticket % 4 > 0)) {
      return Optional.of(new Command(ticket, "APPROVE", matter.code().get()));
    }
    if (matter.inDigest() && matter.code().isEmpty() && !matter.says("cannot be approved")) {
      // They approved it themselves, and a colleague has to.
      return Optional.empty();
    }
    if (asked.add(ticket)) {
      return Optional.of(
          new Command(
              ticket, "ASK", "Is there anything else that shows that the account is yours?"));
    }
    return Optional.of(
        new Command(ticket, "REJECT", "What reached us does not prove that the account is yours."));
  }
}
