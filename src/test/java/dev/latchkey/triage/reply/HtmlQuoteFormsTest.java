package dev.latchkey.triage.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.BodyText;
import dev.latchkey.parse.html.HtmlText;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mark-up of mail clients, a file each: what is typed, and a command in what is quoted. */
class HtmlQuoteFormsTest {
  private static final String TYPED = "Yes, that account is mine.";
  private static final String BELOW = "And this I type below it.";
  private static final String COMMAND = "APPROVE K7Q2M4XA";

  @ParameterizedTest
  @MethodSource("mails")
  void typedWordsAreKeptAndQuotedOnesAreNot(Path mail) throws IOException {
    String html = Files.readString(mail);
    TrimmedReply reply = new ReplyTrimmer().trim(HtmlText.read(html).text());
    String shown = reply.lines().toString() + reply.why();
    assertThat(reply.generous()).as(shown).contains(TYPED).doesNotContain(COMMAND, "Nora");
    assertThat(reply.strict()).as(shown).contains(TYPED).doesNotContain(COMMAND);
    if (html.contains(BELOW)) {
      assertThat(reply.strict()).as(shown).contains(BELOW);
    }
  }

  static List<Path> mails() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(HtmlQuoteFormsTest.class.getResource("html"));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.sorted().toList();
    }
  }

  /** The text of a mail that answers nothing, set as a quotation by its writer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<blockquote>I lost my phone.</blockquote>",
        "<div class=gmail_quote>I lost my phone.</div>",
        "<blockquote type=cite><div>I lost my phone.</div></blockquote>"
      })
  void aTextThatIsAllQuotationIsItsWriters(String page) {
    BodyText text = HtmlText.read(page).text();
    assertThat(WhollyQuoted.is(text)).isTrue();
    TrimmedReply reply = WhollyQuoted.read(new ReplyTrimmer(), text, "");
    assertThat(reply.generous()).isEqualTo("I lost my phone.");
    assertThat(reply.strict()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Yes.</p><blockquote>Is it?</blockquote>",
        "<blockquote>Somebody asked.<br>Reference: LK-1001</blockquote>",
        "<p> </p>"
      })
  void otherTextsAreReadByTheirMarks(String page) {
    assertThat(WhollyQuoted.is(HtmlText.read(page).text())).isFalse();
  }

  @Test
  void aForwardedMailIsQuotedThoughItIsAllThereIs() {
    BodyText text =
        HtmlText.read(
                "<blockquote><p>From: Nora &lt;nora@x.example&gt;<br>To: a@x.example<br>"
                    + "Subject: x</p><p>Hello</p></blockquote>")
            .text();
    assertThat(WhollyQuoted.read(new ReplyTrimmer(), text, "").generous()).isEmpty();
  }

  /** As Thunderbird forwards: its own words for it above a table, the mail below. */
  @Test
  void aMailForwardedWithoutAWordIsNotTheForwarders() {
    BodyText text =
        HtmlText.read(
                "<div class=\"moz-forward-container\">-------- Forwarded Message --------<table>"
                    + "<tr><th>Subject:</th><td>Re: x</td></tr><tr><th>From:</th><td>Nora</td></tr>"
                    + "</table><br><div>Dear John,</div><div>please close it.</div></div>")
            .text();
    assertThat(WhollyQuoted.read(new ReplyTrimmer(), text, "").generous()).isEmpty();
  }
}
