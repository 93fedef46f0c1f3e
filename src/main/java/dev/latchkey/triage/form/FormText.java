package dev.latchkey.triage.form;

import com.google.re2j.Pattern;
import dev.latchkey.triage.form.RequestForm.Field;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text cut into the sections of a form. A heading is a configured label alone on its line, in any
 * dress: {@code ## Label}, {@code **Label**}, {@code Label:}, underlined, numbered, as a question;
 * or {@code Label: answer}. What stands before the first heading is free text.
 */
public final class FormText {
  private static final Pattern MARKUP = Pattern.compile("!\\[[^\\]]*\\]\\([^)]*\\)|<[^<>]*>");

  /**
   * A section.
   *
   * @param field what its heading asks for
   * @param heading the heading as written; empty for free text
   * @param lines what stands below, without the heading
   */
  public record Section(Field field, String heading, List<BoxReader.Line> lines) {
    public Section {
      lines = List.copyOf(lines);
    }

    /** All lines of the section, with line feeds between them. */
    public String text() {
      return lines.stream().map(BoxReader.Line::text).collect(Collectors.joining("\n")).strip();
    }
  }

  /**
   * A heading.
   *
   * @param answered whether its answer is a yes or no behind it, and ends with its paragraph
   */
  private record Heading(Field field, String text, String answer, boolean answered) {
    static final Heading NONE = unanswered(Field.DETAILS, "");

    static Heading unanswered(Field field, String text) {
      return new Heading(field, text, "", false);
    }
  }

  /** {@code ## Heading}. */
  private static final int DEEPEST = 6;

  /** Their answer ends with the line when it began on the line of the label. */
  private static final Set<Field> ONE_LINE =
      EnumSet.of(Field.ACCOUNT_NAME, Field.ADDRESSES, Field.PROJECTS, Field.SITE);

  /** Their answer ends with its paragraph when it began on the line of the label. */
  private static final Set<Field> SHORT =
      EnumSet.of(Field.CODE_OF_CONDUCT, Field.ACKNOWLEDGEMENT, Field.RECOVERY_CODES);

  /** A line of so many signs may have been wrapped. */
  private static final int WRAPPED = 55;

  /** A longer line is no heading. */
  private static final int LONGEST_HEADING = 120;

  private final Map<String, Field> labels = new HashMap<>();
  private final Set<String> beginnings = new HashSet<>();
  private final BoxReader boxes;

  public FormText(Map<Field, List<String>> labels, BoxReader boxes) {
    this.boxes = boxes;
    labels.forEach(
        (field, names) -> names.forEach(name -> this.labels.put(Words.key(name), field)));
    this.labels.keySet().forEach(label -> beginnings.add(Words.first(label)));
  }

  /** The sections of {@code text}, in order. */
  public List<Section> sections(String text) {
    List<Section> sections = new ArrayList<>();
    Heading open = Heading.NONE;
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (isRule(line)) {
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
            open = Heading.NONE;
          }
        }
      } else if (open.answered() && !goesOn(lines, line)) {
        // What follows is no part of a yes or no that stands behind its label.
        close(open, lines, sections);
        open = Heading.NONE;
        lines.add(line);
      } else {
        lines.add(line);
      }
    }
    close(open, lines, sections);
    return sections;
  }

  /** Whether {@code line} may be the rest of a sentence that was wrapped above it. */
  private static boolean goesOn(List<String> above, String line) {
    String last = above.isEmpty() ? "" : above.get(above.size() - 1);
    return !line.isBlank()
        && (last.length() >= WRAPPED
            || Character.isLowerCase(line.strip().codePointAt(0))
            || last.strip().endsWith(","));
  }

  private boolean isAnswered(Field field, String answer) {
    return SHORT.contains(field) && !answer.isBlank() && boxes.line(answer).box().isEmpty();
  }

  private void close(Heading open, List<String> lines, List<Section> sections) {
    if (!open.text().isEmpty() || lines.stream().anyMatch(line -> !line.isBlank())) {
      sections.add(
          new Section(open.field(), open.text(), lines.stream().map(boxes::line).toList()));
    }
    lines.clear();
  }

  private Optional<Heading> heading(String line) {
    if (line.isBlank()) {
      return Optional.empty();
    }
    Optional<Field> whole = field(line);
    if (whole.isPresent()) {
      return Optional.of(Heading.unanswered(whole.get(), line.strip()));
    }
    int separator = separator(line);
    if (separator > 0) {
      String label = line.substring(0, separator);
      Optional<Field> field = field(label);
      if (field.isPresent()) {
        String answer = withoutMarkup(line.substring(Math.min(line.length(), separator + 1)));
        return Optional.of(
            new Heading(field.get(), label.strip(), answer, isAnswered(field.get(), answer)));
      }
    }
    return isDressed(line)
        ? Optional.of(Heading.unanswered(Field.DETAILS, line.strip()))
        : Optional.empty();
  }

  /** The label that {@code line} of a question begins with, without what explains it. */
  Optional<String> question(String line) {
    int separator = separator(line);
    int end = line.indexOf(". ");
    return Stream.of(
            line, line.substring(0, Math.max(0, separator)), line.substring(0, Math.max(0, end)))
        .filter(label -> field(label).isPresent())
        .findFirst();
  }

  /** Where a label would end: before a colon, an equals or question mark, or a lone dash. */
  private static int separator(String line) {
    for (int at = 1; at < line.length() && at < LONGEST_HEADING; at++) {
      boolean ends =
          switch (line.charAt(at)) {
            case ':', '=', '：', '?' -> true;
            case '-', '–', '—' -> isLoneDash(line, at);
            default -> false;
          };
      if (ends) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isLoneDash(String line, int at) {
    return line.charAt(at - 1) == ' '
        && line.startsWith(" ", at + 1)
        && !line.substring(0, at).isBlank();
  }

  private static String withoutMarkup(String answer) {
    int from = 0;
    while (from < answer.length() && " \t*".indexOf(answer.charAt(from)) >= 0) {
      from++;
    }
    return answer.substring(from).strip();
  }

  /** Three signs or more that draw a line. */
  private static boolean isRule(String line) {
    String bare = line.strip();
    return bare.length() >= 3
        && "-=_*~".indexOf(bare.charAt(0)) >= 0
        && bare.chars().allMatch(sign -> "-=_*~".indexOf(sign) >= 0);
  }

  /** A heading by its looks: {@code ## Heading}, {@code **Heading**}. */
  private static boolean isDressed(String line) {
    String bare = line.strip();
    String end = bare.endsWith(":") ? bare.substring(0, bare.length() - 1) : bare;
    return isMarkdown(bare) || isWrapped(end, "**") || isWrapped(end, "__");
  }

  private static boolean isMarkdown(String bare) {
    int at = 0;
    while (at < bare.length() && bare.charAt(at) == '#') {
      at++;
    }
    return at > 0 && at <= DEEPEST && at < bare.length() && isBlank(bare.charAt(at));
  }

  private static boolean isBlank(char sign) {
    return sign == ' ' || sign == '\t' || sign == '\r' || sign == '\f';
  }

  private static boolean isWrapped(String text, String mark) {
    return text.length() > 2 * mark.length() && text.startsWith(mark) && text.endsWith(mark);
  }

  private Optional<Field> field(String label) {
    String bare = label.length() > LONGEST_HEADING ? "" : withoutNumber(label);
    return beginnings.contains(Words.first(bare))
        ? Optional.ofNullable(labels.get(Words.key(bare)))
        : Optional.empty();
  }

  private static String withoutNumber(String label) {
    int from = 0;
    while (from < label.length() && (isBlank(label.charAt(from)) || label.charAt(from) == '>')) {
      from++;
    }
    int to = from;
    while (to < label.length() && to < from + 2 && isDigit(label.charAt(to))) {
      to++;
    }
    boolean numbered =
        to > from
            && to + 1 < label.length()
            && (label.charAt(to) == '.' || label.charAt(to) == ')')
            && isBlank(label.charAt(to + 1));
    return numbered ? label.substring(to + 2) : label;
  }

  private static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }

  /** Words beside pictures and links. */
  public static int length(Words details) {
    String text = details.text();
    boolean markup = text.indexOf('<') >= 0 || text.indexOf('[') >= 0;
    return (markup ? Words.of(MARKUP.matcher(text).replaceAll(" ")) : details).list().size();
  }
}
