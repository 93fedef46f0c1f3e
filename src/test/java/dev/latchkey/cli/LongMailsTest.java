package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails as large as a mail may be, in the memory that the package gives the desk. */
@NullMarked
class LongMailsTest {
  private static final int OCTETS = 9_500_000;

  private static final String CODES =
      "Here is ABCD-EFGH-IJKL-MNOP and my username is dora_9, password hunter2!\n";

  @TempDir private Path folder;

  @Test
  void eachIsReadFromItsBeginningToItsEnd() throws Exception {
    List<Path> mails = new ArrayList<>();
    mails.add(plain("words", "The quick brown fox jumps over the lazy dog again.\n"));
    mails.add(plain("codes", CODES));
    mails.add(plain("ends", "\n"));
    mails.add(plain("quotes", "> > > "));
    mails.add(mail("html", "text/html", "<p>" + repeated(CODES.strip() + "<br>", OCTETS / 4)));
    mails.add(mail("several", "multipart/mixed; boundary=b", parts()));
    Path list = Files.write(folder.resolve("list"), mails.stream().map(Path::toString).toList());

    Path out = folder.resolve("out");
    Path errors = folder.resolve("errors");
    Process reading =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "parse",
                "--json",
                "@" + list)
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile())
            .start();

    assertThat(reading.waitFor()).as(Files.readString(errors)).isZero();
    List<String> read = Files.readAllLines(out);
    assertThat(read).hasSize(mails.size());
    for (String line : read) {
      JsonNode mail = new ObjectMapper().readTree(line);
      String name = mail.path("file").asText();
      assertThat(mail.path("quarantined").isNull()).as(name).isTrue();
      assertThat(mail.path("text").asText().length()).as(name).isBetween(700_000, 1_500_000);
    }
    assertThat(new ObjectMapper().readTree(read.get(0)).path("text").asText().startsWith("I lost"))
        .isTrue();
    assertThat(new ObjectMapper().readTree(read.get(0)).path("text").asText().endsWith("Dora"))
        .isTrue();
  }

  private Path plain(String name, String line) throws IOException {
    return mail(
        name,
        "text/plain",
        "I lost my phone, my username is dora.\n" + repeated(line, OCTETS) + "\nDora\n");
  }

  private static String parts() {
    String part = "--b\nContent-Type: text/plain\n\n" + repeated(CODES, OCTETS / 10) + "\n";
    return part.repeat(10) + "--b--\n";
  }

  private static String repeated(String line, int octets) {
    return line.repeat(octets / line.length());
  }

  private Path mail(String name, String type, String body) throws IOException {
    String header =
        "From: dora@mail.example\nTo: support@desk.example\nSubject: locked out\n"
            + "Message-ID: <%s@mail.example>\nMIME-Version: 1.0\nContent-Type: %s\n\n"
                .formatted(name, type);
    return Files.writeString(
        folder.resolve(name + ".eml"), header + body, StandardCharsets.US_ASCII);
  }
}
