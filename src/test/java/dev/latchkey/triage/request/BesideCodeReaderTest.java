package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.words.WordList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands beside codes: as varied as life where it says nothing, and where it says a lot. */
class BesideCodeReaderTest {
  @Test
  void fewHarmlessWordsAreLeftToAPerson() {
    List<String> mails = WordList.lines(BesideCodeReaderTest.class, "beside-code-harmless.tsv");
    List<String> left = mails.stream().filter(mail -> !unknown(mail).isEmpty()).toList();
    left.forEach(mail -> System.out.println("left to a person: " + unknown(mail) + " of " + mail));
    assertThat(mails).hasSizeGreaterThan(119);
    assertThat(left.size() * 100).isLessThan(mails.size() * 15);
  }

  @Test
  void noDangerousWordsAreTakenForHarmless() {
    List<String> mails = WordList.lines(BesideCodeReaderTest.class, "beside-code-dangerous.tsv");
    assertThat(mails).hasSizeGreaterThan(59);
    assertThat(mails.stream().filter(mail -> unknown(mail).isEmpty())).isEmpty();
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
