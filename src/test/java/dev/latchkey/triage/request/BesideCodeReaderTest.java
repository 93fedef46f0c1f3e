package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.words.WordList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What stands beside codes: as varied as life where it says nothing, and where it says a lot. */
class BesideCodeReaderTest {
  @Test
  void fewHarmlessWordsAreLeftToAPerson() {
    List<String> mails = WordList.lines(BesideCodeReaderTest.class, "beside-code-harmless.tsv");
    List<String> left = mails.stream().filter(mail -> !unknown(mail).isEmpty()).toList();
    assertThat(mails).hasSizeGreaterThan(119);
    assertThat(left.size() * 100)
        .as("left to a person of %d: %s", mails.size(), left)
        .isLessThan(mails.size() * 15);
  }

  @Test
  void noDangerousWordsAreTakenForHarmless() {
    List<String> mails = WordList.lines(BesideCodeReaderTest.class, "beside-code-dangerous.tsv");
    assertThat(mails).hasSizeGreaterThan(59);
    assertThat(mails.stream().filter(mail -> unknown(mail).isEmpty())).isEmpty();
  }

  /** By the square of its length it would take ten minutes. */
  @Test
  @Timeout(20)
  void anEndlessWordTakesTheTimeOfItsLength() {
    BesideCodeReader reader = new BesideCodeReader(List.of("ada@mail.example"), List.of("ada"));
    assertThat(reader.unknown("x".repeat(400_000) + " code")).hasSize(1);
    assertThat(reader.unknown("a@".repeat(200_000) + " code")).isNotEmpty();
  }

  private static List<String> unknown(String line) {
    String[] cells = line.split("\t");
    String from = cells[0];
    String address = from.replaceAll(".*<|>.*", "");
    String account = address.substring(0, address.indexOf('@'));
    return new BesideCodeReader(List.of(from), List.of(account))
        .unknown(cells[1].replace("\\n", "\n"));
  }
}
