package dev.latchkey.triage.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.Remarks;
import dev.latchkey.letter.RenderedLetter;
import dev.latchkey.letter.writing.DeskWords;
import dev.latchkey.letter.writing.DeskWords.Said;
import dev.latchkey.letter.writing.Languages;
import dev.latchkey.letter.writing.Samples;
import dev.latchkey.letter.writing.TemplateCatalog;
import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.triage.reply.ReplyClient.Answer;
import dev.latchkey.triage.reply.ReplyClient.Where;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each letter of the desk, answered in the shapes of mail programs. */
class SentLetterTest {
  /** Of the changed letters every so many is read. */
  private static final int SAMPLED = 11;

  /** Of those so many lose a line at most. */
  private static final int ONE_IN_SO_MANY = 1_000;

  private static final TemplateCatalog CATALOG =
      TemplateCatalog.loadDefault(
          new DeskWords(
              Map.of(
                  "recovery", Said.always("https://index.example/help/recovery"),
                  "login", Said.always("https://index.example/account/login/"),
                  "code_of_conduct", Said.always("https://index.example/conduct?v=2"),
                  "recovery_codes", Said.always("https://index.example/help/codes")),
              Map.of(),
              Map.of()));
  private static final List<String> TYPED =
      List.of("it is quokka-17, as before", "gone with the phone, in a river");

  /** How often nothing was lost, nothing leaked, and all of it was certain. */
  private static final class Tally {
    private int of;
    private int kept;
    private int tight;
    private int certain;
    private final List<String> misses = new ArrayList<>();

    void add(TrimmedReply reply, Answer answer, String what) {
      String generous = squeezed(reply.generous());
      String strict = squeezed(reply.strict());
      boolean lost = answer.typed().stream().anyMatch(line -> !generous.contains(squeezed(line)));
      boolean leaked =
          generous.contains(squeezed(ReplyClient.NAME + " <" + ReplyClient.ADDRESS))
              || answer
                  .body()
                  .lines()
                  .map(SentLetterTest::squeezed)
                  .anyMatch(line -> line.length() > 8 && generous.contains(line));
      of++;
      kept += lost ? 0 : 1;
      tight += leaked ? 0 : 1;
      certain += answer.typed().stream().allMatch(line -> strict.contains(squeezed(line))) ? 1 : 0;
      if (lost || leaked) {
        misses.add(
            (lost ? "lost " : "") + (leaked ? "leaked " : "") + what + "\n" + reply.generous());
      }
    }

    @Override
    public String toString() {
      return "of %6d: nothing lost %5.1f %%, nothing leaked %5.1f %%, certain %5.1f %%"
          .formatted(of, 100.0 * kept / of, 100.0 * tight / of, 100.0 * certain / of);
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("[\\s>|\u00a0]+", "").toLowerCase(Locale.ROOT);
  }

  private static RenderedLetter letter(LetterKind kind, boolean full, String language) {
    return CATALOG.write(
        Samples.letter(kind, full),
        Languages.of(language),
        Samples.head(ReplyClient.NAME, EmailAddress.of(ReplyClient.ADDRESS)),
        Remarks.NONE);
  }

  private static List<SentLetter> sent(String body) {
    return List.of(
        new SentLetter(
            body,
            List.of(ReplyClient.NAME.toLowerCase(Locale.ROOT), ReplyClient.ADDRESS),
            SentLetter.Asks.NOTHING));
  }

