package dev.latchkey.triage;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.triage.RequestForm.Field;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A text cut into the sections of a form. A heading is a configured label alone on its line, in any
 * dress: {@code ## Label}, {@code **Label**}, {@code Label:}, underlined, numbered, as a question;
 * or {@code Label: answer}. What stands before the first heading is free text.
 */
final class FormText {

  /**
   * A section.
   *
   * @param field what its heading asks for
   * @param heading the heading as written; empty for free text
   * @param lines what stands below, without the heading
   */
  record Section(Field field, String heading, List<String> lines) {
    Section {
      lines = List.copyOf(lines);
    }

    String text() {
      return String.join("\n", lines).strip();
    }
  }

  private record Heading(Field field, String text, String answer) {}

  private static final Pattern RULE = Pattern.compile("^\\s*[-=_*~]{3,}\\s*$");
  private static final Pattern DRESSED =
      Pattern.compile("^\\s*(#{1,6}\\s|\\*\\*.*\\*\\*:?\\s*$|__.*__:?\\s*$).*");
  private static final Pattern INLINE =
      Pattern.compile(
          "^[\\s#>*_•–0-9.)-]*([^:=：?]{2,60}?)[\\s*_)]*(?:[:=：]|\\s[-–—]\\s|\\?)[\\s*_]*(.*)$");

  private static final Pattern SENTENCE_END = Pattern.compile("[.?!]\\s");
  private static final Pattern NUMBER = Pattern.compile("^[\\s>]*\\d{1,2}[.)]\\s");

  /** Their answer ends with the line when it began on the line of the label. */
  private static final Set<Field> ONE_LINE =
      EnumSet.of(Field.ACCOUNT_NAME, Field.ADDRESSES, Field.PROJECTS, Field.SITE);

  /** A longer line is no heading. */
  private static final int LONGEST_HEADING = 120;

  private final Map<String, Field> labels = new HashMap<>();

  FormText(Map<Field, List<String>> labels) {
    labels.forEach(
        (field, names) -> names.forEach(name -> this.labels.put(Words.key(name), field)));
  }

  /** The sections of {@code text}, in order. */
  List<Section> sections(String text) {
    List<Section> sections = new ArrayList<>();
    Heading open = new Heading(Field.DETAILS, "", "");
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (RULE.matches(line)) {
        continue;
      }
      Optional<Heading> heading = heading(line);
      if (heading.isPresent()) {
        close(open, lines, sections);
        open = heading.get();
        if (!open.answer().isBlank()) {
          lines.add(open.answer());
          if (ONE_LINE.contains(open.field())) {
            close(open, lines, sections);
            open = new Heading(Field.DETAILS, "", "");
          }
        }
      } else {
        lines.add(line);
      }
    }
    close(open, lines, sections);
    return sections;
  }

  private static void close(Heading open, List<String> lines, List<Section> sections) {
    if (!open.text().isEmpty() || lines.stream().anyMatch(line -> !line.isBlank())) {
      sections.add(new Section(open.field(), open.text(), lines));
    }
    lines.clear();
  }

  private Optional<Heading> heading(String line) {
    if (line.isBlank()) {
      return Optional.empty();
    }
    Optional<Field> whole = field(line);
    if (whole.isPresent()) {
      return Optional.of(new Heading(whole.get(), line.strip(), ""));
    }
    Matcher inline = INLINE.matcher(line);
    if (inline.matches()) {
      Optional<Field> field = field(inline.group(1));
      if (field.isPresent()) {
        return Optional.of(new Heading(field.get(), inline.group(1), inline.group(2).strip()));
      }
    }
    return DRESSED.matches(line)
        ? Optional.of(new Heading(Field.DETAILS, line.strip(), ""))
        : Optional.empty();
  }

  /** The label that {@code line} of a question begins with, without what explains it. */
  Optional<String> question(String line) {
    Matcher inline = INLINE.matcher(line);
    return Stream.of(line, inline.matches() ? inline.group(1) : "", SENTENCE_END.split(line, 2)[0])
        .filter(label -> field(label).isPresent())
        .findFirst();
  }

  private Optional<Field> field(String label) {
    return label.length() > LONGEST_HEADING
        ? Optional.empty()
        : Optional.ofNullable(labels.get(Words.key(NUMBER.matcher(label).replaceFirst(""))));
  }
}
