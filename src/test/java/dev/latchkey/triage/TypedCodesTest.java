package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.command.CodeReader;
import dev.latchkey.triage.mark.MailKind;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.reply.TrimmedReply.Line;
import dev.latchkey.triage.reply.TrimmedReply.Part;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A code above a letter of ours that came back without marks, and is not known, was typed. */
class TypedCodesTest {
  private static final String CODE = "XBSN-5FFC-OVIY-TCNZ";
  private static final String TYPED = "XBSN5FFCOVIYTCNZ";
  private static final String LETTER =
      """
      You? Please check: the first email you got from us names the same reference, LK-1001.
      If so, reply from this address, with this code at the top:

          XBSN-5FFC-OVIY-TCNZ

      The code is good until tomorrow.

      Example desk, help@desk.example
      Reference: LK-1001
      """;
  private static final String GERMAN =
      """
      Sie? Bitte prüfen Sie: unsere erste E-Mail an Sie nennt denselben Vorgang, LK-1001.
      Dann antworten Sie von dieser Adresse, mit diesem Code am Anfang:

          XBSN-5FFC-OVIY-TCNZ

      """;

  private static List<String> read(String text) {
    return new TypedCodes(new CodeReader())
        .read(
            new TypedCodes.Found("", List.of()),
            new TrimmedReply(
                text.lines().map(line -> new Line(line, Part.WRITTEN)).toList(), List.of()),
            "",
            MailKind.HUMAN,
            Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SHA-256",
        "UTF-8",
        "RFC-2119",
        "ISO-9001",
        "CVE-2024-30078",
        "AES-128",
        "GPT-4",
        "B-52",
        "LK-1002",
        "OPS-10012"
      })
  void whateverStandsAboveItThatLooksLikeAReference(String named) {
    String words =
        "Hello, my old notes say %s beside the account, and I do hope that this here is right:\n\n"
            .formatted(named);
    assertThat(read(words + CODE + "\n\n" + LETTER)).contains(TYPED);
  }

  @Test
  void thoseOfTheLetterAreNotTyped() {
    assertThat(read("Thank you.\n\n" + LETTER)).doesNotContain(TYPED);
    assertThat(read("Thank you.\n\n" + GERMAN + LETTER)).doesNotContain(TYPED);
  }
}