  @Test
  void everyLetterIsKnownInTheAnswersOfEveryMailProgram() {
    Map<String, Tally> before = new TreeMap<>();
    Map<String, Tally> after = new TreeMap<>();
    Tally all = new Tally();
    ReplyTrimmer trimmer = new ReplyTrimmer();
    int turn = 0;
    for (LetterKind kind : LetterKind.all()) {
      for (String language : CATALOG.languages()) {
        if (!CATALOG.writtenIn(kind, language).equals(language)) {
          continue;
        }
        RenderedLetter letter = letter(kind, turn % 3 != 0, language);
        for (ReplyClient client : ReplyClient.values()) {
          for (Where where : Where.values()) {
            turn++;
            if (!language.equals("en") && turn % 7 != 0) {
              continue;
            }
            boolean small = letter.body().lines().filter(line -> !line.isBlank()).count() < 6;
            Answer answer =
                new Answer(
                    letter.subject(), letter.body(), small ? TYPED.subList(0, 1) : TYPED, where);
            BodyText text = client.answer(answer);
            String what = kind + " " + language + " " + client + " " + where;
            for (String group : List.of(client.name(), "where " + where)) {
              before
                  .computeIfAbsent(group, any -> new Tally())
                  .add(trimmer.trim(text, "Kim Doe"), answer, what);
              after
                  .computeIfAbsent(group, any -> new Tally())
                  .add(trimmer.trim(text, "Kim Doe", sent(letter.body())), answer, what);
            }
            all.add(trimmer.trim(text, "Kim Doe", sent(letter.body())), answer, what);
          }
        }
      }
    }
    before.forEach(
        (group, tally) ->
            System.out.printf(
                "%-22s %s%n%-22s %s%n", group, tally, "  letter known", after.get(group)));
    all.misses.stream().limit(40).forEach(System.out::println);
    assertThat(all.misses).isEmpty();
  }

  /** What programs and servers change in a text on its way there and back. */
  enum Change {
    SMART_QUOTES {
      @Override
      String of(String body) {
        return body.replaceAll("'", "’")
            .replaceAll("[\"“]([^\"”\n]*)[\"”]", "«\u00a0$1\u00a0»")
            .replace("...", "…")
            .replace(" - ", " – ");
      }
    },
    BLANKS {
      @Override
      String of(String body) {
        return body.replaceAll("(\\w) (\\w)", "$1\u00a0 $2")
            .replace("\n", " \n")
            .replace(",", ",\u200b");
      }
    },
    NO_EMPTY_LINES {
      @Override
      String of(String body) {
        return body.replaceAll("\n\n+", "\n");
      }
    },
    ALL_ONE_PARAGRAPH_APART {
      @Override
      String of(String body) {
        return body.replaceAll("\n+", "\n\n\n");
      }
    },
    LINKS_LED_ASIDE {
      @Override
      String of(String body) {
        return body.replaceAll(
            "https://([a-z./?=0-9]+)", "https://eu1.guard.example/v3/__https%3A%2F%2F$1__;!!Ab9-x");
      }
    },
    LINKS_COUNTED {
      @Override
      String of(String body) {
        return body.replaceAll("https://[a-z./?=0-9]+", "https://click.example/ls/x9F8s?u=77b1");
      }
    },
    LINKS_TWICE {
      @Override
      String of(String body) {
        return body.replaceAll("(https://[a-z./?=0-9]+)", "$1 <$1>")
            .replaceAll("([a-z]+@[a-z.]+)", "$1<mailto:$1>");
      }
    },
    DECOMPOSED_AND_CAPITALS {
      @Override
      String of(String body) {
        return Normalizer.normalize(body, Normalizer.Form.NFD).replace("Re", "RE");
      }
    };

    abstract String of(String body);
  }

  @ParameterizedTest
  @EnumSource(Change.class)
  void aLetterIsKnownThoughItWasChangedOnItsWay(Change change) {
    List<Where> places = List.of(Where.values());
    Tally all = new Tally();
    ReplyTrimmer trimmer = new ReplyTrimmer();
    int turn = 0;
    for (LetterKind kind : LetterKind.all()) {
      for (String language : CATALOG.languages()) {
        for (ReplyClient client : ReplyClient.values()) {
          if (++turn % SAMPLED != 0) {
            continue;
          }
          RenderedLetter letter = letter(kind, turn % 3 != 0, language);
          Where where = places.get(turn / SAMPLED % places.size());
          Answer answer =
              new Answer(letter.subject(), change.of(letter.body()), TYPED.subList(0, 1), where);
          all.add(
              trimmer.trim(client.answer(answer), "Kim Doe", sent(letter.body())),
              answer,
              kind + " " + language + " " + client + " " + where);
        }
      }
    }
    System.out.printf("%-24s %s%n", change, all);
    all.misses.stream().limit(8).forEach(System.out::println);
    // A line typed behind one of two paragraphs that are the same, with links that came back twice.
    assertThat(all.misses).hasSizeLessThanOrEqualTo(turn / SAMPLED / ONE_IN_SO_MANY);
  }
}
