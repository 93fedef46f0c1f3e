package dev.latchkey.config;

import dev.latchkey.letter.writing.DeskWords;
import dev.latchkey.letter.writing.DeskWords.Said;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The sections with what is the desk's own in its letters: links, words and targets. */
final class WordSections {
  /** As a template can write it. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
  private static final Pattern LINK = Pattern.compile("(?:https?://|mailto:)[!-~]+");

  /** So that it fits a line of a mail together with words around it. */
  private static final int LONGEST = 500;

  private WordSections() {}

  static DeskWords read(Section file) {
    return new DeskWords(
        said(file.section("links"), true),
        said(file.section("words"), false),
        said(file.section("targets"), false),
        file.section("deadlines")
            .findText("reopen-within")
            .flatMap(Amounts::duration)
            .orElse(DeskWords.NONE.reopenWithin()),
        DeskSections.zone(file.section("desk"), DeskWords.NONE.zone()));
  }

  private static Map<String, Said> said(Section section, boolean links) {
    Map<String, Said> all = new TreeMap<>();
    for (String name : section.names()) {
      if (!NAME.matcher(name).matches()) {
        section.fault(
            name, "must be a name of small letters, digits and _, so that letters can use it");
      }
      all.put(
          name,
          section.hasKeys(name)
              ? new Said(Optional.empty(), byLanguage(section.section(name), links))
              : Said.always(text(section, name, links)));
    }
    return all;
  }

  private static Map<String, String> byLanguage(Section section, boolean links) {
    Map<String, String> texts = new TreeMap<>();
    for (String language : section.names()) {
      if (!LANGUAGE.matcher(language).matches()) {
        section.fault(language, "must be a language of two letters such as en");
      }
      texts.put(language, text(section, language, links));
    }
    return texts;
  }

  private static String text(Section section, String name, boolean link) {
    String text = section.text(name);
    if (link && !text.isEmpty() && !LINK.matcher(text).matches()) {
      section.fault(name, "must be a link such as https://example.org/help");
    } else if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      section.fault(name, "must be one line of %d characters at most".formatted(LONGEST));
    }
    return text;
  }
}
