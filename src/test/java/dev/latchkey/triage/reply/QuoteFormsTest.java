package dev.latchkey.triage.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.BodyText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of quoting that the fixtures beside this test name, in every shape of quote. */
class QuoteFormsTest {
  private static final String TYPED = "Yes, that account is mine.";
  private static final String BELOW = "And this I type below it.";
  private static final String COMMAND = "APPROVE K7Q2M4XA";
  private static final String QUOTED =
      "A case waits for you. The first line of your answer:\n\n" + COMMAND;

  @Test
  void introductionsOfEveryLanguageAreTakenOutWithTheQuoteBelowThem() {
    SoftAssertions all = new SoftAssertions();
    for (String introduction : introductions()) {
      for (String quote : List.of(marked(QUOTED), QUOTED)) {
        for (String gap : List.of("\n", "\n\n")) {
          String mail = TYPED + "\n\n" + introduction + gap + quote + "\n";
          expectOnly(all, introduction, mail, TYPED);
        }
      }
    }
    all.assertAll();
  }

  @Test
  void introductionsWrappedByTheNextServerAreStillTakenOut() {
    SoftAssertions all = new SoftAssertions();
    for (String introduction : introductions()) {
      for (int width : List.of(60, 72)) {
        String mail =
            TYPED + "\n\n" + wrap(introduction.replace('\n', ' '), width) + "\n\n" + QUOTED;
        expectOnly(all, introduction + " at " + width, mail, TYPED);
      }
    }
    all.assertAll();
  }

  @Test
  void whatIsTypedBelowAMarkedQuoteIsKeptInBothReadings() {
    SoftAssertions all = new SoftAssertions();
    for (String introduction : introductions()) {
      String mail = introduction + "\n" + marked(QUOTED) + "\n\n" + BELOW + "\n";
      expectOnly(all, introduction, mail, BELOW);
      all.assertThat(strict(mail)).as(introduction).contains(BELOW);
    }
    all.assertAll();
  }

  @Test
  void headerBlocksOfEveryLanguageTakeTheRestOfTheMail() {
    SoftAssertions all = new SoftAssertions();
    for (String block : paragraphs("headers.txt", "\n\n")) {
      for (String rule : List.of("", "________________________________\n", "-----\n\n")) {
        expectOnly(all, block, TYPED + "\n\n" + rule + block + "\n\n" + QUOTED, TYPED);
        expectOnly(all, block, TYPED + "\n" + rule + block + "\n" + QUOTED, TYPED);
        expectOnly(
            all,
            block,
            TYPED + "\n\n" + rule + block.replace("\n", "\n\n") + "\n\n" + QUOTED,
            TYPED);
      }
    }
    all.assertAll();
  }

  @Test
  void markersOfEveryLanguageTakeTheRestOfTheMail() {
    SoftAssertions all = new SoftAssertions();
    String block = "From: Nora Quill <nora@desk.example>\nDate: 2 Feb 2026 09:05\nSubject: x\n";
    for (String marker : lines("markers.txt")) {
      expectOnly(all, marker, TYPED + "\n\n" + marker + "\n" + block + "\n" + QUOTED, TYPED);
      expectOnly(
          all, marker, TYPED + "\n\n" + marker + "\n\n" + marked(block + "\n" + QUOTED), TYPED);
      all.assertThat(strict(TYPED + "\n\n" + marker + "\n\n" + QUOTED)).as(marker).isEqualTo(TYPED);
    }
    all.assertAll();
  }

  @Test
  void linesThatPhonesAddAreTakenOutAndTextBelowThemIsKept() {
    SoftAssertions all = new SoftAssertions();
    for (String device : lines("devices.txt")) {
      String generous = trim(TYPED + "\n\n" + device + "\n\n" + BELOW).generous();
      all.assertThat(generous).as(device).contains(TYPED, BELOW).doesNotContain(device);
    }
    all.assertAll();
  }

  @Test
  void whatPeopleTypeIsNeverLost() {
    SoftAssertions all = new SoftAssertions();
    for (String mail : paragraphs("typed.txt", "\n===\n")) {
      TrimmedReply reply = trim(mail);
      all.assertThat(reply.generous()).as("%s %s", mail, reply.why()).isEqualTo(mail.strip());
    }
    all.assertAll();
  }

  private static void expectOnly(SoftAssertions all, String form, String mail, String kept) {
    TrimmedReply reply = trim(mail);
    all.assertThat(reply.generous().strip()).as(form).isEqualTo(kept);
    all.assertThat(reply.strict()).as(form).doesNotContain(COMMAND);
    assertThat(reply.whole()).isEqualTo(BodyText.plain(mail).asString());
  }

  private static TrimmedReply trim(String mail) {
    return new ReplyTrimmer().trim(BodyText.plain(mail));
  }

  private static String strict(String mail) {
    return trim(mail).strict();
  }

  private static String marked(String text) {
    return "> " + text.replace("\n", "\n> ");
  }

  /** Breaks every line that is longer than {@code width}, as servers do: without quote marks. */
  static String wrap(String text, int width) {
    return Stream.of(text.split("\n", -1))
        .map(line -> wrapLine(line, width))
        .reduce((a, b) -> a + "\n" + b)
        .orElse("");
  }

  private static String wrapLine(String text, int width) {
    StringBuilder wrapped = new StringBuilder();
    int column = 0;
    for (String word : text.split(" ")) {
      if (column > 0 && column + word.length() >= width) {
        wrapped.append('\n');
        column = 0;
      } else if (column > 0) {
        wrapped.append(' ');
        column++;
      }
      wrapped.append(word);
      column += word.length();
    }
    return wrapped.toString();
  }

  static List<String> introductions() {
    return lines("introductions.txt").stream().map(line -> line.replace('⏎', '\n')).toList();
  }

  static List<String> lines(String resource) {
    return Stream.of(read(resource).split("\n")).filter(line -> !line.startsWith("# ")).toList();
  }

  static List<String> paragraphs(String resource, String between) {
    String text = read(resource);
    List<String> found = new ArrayList<>();
    for (String paragraph : text.split(between)) {
      String bare =
          paragraph.startsWith("# What") || paragraph.startsWith("# Header")
              ? Stream.of(paragraph.split("\n"))
                  .filter(line -> !line.startsWith("# "))
                  .reduce((a, b) -> a + "\n" + b)
                  .orElse("")
              : paragraph;
      found.add(bare.stripTrailing());
    }
    return found;
  }

  private static String read(String resource) {
    try (InputStream stream =
        Objects.requireNonNull(QuoteFormsTest.class.getResourceAsStream(resource))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** "5.12." is a day, and no time beside it: nobody's introduction of a quotation. */
  @ParameterizedTest
  @ValueSource(strings = {"HOLD until 5.12.", "HOLD bis 5.12.2026", "Ich komme am 5.12."})
  void aDayInFiguresAboveAnIntroductionWasTyped(String typed) {
    for (String between : List.of("\n", "\n\n")) {
      String mail =
          typed
              + between
              + "On Sat, Nov 28, 2026 at 10:30 AM Account desk <help@desk.example> wrote:\n\n"
              + "> Please answer.\n> Example desk\n";
      assertThat(new ReplyTrimmer().trim(BodyText.plain(mail)).strict()).isEqualTo(typed);
    }
  }
}
