package dev.latchkey.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.StructureFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every {@code NAME.eml} below {@code src/test/resources/mail} is parsed with CR LF and with LF and
 * compared with its {@code NAME.expected}: lines of {@code key: value}, where a key may come again
 * and {@code text} is the body with its lines joined by {@code |}. Keys that are not named are not
 * compared, except {@code fault}: a mail has exactly the faults it names.
 */
class MailFixtureTest {
  private static final Path ROOT = Path.of("src/test/resources/mail");

  @TestFactory
  Stream<DynamicTest> everyFixtureIsReadAsExpected() throws IOException {
    return files(".eml").stream()
        .flatMap(
            file ->
                Stream.of("\r\n", "\n")
                    .map(
                        end ->
                            dynamicTest(
                                ROOT.relativize(file) + (end.equals("\n") ? " LF" : " CRLF"),
                                () -> compare(file, end))));
  }

  @Test
  void everyFolderHoldsPairsOfMailAndExpectation() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      assertThat(folders.toList())
          .isNotEmpty()
          .allSatisfy(folder -> assertThat(list(folder)).as("files in %s", folder).isNotEmpty());
    }
    assertThat(names(".eml")).isNotEmpty().isEqualTo(names(".expected"));
  }

  private static void compare(Path file, String end) throws Exception {
    Map<String, List<String>> want = expected(file);
    byte[] octets = withLineEnds(Files.readAllBytes(file), end);
    InboundMail mail = new MailParser().parse(new MailBytes(octets));
    Map<String, List<String>> got = new TreeMap<>();
    got.put("subject", List.of(mail.subject()));
    got.put("from", mail.from());
    got.put("to", mail.to());
    got.put("identity", mail.identity().map(Object::toString).stream().toList());
    got.put("text", List.of(mail.text().asString().replace('\n', '|')));
    got.put("attachment", mail.attachmentNames());
    got.put("part", mail.parts().stream().map(part -> part.mediaType()).toList());
    got.put("fault", faults(mail, end));
    want.putIfAbsent("fault", List.of());
    want.forEach((key, value) -> assertThat(got.get(key)).as(key).isEqualTo(value));
  }

  /** Every LF file has bare line ends; that says nothing about the fixture. */
  private static List<String> faults(InboundMail mail, String end) {
    TreeSet<String> names = new TreeSet<>();
    for (StructureFault fault : mail.faults()) {
      names.add(fault.name());
    }
    if (end.equals("\n")) {
      names.remove(StructureFault.BARE_LINE_END.name());
    }
    return List.copyOf(names);
  }

  private static Map<String, List<String>> expected(Path file) throws IOException {
    Map<String, List<String>> values = new TreeMap<>();
    Path beside = Path.of(file.toString().replaceAll("\\.eml$", ".expected"));
    for (String line : Files.readAllLines(beside)) {
      int colon = line.indexOf(':');
      List<String> all = values.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>());
      if (line.length() > colon + 1 || line.startsWith("subject") || line.startsWith("text")) {
        all.add(line.substring(Math.min(colon + 2, line.length())));
      }
    }
    return values;
  }

  private static byte[] withLineEnds(byte[] octets, String end) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length + 1000);
    for (int i = 0; i < octets.length; i++) {
      boolean pair = octets[i] == '\r' && i + 1 < octets.length && octets[i + 1] == '\n';
      if (octets[i] == '\n') {
        out.writeBytes(end.getBytes(StandardCharsets.US_ASCII));
      } else if (!pair) {
        out.write(octets[i]);
      }
    }
    return out.toByteArray();
  }

  private static List<String> names(String suffix) throws IOException {
    return files(suffix).stream()
        .map(file -> file.toString().substring(0, file.toString().length() - suffix.length()))
        .sorted()
        .toList();
  }

  private static List<Path> files(String suffix) throws IOException {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
