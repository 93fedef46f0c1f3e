package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.triage.TriagedMail;
import dev.latchkey.triage.command.CommandReading;
import dev.latchkey.triage.request.RequestReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Plays the conversations of {@code ../shared/corpora/reports}, where they are there: what real
 * servers and clients send, after reports of people who run mail desks.
 */
@NullMarked
class ReportsCorpusTest {
  private static final Path REPORTS = Path.of("../shared/corpora/reports");

  /** How many came out when this was last measured. */
  private static final int FLOOR = 114;

  private static final int TEXTS_CUT = 0;
  private static final int COMMANDS_HIDDEN = 0;
  private static final int REQUESTS_MISSED = 11;

  private static final String GROUPS =
      "intake: {groups: [help.desk.example, support@desk.example]}";

  /** What the desk of a play says beside the usual, by the play's folder and name. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "PR-06-support-address-is-a-google-group/a.play", GROUPS,
          "PR-06-support-address-is-a-google-group/b.play", GROUPS,
          "PR-07-from-rewritten-to-own-address/a.play", GROUPS,
          "PR-07-from-rewritten-to-own-address/b.play", GROUPS,
          "PR-11-contact-form/a.play", "intake: {forms: [noreply@website.example]}");

  /** Those that do not come out yet: what happens is told, not failed. */
  private static final Set<String> OPEN =
      Set.of("PR-20-names-in-from/e.play", "PR-33-forwarded-requests/a.play");

  private final Map<String, int[]> tally = new TreeMap<>();

  @BeforeAll
  static void onlyWithTheCorpora() {
    Assumptions.assumeTrue(Files.isDirectory(REPORTS), "no corpora here");
  }

  @TestFactory
  Stream<DynamicTest> everyConversationComesOut() throws IOException {
    List<Path> plays;
    try (Stream<Path> found = Files.walk(REPORTS)) {
      plays = found.filter(file -> file.toString().endsWith(".play")).sorted().toList();
    }
    return Stream.concat(
        plays.stream()
            .map(
                file -> {
                  String name = REPORTS.relativize(file).toString();
                  return DynamicTest.dynamicTest(name, () -> play(file, name));
                }),
        Stream.of(DynamicTest.dynamicTest("and no fewer than before", this::compare)));
  }

  /** What the staff write below a command; all of it is meant for whoever reads it. */
  @Test
  void staffWordsAreReadWhole() throws Exception {
    List<String> cut = new ArrayList<>();
    for (Path file : mails("PR-19-a-row-of-dashes/texts")) {
      String typed = Conversation.mail(file).replace("\r", "").replaceFirst("(?s).*?\n\n", "");
      String wanted = typed.substring(typed.indexOf('\n')).replaceAll("\\s+", " ").strip();
      if (!wanted.equals(words(read(file).commands()))) {
        cut.add(file.getFileName().toString());
      }
    }
    note("staff words", mails("PR-19-a-row-of-dashes/texts").size(), cut);
    assertThat(cut).hasSizeLessThanOrEqualTo(TEXTS_CUT);
  }

  /** What gateways set above a command. */
  @Test
  void bannersHideNoCommand() throws Exception {
    List<String> hidden = new ArrayList<>();
    for (Path file : mails("PR-23-gateway-adds-text/banners")) {
      if (!words(read(file).commands()).equals("Not theirs.")) {
        hidden.add(file.getFileName().toString());
      }
    }
    note("banners", mails("PR-23-gateway-adds-text/banners").size(), hidden);
    assertThat(hidden).hasSizeLessThanOrEqualTo(COMMANDS_HIDDEN);
  }

  /** Requests in the words of other desks, and variants of them. */
  @Test
  void requestsInOtherWordsAreUnderstood() throws Exception {
    List<String> missed = new ArrayList<>();
    Path folder = REPORTS.resolve("PR-29-requests-in-the-words-of-other-desks");
    int all = 0;
    for (String line : Files.readAllLines(folder.resolve("wanted.tsv"))) {
      String[] cells = line.split("\t", -1);
      RequestReading got = read(folder.resolve(cells[0])).request();
      Set<String> reasons = got.reasons().stream().map(r -> r.word()).collect(Collectors.toSet());
      Set<String> wanted = cells[3].isEmpty() ? Set.of() : Set.of(cells[3].split(" "));
      all++;
      if (!got.recovery() || !reasons.containsAll(wanted)) {
        missed.add(cells[0] + reasons);
      }
    }
    for (Path file : mails("PR-29-requests-in-the-words-of-other-desks/variants")) {
      RequestReading got = read(file).request();
      boolean named = !file.getFileName().toString().startsWith("d") || got.username().isPresent();
      all++;
      if (!got.recovery() || !named) {
        missed.add(file.getFileName() + "" + got.reasons() + got.username());
      }
    }
    note("requests in other words", all, missed);
    assertThat(missed).hasSizeLessThanOrEqualTo(REQUESTS_MISSED);
  }

  /** The words below the one command; empty when there is none. */
  private static String words(CommandReading reading) {
    return reading instanceof CommandReading.Commands found && found.commands().size() == 1
        ? found.commands().get(0).text().replaceAll("\\s+", " ").strip()
        : "";
  }

  private static TriagedMail read(Path file) throws Exception {
    String mail = Conversation.mail(file).replace("\r\n", "\n").replace("\n", "\r\n");
    return Desk.mails().read(new MailBytes(mail.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static List<Path> mails(String folder) throws IOException {
    try (Stream<Path> found = Files.list(REPORTS.resolve(folder))) {
      return found.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
    }
  }

  private static void note(String what, int all, List<String> missed) {
    System.out.println(what + ": " + (all - missed.size()) + "/" + all + ", not " + missed);
  }

  private void play(Path file, String name) throws Exception {
    int[] count = tally.computeIfAbsent(name.substring(0, name.indexOf('/')), key -> new int[2]);
    count[1]++;
    try {
      new Play(file, DemoPeople.accounts(), SETTINGS.getOrDefault(name, ""), getClass()).play();
      count[0]++;
    } catch (AssertionError e) {
      System.out.println("  " + name + ": " + String.valueOf(e.getMessage()).replace("\n", " "));
      if (!OPEN.contains(name)) {
        throw e;
      }
      Assumptions.abort(String.valueOf(e.getMessage()));
    }
  }

  private void compare() {
    tally.forEach((kind, count) -> System.out.println(kind + ": " + count[0] + "/" + count[1]));
    int whole = tally.values().stream().mapToInt(count -> count[0]).sum();
    System.out.println("reports: " + whole + " come out");
    assertThat(whole).isGreaterThanOrEqualTo(FLOOR);
  }
}
