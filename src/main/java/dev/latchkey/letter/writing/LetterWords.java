package dev.latchkey.letter.writing;

import dev.latchkey.letter.Field;
import dev.latchkey.letter.Kind;
import dev.latchkey.letter.LetsWait;
import dev.latchkey.letter.Letterhead;
import dev.latchkey.letter.PlainText;
import dev.latchkey.letter.Remarks.NextDays;
import dev.latchkey.letter.Span;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.writing.SentenceFamily.Sentence;
import dev.latchkey.triage.secret.RedactedText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The single words and sentences of one language, as {@link WordsFile} read them. */
public final class LetterWords {
  private final String language;
  private final Map<String, String> words;
  private final Map<String, DateTimeFormatter> formats;
  private final Map<String, List<Object>> sentences;
  private final OwnWords own;
  private final ZoneId zone;

  LetterWords(
      String language,
      Map<String, String> words,
      Map<String, DateTimeFormatter> formats,
      Map<String, List<Object>> sentences,
      OwnWords own,
      ZoneId zone) {
    this.language = language;
    this.words = words;
    this.formats = formats;
    this.sentences = sentences;
    this.own = own;
    this.zone = zone;
  }

  /** What is the desk's own in this language. */
  OwnWords own() {
    return own;
  }

  /** How moments or days are written. */
  DateTimeFormatter format(String key) {
    return Objects.requireNonNull(formats.get(key));
  }

  /** What a sentence is put together from. */
  List<Object> parts(Sentence sentence) {
    return Objects.requireNonNull(sentences.get(sentence.key()));
  }

  /** Each word by its key, those that English lends among them. */
  Map<String, String> all() {
    return words;
  }

  /** The ISO 639-1 code of the language. */
  String language() {
    return language;
  }

  /** A sentence, on one line, in the words of this language. */
  String say(Object sentence) {
    StringBuilder said = new StringBuilder();
    for (Object part : Objects.requireNonNull(sentences.get(SentenceFamily.of(sentence).key()))) {
      said.append(part instanceof Field field ? said(field, field.of(sentence)) : part);
    }
    return said.toString();
  }

  private String said(Field field, @Nullable Object value) {
    if (value == null) {
      return "";
    }
    return switch (field.kind()) {
      case LINE -> PlainText.line(marked(value.toString()));
      case TEXT -> PlainText.line(marked(((Text) value).words()));
      case NUMBER -> value.toString();
      case FLAG -> word((Boolean) value ? "yes" : "no");
      case MOMENT -> moment((Instant) value);
      case DATE -> date((LocalDate) value);
      case DURATION -> duration((Duration) value);
      case WORD -> constant(field, value);
      case SENTENCE -> say(value);
      case LINES ->
          joined(
              Kind.elements(value).stream().map(line -> PlainText.line(marked(line.toString()))));
      case WORDS ->
          joined(Kind.elements(value).stream().map(constant -> constant(field, constant)).sorted());
      case SENTENCES -> joined(Kind.elements(value).stream().map(this::say));
      case SPAN, PASSAGES -> throw new IllegalArgumentException(field.name());
    };
  }

  /** One after the other within a line, with the comma of the language. */
  private String joined(Stream<String> parts) {
    return parts.collect(Collectors.joining(word("join").replace("{0}", "").replace("{1}", "")));
  }

  /** The words of others, with the marks for what was hidden in them in this language. */
  String marked(String words) {
    return RedactedText.withMarks(words, kind -> of(WordFamily.REMOVED, kind.name()));
  }

  private String constant(Field field, Object constant) {
    return of(
        WordFamily.inSentence(field.name(), field.element()).orElseThrow(),
        ((Enum<?>) constant).name());
  }

  /** The words of a family for one of its values. */
  public String of(WordFamily family, String value) {
    return word(family.key(value));
  }

  /** A moment, to the minute, in the zone of the desk. */
  public String moment(Instant instant) {
    return format("moment").format(instant);
  }

  /** A day with its year, which is the same in every zone. */
  private String date(LocalDate day) {
    return format("date").format(day);
  }

