package dev.latchkey.triage.form;

import dev.latchkey.triage.form.FormText.Section;
import dev.latchkey.triage.form.RequestForm.Field;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The sections of a text that is read as a form, and what is filled in below their labels. */
public record FormSections(List<Section> all) {
  /** More words below a label than an answer has. */
  public static final int MUCH_TEXT = 3;

  public FormSections {
    all = List.copyOf(all);
  }

  /** Those that ask for something, in their order. */
  public List<Section> of(Field field) {
    return all.stream().filter(section -> section.field() == field).toList();
  }

  /** Everything that was said in sentences: all but short answers, boxes and their labels. */
  public String details() {
    return all.stream()
        .filter(FormSections::isProse)
        .flatMap(section -> section.lines().stream())
        .filter(line -> line.box().isEmpty() && line.asks().isEmpty())
        .map(BoxReader.Line::text)
        .collect(Collectors.joining("\n"))
        .strip();
  }

  private static boolean isProse(Section section) {
    return switch (section.field()) {
      case REASON, DETAILS -> true;
      case ACCOUNT_NAME, PROJECTS, ADDRESSES, SITE ->
          Words.of(section.text()).list().size() > MUCH_TEXT;
      case RECOVERY_CODES, CODE_OF_CONDUCT, ACKNOWLEDGEMENT, FOREIGN -> false;
    };
  }

  /** Whether it is a form of something else. */
  public boolean isForeign() {
    return all.stream().anyMatch(section -> section.field() == Field.FOREIGN);
  }

  /** Whether anything stands below the label of a field. */
  public boolean isFilled(Field field) {
    return all.stream().anyMatch(section -> section.field() == field && !section.text().isEmpty());
  }

  /** What stands below the label of a field, or is its box. */
  public List<BoxReader.Line> below(Field field) {
    List<BoxReader.Line> lines = new ArrayList<>();
    for (Section section : all) {
      boolean own = section.field() == field;
      if (own && section.lines().isEmpty()) {
        lines.add(BoxReader.Line.EMPTY);
      }
      for (BoxReader.Line line : section.lines()) {
        if (own || line.asks().contains(field)) {
          lines.add(line);
        }
      }
    }
    return lines;
  }
}
