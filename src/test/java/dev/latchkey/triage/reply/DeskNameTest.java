package dev.latchkey.triage.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.Remarks;
import dev.latchkey.letter.RenderedLetter;
import dev.latchkey.letter.writing.DeskWords;
import dev.latchkey.letter.writing.Languages;
import dev.latchkey.letter.writing.Samples;
import dev.latchkey.letter.writing.TemplateCatalog;
import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.triage.reply.ReplyClient.Answer;
import dev.latchkey.triage.reply.ReplyClient.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The line that introduces a quote names the desk as the foot of its letters does; however many
 * words its name has, that line is not typed.
 */
class DeskNameTest {
  private static final TemplateCatalog CATALOG =
      TemplateCatalog.loadDefault(new DeskWords(Map.of(), Map.of(), Map.of()));
  private static final String ADDRESS = "itdesk@uni-heilbronn.example";
  private static final String CODE = "KX7Q-2MPD-R4TW-9HBN";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Konten",
        "IT-Servicedesk",
        "Account support",
        "IT Servicedesk Heilbronn",
        "IT-Servicedesk Uni Heilbronn",
        "Service Desk Uni Heilbronn",
        "Mesa de ayuda de la universidad",
        "Example Index Accounts and Access Desk",
        "Rechenzentrum der Universität Heilbronn, Abteilung Konten",
        "Centre de services informatiques de la ville haute",
        "大学 情報 基盤 センター 窓口"
      })
  void theIntroductionOfAQuoteIsNotTyped(String desk) {
    ReplyTrimmer trimmer = new ReplyTrimmer();
    List<String> misses = new ArrayList<>();
    for (LetterKind kind : LetterKind.all()) {
      for (String language : CATALOG.languages()) {
        if (!kind.name().contains("CODE") || !CATALOG.writtenIn(kind, language).equals(language)) {
          continue;
        }
        RenderedLetter letter =
            CATALOG.write(
                Samples.letter(kind, true),
                Languages.of(language),
                Samples.head(desk, EmailAddress.of(ReplyClient.ADDRESS)),
                Remarks.NONE);
        List<SentLetter> sent =
            List.of(
                new SentLetter(
                    letter.body(),
                    List.of(desk.toLowerCase(Locale.ROOT), ReplyClient.ADDRESS),
                    SentLetter.Asks.NOTHING));
        for (ReplyClient client : ReplyClient.values()) {
          if (client == ReplyClient.LIST) {
            // The line that a list sets below is in doubt.
            continue;
          }
          for (Where where : List.of(Where.ABOVE, Where.BELOW)) {
            String code = code(letter.body());
            Answer answer = new Answer(desk, letter.subject(), letter.body(), List.of(code), where);
            TrimmedReply reply = trimmer.trim(client.answer(answer), "Kim Doe", sent);
            String generous = reply.generous().strip();
            if (!reply.strict().strip().equals(code)
                || !squeezed(generous).equals(squeezed(code))) {
              misses.add(
                  "%s %s %s %s%n%s%n-- strict --%n%s"
                      .formatted(kind, language, client, where, generous, reply.strict()));
            }
          }
        }
      }
    }
    assertThat(misses).isEmpty();
  }

  private static final List<String> INTRODUCTIONS =
      List.of(
          "Am 30.11.2026 um 04:39 schrieb %s <%s>:",
          "Am Mo., 30. Nov. 2026 um 04:39 Uhr schrieb %s <%s>:",
          "On Mon, Nov 30, 2026 at 4:39 AM %s <%s> wrote:",
          "Le lun. 30 nov. 2026 à 04:39, %s <%s> a écrit :",
          "El lun, 30 nov 2026 a las 4:39, %s (<%s>) escribió:",
          "Em seg., 30 de nov. de 2026 às 04:39, %s <%s> escreveu:",
          "%s <%s> 于2026年11月30日周一 04:39写道：",
          "2026年11月30日(月) 4:39 %s <%s>:",
          "30 nov 2026 kl. 04:39 skrev %s <%s>:");

  @Test
  void norIsItWhenItIsWrappedAndTheThreadHasSeveralLetters() {
    ReplyTrimmer trimmer = new ReplyTrimmer();
    List<String> misses = new ArrayList<>();
    for (String desk :
        List.of(
            "Account support",
            "IT-Servicedesk Uni Heilbronn",
            "Service Desk Uni Heilbronn",
            "Rechenzentrum der Universität Heilbronn, Abteilung Konten")) {
      for (String language : CATALOG.languages()) {
        List<SentLetter> sent = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        for (LetterKind kind : LetterKind.all()) {
          if ((!kind.name().equals("ACKNOWLEDGEMENT") && !kind.name().contains("CODE"))
              || !CATALOG.writtenIn(kind, language).equals(language)) {
            continue;
          }
          String body =
              CATALOG
                  .write(
                      Samples.letter(kind, true),
                      Languages.of(language),
                      Samples.head(desk, EmailAddress.of(ADDRESS)),
                      Remarks.NONE)
                  .body();
          bodies.add(body);
          sent.add(
              new SentLetter(
                  body, List.of(desk.toLowerCase(Locale.ROOT), ADDRESS), SentLetter.Asks.NOTHING));
        }
        for (String body : bodies) {
          for (String introduction : INTRODUCTIONS) {
            for (int width : List.of(50, 72, 500)) {
              String device = width == 72 ? "Sent from my iPhone\n\n" : "";
              String code = code(body);
              String text =
                  code
                      + "\n\n"
                      + device
                      + wrapped(introduction.formatted(desk, ADDRESS), width)
                      + "\n\n"
                      + body.lines().map(line -> "> " + line + "\n").collect(Collectors.joining());
              TrimmedReply reply = trimmer.trim(BodyText.plain(text), "Kim Doe", sent);
              String generous = reply.generous().strip();
              if (!reply.strict().strip().equals(code)
                  || !squeezed(generous).equals(squeezed(code))) {
                misses.add(
                    desk
                        + " "
                        + language
                        + " "
                        + width
                        + " "
                        + introduction
                        + "\n"
                        + generous
                        + "\n-- strict --\n"
                        + reply.strict());
              }
            }
          }
        }
      }
    }
    assertThat(misses).isEmpty();
  }

  private static String wrapped(String line, int width) {
    String rest = line;
    StringBuilder lines = new StringBuilder();
    while (rest.length() > width && rest.lastIndexOf(' ', width) > 0) {
      int cut = rest.lastIndexOf(' ', width);
      lines.append(rest, 0, cut).append('\n');
      rest = rest.substring(cut + 1);
    }
    return lines.append(rest).toString();
  }

  /** The one that stands in a letter. */
  private static String code(String body) {
    Matcher code = Pattern.compile("[A-Z0-9]{4}(-[A-Z0-9]{4}){3}").matcher(body);
    return code.find() ? code.group() : CODE;
  }

  private static String squeezed(String text) {
    return text.replaceAll("[-\\s]", "");
  }
}