  /** A day in few words, in the zone of the desk. */
  public String day(Instant instant) {
    return format("day").format(instant);
  }

  /** The name of a language, in this one; its code where nobody has named it. */
  String language(String code) {
    return Locale.forLanguageTag(code).getDisplayLanguage(format("day").getLocale());
  }

  /** A moment, and in how many days or hours that is; a moment that is past stands alone. */
  String until(Instant instant, Instant now) {
    String moment = moment(instant);
    return instant.isAfter(now)
        ? word("until").replace("{0}", moment).replace("{1}", in(Duration.between(now, instant)))
        : moment;
  }

  /** To the nearest hour below two days, to the nearest day above. */
  private String in(Duration duration) {
    long hours = duration.plusMinutes(30).toHours();
    if (hours == 0) {
      return word("in.soon");
    }
    return hours < 48
        ? counted(words, "in.hour", hours)
        : counted(words, "in.day", (hours + 12) / 24);
  }

  /** The last lines of a letter: who writes, where more stands, and what to name. */
  List<String> foot(Letterhead head) {
    List<String> foot = new ArrayList<>();
    foot.add(PlainText.line(head.desk()) + ", " + PlainText.line(head.address()));
    if (!word("foot.recovery").isEmpty()) {
      foot.add(word("foot.recovery"));
    }
    if (!head.reference().isEmpty()) {
      foot.add(word("foot.reference").replace("{0}", PlainText.line(head.reference())));
    }
    return foot;
  }

  /** How long it takes, as it is told at that moment. */
  public String span(Span span, Instant now) {
    return span.by()
        .map(
            by ->
                word(span.measured() ? "span.by" : "span.aim")
                    .replace("{0}", day(by))
                    .replace("{1}", days(now, by)))
        .orElseGet(
            () ->
                word(span.measured() ? "span.known" : "span.target")
                    .replace("{0}", rounded(words, "duration", span.within())));
  }

  /** In how many days by the calendar, as {@link #day} counts them; on the same day, in hours. */
  private String days(Instant now, Instant by) {
    long days =
        ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), by.atZone(zone).toLocalDate());
    return days > 0 ? counted(words, "in.day", days) : in(Duration.between(now, by));
  }

  /** That nobody knows yet how long it takes. */
  String spanUnknown() {
    return word("span.unknown");
  }

  /** The paragraph that says that no more comes for now. */
  String last() {
    return word("last");
  }

  /** The paragraph that says that a mail is answered late. */
  String late(Instant came) {
    return word("late").replace("{0}", moment(came));
  }

  /** The paragraph that says by when its reader hears of us, or until when we wait for them. */
  Optional<String> next(LetsWait letter, NextDays days, Instant now) {
    if (!letter.waits()) {
      return Optional.empty();
    }
    return days.deadline()
        .filter(end -> !letter.forOthers())
        .map(end -> word("deadline").replace("{0}", until(end, now)))
        .or(() -> days.word().map(by -> word("hears").replace("{0}", until(by, now))));
  }

  /** To the nearest minute below an hour, hour below a day, and day above. */
  String duration(Duration duration) {
    if (duration.isZero()) {
      return word("duration.none");
    }
    long minutes = Math.max(1, duration.plusSeconds(30).toMinutes());
    long hours = duration.plusMinutes(30).toHours();
    if (minutes < 60) {
      return counted(words, "duration.minute", minutes);
    }
    return hours < 24
        ? counted(words, "duration.hour", hours)
        : counted(words, "duration.day", duration.plusHours(12).toDays());
  }

  static String rounded(Map<String, String> words, String family, Duration duration) {
    long hours = Math.max(1, duration.plusHours(1).minusNanos(1).toHours());
    return hours < 24
        ? counted(words, family + ".hour", hours)
        : counted(words, family + ".day", (hours + 23) / 24);
  }

  private static String counted(Map<String, String> words, String key, long count) {
    String form = count == 1 ? key : key + "s";
    return words.getOrDefault(form, form).replace("{0}", Long.toString(count));
  }

  private String word(String key) {
    return words.getOrDefault(key, key);
  }
}
