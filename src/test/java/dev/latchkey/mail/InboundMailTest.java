package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InboundMailTest {

  @Test
  void theAnsweredMailComesFirstThenTheThreadFromItsEnd() {
    InboundMail mail =
        mail(
            "In-Reply-To",
            "<c@x.example>",
            "References",
            "<a@x.example> <b@x.example> <c@x.example>");

    assertThat(mail.answeredIds())
        .containsExactly("<c@x.example>", "<b@x.example>", "<a@x.example>");
  }

  @Test
  void whatHasNotTheFormOfAMessageIdIsLeftOut() {
    InboundMail mail =
        mail(
            "In-Reply-To",
            "your mail of Monday <no-at> <@> <\u00e4@x.example> <"
                + "l".repeat(250)
                + "@x.example> <ok@x.example> <open@x.example");

    assertThat(mail.answeredIds()).containsExactly("<ok@x.example>");
  }

  @Test
  void whatServersDoToMessageIdsIsUndone() {
    for (String value :
        List.of(
            "<lk.abc @x.example>",
            "< lk.abc@x.example >",
            "Message from Desk <lk.abc@x.example>",
            "lk.abc@x.example",
            "lk.abc@x.example, ",
            "<lk.abc@ x.example>")) {
      assertThat(mail("In-Reply-To", value).answeredIds()).as(value).contains("<lk.abc@x.example>");
      assertThat(mail("References", value).answeredIds()).as(value).contains("<lk.abc@x.example>");
    }
    assertThat(mail("References", "a@x.example\tb@x.example,c@x.example").answeredIds())
        .containsExactly("<c@x.example>", "<b@x.example>", "<a@x.example>");
    HeaderField encoded =
        new HeaderField("In-Reply-To", "=?utf-8?Q?=3Ca=40x.example=3E?=", "<a@x.example>");
    assertThat(
            new InboundMail(
                    List.of(encoded),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    BodyText.plain(""),
                    "",
                    List.of(),
                    Set.of())
                .answeredIds())
        .containsExactly("<a@x.example>");
  }

  @Test
  void aThreadIsBoundedWhateverTheHeaderHolds() {
    String many =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "<" + i + "@x.example>")
            .collect(Collectors.joining());

    assertThat(mail("References", many).answeredIds()).hasSizeLessThanOrEqualTo(50);
    assertThat(mail("In-Reply-To", many, "References", many).answeredIds())
        .hasSizeLessThanOrEqualTo(50);
  }

  @Test
  void ofALongThreadTheNewestMailsAreKept() {
    String many =
        IntStream.range(0, 300)
            .mapToObj(i -> "<" + i + "@x.example> ")
            .collect(Collectors.joining());

    assertThat(mail("References", many).answeredIds()).startsWith("<299@x.example>").hasSize(50);
  }

  @Test
  void aMillionOpenBracketsCostNothing() {
    assertThat(mail("References", "<".repeat(1_000_000)).answeredIds()).isEmpty();
    assertThat(mail("References", "<>".repeat(500_000)).answeredIds()).isEmpty();
  }

  @Test
  void anAttachmentWithoutANameIsShownByItsType() {
    InboundMail mail =
        new InboundMail(
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            BodyText.EMPTY,
            "",
            List.of(
                new MailPart("text/plain", Optional.empty(), false, 3, "abc"),
                new MailPart("application/pdf", Optional.of("pass.pdf"), true, 3, ""),
                new MailPart("application/x-\u202eodd", Optional.empty(), true, 3, "")),
            Set.of());

    assertThat(mail.attachmentsToShow()).containsExactly("pass.pdf", "application/x-odd");
    assertThat(mail.attachmentNames()).containsExactly("pass.pdf");
  }

  @Test
  void namesOfFieldsHaveNoCaseAndTheTopmostCounts() {
    InboundMail mail = mail("subject", "one", "SUBJECT", "two");

    assertThat(mail.subject()).isEqualTo("one");
    assertThat(mail.fields("Subject")).hasSize(2);
    assertThat(mail().subject()).isEmpty();
    assertThat(mail().messageId()).isEmpty();
    assertThat(mail("Message-Id", " <m@x.example> ").messageId()).contains("<m@x.example>");
  }

  private static InboundMail mail(String... namesAndValues) {
    List<HeaderField> fields = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      List<String> pair = Arrays.asList(namesAndValues).subList(i, i + 2);
      fields.add(new HeaderField(pair.get(0), pair.get(1), pair.get(1)));
    }
    return new InboundMail(
        fields,
        Optional.empty(),
        List.of(),
        List.of(),
        BodyText.plain(""),
        "",
        List.of(),
        Set.of());
  }
}
