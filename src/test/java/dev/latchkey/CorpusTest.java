package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.cli.MailFiles;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.parse.mime.MalformedMailException;
import dev.latchkey.triage.TriagedMail;
import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.request.RequestReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Measures the reading of mail on {@code ../shared/corpora}, where they are, when they are there:
 * what {@code score.py} beside them does, with the floors asserted. The machines among them have a
 * test of their own.
 */
class CorpusTest {
  private static final Path CORPORA = Path.of("../shared/corpora");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What a follow-up is about, by the kind it is labelled with; every other is OTHER. */
  private static final Map<String, Intent> INTENTS =
      Map.of(
          "self_resolved", Intent.RESOLVED,
          "withdraw", Intent.RESOLVED,
          "status_query", Intent.STATUS,
          "complaint", Intent.STATUS,
          "step_done", Intent.DONE,
          "confirm_intent", Intent.DONE);

  private static MailFiles.Reader reader =
      octets -> {
        throw new IllegalStateException("no corpora here");
      };

  private final CorpusFigures figures = new CorpusFigures();

  @BeforeAll
  static void onlyWithTheCorpora() throws Exception {
    Assumptions.assumeTrue(Files.isDirectory(CORPORA), "no corpora here");
    reader = Desk.mails();
  }

  @Test
  void whatWasTypedIsToldFromWhatWasQuoted() throws Exception {
    for (JsonNode one : cases("replies/cases.jsonl")) {
      byte[] octets = Files.readAllBytes(CORPORA.resolve(one.get("input").asText()));
      String kind = one.get("kind").asText();
      String text = new String(octets, StandardCharsets.UTF_8);
      byte[] mail = kind.equals("eml") ? octets : wrap("Re: [LK-1] your request", text, kind);
      String written = bare(read(mail).map(found -> found.reply().generous()).orElse(""));
      String figure = "replies " + (kind.equals("html") ? "html" : "text");
      boolean leaks =
          strings(one.get("drop")).stream()
              .map(CorpusTest::bare)
              .anyMatch(line -> line.length() > 3 && written.contains(line));
      boolean loses =
          !strings(one.get("keep")).stream().map(CorpusTest::bare).allMatch(written::contains);
      figures.note(figure + " no quote leaks", !leaks);
      figures.note(figure + " nothing lost", !loses);
      figures.note(figure + " safe", !leaks && !loses);
    }
    figures.check();
  }

  @Test
  void brokenMessagesAreReadLikeTheirAuthorsMeant() throws Exception {
    for (JsonNode one : cases("mime/cases.jsonl")) {
      JsonNode stated = one.get("stated");
      Optional<TriagedMail> read =
          read(Files.readAllBytes(CORPORA.resolve(one.get("input").asText())));
      if (read.isEmpty()) {
        continue;
      }
      TriagedMail mail = read.get();
      if (stated.has("subject")) {
        String subject = squeeze(mail.mail().subject());
        figures.note("mime subject", subject.equals(squeeze(stated.get("subject").asText(""))));
      }
      if (stated.has("from")) {
        List<String> wanted =
            lower(strings(stated.get("from"))).stream().filter(a -> !a.isEmpty()).toList();
        figures.note("mime from", lower(mail.mail().from()).equals(wanted));
      }
      String text = stated.path("text").isTextual() ? stated.get("text").asText() : "";
      if (stated.path("text").isTextual() && text.length() < 1500) {
        figures.note("mime text", bare(mail.mail().text().asString()).contains(bare(text)));
      }
      if (stated.has("attachments")) {
        List<String> names = mail.mail().attachmentNames().stream().sorted().toList();
        List<String> wanted = strings(stated.get("attachments")).stream().sorted().toList();
        figures.note("mime attachment names", names.equals(wanted));
      }
    }
    figures.check();
  }

  @Test
  void requestsAreUnderstood() throws Exception {
    for (JsonNode one : cases("requests/requests.jsonl")) {
      JsonNode label = one.get("label");
      TriagedMail mail =
          read(wrap(one.get("subject").asText(), one.get("body").asText(), "plain")).orElseThrow();
      RequestReading got = mail.request();
      boolean recovery = label.get("is_recovery_request").asBoolean();
      figures.note("request recognised", got.recovery() == recovery);
      if (!label.get("has_secret").asBoolean()) {
        figures.note("request without a secret left alone", mail.secrets().isEmpty());
      }
      if (recovery) {
        compare(label, got);
      }
    }
    figures.check();
  }

