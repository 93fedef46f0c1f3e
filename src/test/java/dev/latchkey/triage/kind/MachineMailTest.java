package dev.latchkey.triage.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.MailBytes;
import dev.latchkey.parse.MailParser;
import dev.latchkey.triage.bounce.Bounce;
import dev.latchkey.triage.mark.MailKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Mails of many servers and some people, whole: kind, who was not reached, status, which mail. */
class MachineMailTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/dev/latchkey/triage/kind/machines");

  private record Expected(
      String file, String kind, List<String> recipients, String status, String messageId) {
    static Expected of(String line) {
      String[] cells = line.split("\t", -1);
      List<String> recipients = cells[2].equals("-") ? List.of() : List.of(cells[2].split(","));
      return new Expected(cells[0], cells[1], recipients, cells[3], cells[4]);
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Expected> expected() throws IOException {
    return Files.readAllLines(FOLDER.resolve("expected.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(Expected::of);
  }

  @ParameterizedTest
  @MethodSource("expected")
  void isReadAsExpectedWithLf(Expected expected) throws Exception {
    check(expected, Files.readString(FOLDER.resolve(expected.file() + ".eml")));
  }

  @ParameterizedTest
  @MethodSource("expected")
  void isReadAsExpectedWithCrLf(Expected expected) throws Exception {
    String mail = Files.readString(FOLDER.resolve(expected.file() + ".eml"));
    check(expected, mail.replace("\n", "\r\n"));
  }

  @Test
  void everyMailIsExpectedToBeSomething() throws IOException {
    List<String> files;
    try (Stream<Path> mails = Files.list(FOLDER)) {
      files =
          mails
              .map(path -> path.getFileName().toString())
              .filter(name -> name.endsWith(".eml"))
              .map(name -> name.substring(0, name.length() - 4))
              .toList();
    }
    assertThat(expected().map(Expected::file)).containsExactlyInAnyOrderElementsOf(files);
  }

  private static void check(Expected expected, String mail) throws Exception {
    KindReading reading =
        new KindReader()
            .read(new MailParser().parse(new MailBytes(mail.getBytes(StandardCharsets.UTF_8))));
    assertThat(reading.kind().word()).as("%s", reading.why()).isEqualTo(expected.kind());
    assertThat(reading.why()).isNotEmpty();
    Bounce bounce =
        reading.bounce().orElse(new Bounce(List.of(), Optional.empty(), Optional.empty()));
    assertThat(bounce.recipients()).containsExactlyInAnyOrderElementsOf(expected.recipients());
    assertThat(bounce.status().orElse("-")).isEqualTo(expected.status());
    assertThat(bounce.originalMessageId().orElse("-")).isEqualTo(expected.messageId());
    if (reading.kind() != MailKind.HUMAN) {
      assertThat(reading.mayAnswer()).isFalse();
    }
  }
}
