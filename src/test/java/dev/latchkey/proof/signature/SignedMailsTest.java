package dev.latchkey.proof.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.accounts.BoundKey;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Mails that gpg and ssh-keygen signed, and what {@code expected.txt} says of each. */
class SignedMailsTest {

  @TestFactory
  Stream<DynamicTest> everyMailIsJudgedAsExpected() throws IOException {
    List<BoundKey> keys = SignedMails.keys();
    return expected().entrySet().stream()
        .map(
            mail ->
                dynamicTest(
                    mail.getKey(),
                    () ->
                        assertThat(
                                SignedMails.word(
                                    SignedMails.look(SignedMails.mail(mail.getKey()), keys)))
                            .isEqualTo(mail.getValue())));
  }

  @Test
  void everyMailStandsInTheTable() throws IOException {
    assertThat(expected().keySet())
        .containsExactlyInAnyOrderElementsOf(
            SignedMails.files().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".eml"))
                .map(name -> name.substring(0, name.length() - ".eml".length()))
                .toList());
  }

  private static Map<String, String> expected() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (String line : Files.readAllLines(SignedMails.FILES.resolve("expected.txt"))) {
      if (!line.startsWith("#")) {
        String[] words = line.split(" +");
        expected.put(words[0], words[1]);
      }
    }
    return expected;
  }
}