  private void compare(JsonNode label, RequestReading got) {
    String name = label.get("username").isNull() ? "" : label.get("username").asText();
    figures.note("request account name", got.username().orElse("").equals(name));
    Set<String> reasons = got.reasons().stream().map(r -> r.word()).collect(Collectors.toSet());
    figures.note(
        "request reasons exact", reasons.equals(Set.copyOf(strings(label.get("reasons")))));
    box(label, "recovery_codes_box", got.recoveryCodes().box());
    box(label, "coc_agreed", got.codeOfConduct());
    box(label, "acknowledged", got.acknowledged());
    List<String> addresses = lower(strings(label.get("mentions_email")));
    if (!addresses.isEmpty()) {
      figures.note("request addresses found", lower(got.addresses()).containsAll(addresses));
    }
    List<String> projects = strings(label.get("mentions_projects"));
    if (!projects.isEmpty()) {
      figures.note("request projects found", got.projects().containsAll(projects));
    }
  }

  private void box(JsonNode label, String name, Optional<Boolean> got) {
    String ticked = got.map(String::valueOf).orElse("absent");
    figures.note("request " + name, label.get(name).asText().equals(ticked));
  }

  @Test
  void laterMailsAreUnderstood() throws Exception {
    for (JsonNode one : cases("requests/followups.jsonl")) {
      Intent wanted = INTENTS.getOrDefault(one.at("/label/kind").asText(), Intent.OTHER);
      TriagedMail mail =
          read(wrap(one.get("subject").asText(), one.get("body").asText(), "plain")).orElseThrow();
      Intent got =
          INTENTS.containsValue(mail.intent().intent()) ? mail.intent().intent() : Intent.OTHER;
      figures.note("follow-up intent", got == wanted);
      figures.note("request without a secret left alone", mail.secrets().isEmpty());
      if (wanted != Intent.RESOLVED) {
        figures.note("follow-up never closed wrongly", got != Intent.RESOLVED);
      }
    }
    figures.check();
  }

  /** The mail; empty when it would be quarantined. Anything else that is thrown fails the test. */
  private static Optional<TriagedMail> read(byte[] octets) {
    try {
      return Optional.of(reader.read(new MailBytes(octets)));
    } catch (MalformedMailException quarantined) {
      assertThat(quarantined).hasMessageNotContaining("\n");
      return Optional.empty();
    }
  }

  private static byte[] wrap(String subject, String text, String kind) {
    String header =
        """
        From: dora@mail.example
        To: support@desk.example
        Subject: =?utf-8?b?%s?=
        Date: Mon, 02 Mar 2026 09:00:00 +0000
        Message-ID: <%08x@mail.example>
        MIME-Version: 1.0
        Content-Type: text/%s; charset="utf-8"
        Content-Transfer-Encoding: base64

        """
            .formatted(
                Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8)),
                text.hashCode(),
                kind.equals("html") ? "html" : "plain");
    String body =
        Base64.getMimeEncoder()
            .encodeToString(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
    return (header.replace("\n", "\r\n") + body + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static List<JsonNode> cases(String file) throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    for (String line : Files.readAllLines(CORPORA.resolve(file))) {
      cases.add(JSON.readTree(line));
    }
    assertThat(cases).isNotEmpty();
    return cases;
  }

  private static List<String> strings(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(one -> one.asText("")).toList();
  }

  private static List<String> lower(List<String> words) {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
  }

  /** Without blanks and quote marks: lines are searched for wherever they were wrapped. */
  private static String bare(String text) {
    StringBuilder bare = new StringBuilder();
    text.codePoints()
        .filter(c -> !isSpace(c) && c != '>' && c != '|')
        .forEach(bare::appendCodePoint);
    return bare.toString();
  }

  private static String squeeze(String text) {
    StringBuilder squeezed = new StringBuilder();
    for (String word : text.replace("\u200B", "").replace("\uFEFF", "").split("[\\s\u00A0]+")) {
      squeezed.append(word.isEmpty() || squeezed.isEmpty() ? "" : " ").append(word);
    }
    return squeezed.toString();
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == 0x85
        || c == 0x200B
        || c == 0xFEFF;
  }
}
