package dev.latchkey.triage.request;

import dev.latchkey.triage.request.FormText.Section;
import dev.latchkey.triage.request.RequestForm.Field;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The sections of a text that is read as a form, and what is filled in below their labels. */
record FormSections(List<Section> all) {
  /** More words below a label than an answer has. */
  static final int MUCH_TEXT = 3;

  FormSections {
    all = List.copyOf(all);
  }

  /** Those that ask for something, in their order. */
  List<Section> of(Field field) {
    return all.stream().filter(section -> section.field() == field).toList();
  }

  /** Everything that was said in sentences: all but short answers, boxes and their labels. */
  String details() {
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
  boolean isForeign() {
    return all.stream().anyMatch(section -> section.field() == Field.FOREIGN);
  }

  /** Whether anything stands below the label of a field. */
  boolean isFilled(Field field) {
    return all.stream().anyMatch(section -> section.field() == field && !section.text().isEmpty());
  }

  /** What stands below the label of a field, or is its box. */
  List<BoxReader.Line> below(Field field) {
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
