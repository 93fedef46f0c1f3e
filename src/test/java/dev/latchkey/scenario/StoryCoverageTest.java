package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What the stories tell taken together: nothing that the desk can do is left without one. */
@NullMarked
class StoryCoverageTest {
  private static final Pattern EXPECTED = Pattern.compile("(?m)^expect ([A-Z_]+) to ");
  private static final Pattern REACHED = Pattern.compile("(?m)^state \\S+ ([A-Z_]+)");
  private static final Pattern RECEIVED =
      Pattern.compile(
          "(?m)^receive (\\S+)(?: answering ([A-Z_]+) to .*)?\n(?:#.*\n)*outcome (\\S+)");

  /** A command of a story: by reply or by a mail of its own, and how it ended. */
  private record Used(Verb verb, boolean reply, boolean done) {}

  /** What only an account system that carries out resets itself can cause: see ExecutionTest. */
  private static final Set<String> OF_THE_ACTION =
      Set.of(
          "FREEZE_DONE",
          "FREEZE_FAILED",
          "SECURITY_FROZEN",
          "RESET_REFUSED",
          "RESET_UNANSWERED",
          "RESET_TOO_LATE",
          "APPROVAL_OUTDATED");

  @Test
  void eachLetterIsExpectedByAStory() throws IOException {
    assertThat(found(EXPECTED))
        .containsAll(
            LetterKind.all().stream()
                .map(LetterKind::name)
                .filter(letter -> !OF_THE_ACTION.contains(letter))
                .toList());
  }

  @Test
  void eachClosingStateIsReachedByAStory() throws IOException {
    assertThat(found(REACHED))
        .containsAll(
            Stream.of(TicketState.values()).filter(TicketState::closed).map(Enum::name).toList());
  }

  @Test
  void eachVerbIsDoneInAStory() throws IOException {
    assertThat(verbs(true)).containsExactlyInAnyOrder(Verb.values());
  }

  @Test
  void eachVerbThatCanFailIsRefusedInAStory() throws IOException {
    Set<Verb> always = Set.of(Verb.QUEUE, Verb.HELP);
    assertThat(verbs(false))
        .containsAll(Stream.of(Verb.values()).filter(verb -> !always.contains(verb)).toList());
  }

  private static Set<Verb> verbs(boolean done) throws IOException {
    return used().stream()
        .filter(used -> used.done() == done)
        .map(Used::verb)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Used> used() throws IOException {
    List<Used> used = new ArrayList<>();
    for (Path script : scripts()) {
      Matcher received = RECEIVED.matcher(Files.readString(script));
      while (received.find()) {
        String outcome = received.group(3);
        if (outcome.startsWith("COMMAND_")) {
          boolean reply = received.group(2) != null;
          boolean done = outcome.equals("COMMAND_DONE");
          verb(Conversation.mail(script.resolveSibling(received.group(1))))
              .ifPresent(verb -> used.add(new Used(verb, reply, done)));
        }
      }
    }
    return used;
  }

  /** The verb that the first line of a mail begins with. */
  private static Optional<Verb> verb(String mail) {
    String first =
        mail.substring(mail.indexOf("\n\n")).strip().split("[^A-Za-z/]")[0].replace("/", "");
    return Stream.of(Verb.values())
        .filter(verb -> verb.name().equals(first.toUpperCase(Locale.ROOT)))
        .findFirst();
  }

  private static Set<String> found(Pattern pattern) throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path script : scripts()) {
      Matcher match = pattern.matcher(Files.readString(script));
      while (match.find()) {
        found.add(match.group(1));
      }
    }
    return found;
  }

  private static List<Path> scripts() throws IOException {
    try (Stream<Path> folders = Files.list(Conversation.STORIES)) {
      return folders.map(folder -> folder.resolve("script.txt")).sorted().toList();
    }
  }
}
