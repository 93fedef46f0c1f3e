package dev.latchkey.triage.mark;

import dev.latchkey.triage.words.WordList;
import java.util.Map;
import java.util.regex.Pattern;

/** What programs set before the subject of an answer, or of a mail that is passed on. */
public final class SubjectPrefixes {
  private static final Map<String, String> WORDS =
      WordList.alternatives(SubjectPrefixes.class, "subject-prefixes.txt");

  private static final Pattern ANSWERS =
      Pattern.compile("(?iu)^(?:\\s*(?:%s)\\s*[:：][:：\\s]*)+".formatted(WORDS.get("answers")));

  /** Of any there are, with a forward among them. */
  private static final Pattern FORWARDED =
      Pattern.compile(
          "(?iu)^\\s*%1$s(?:%2$s)\\s*[:：]\\s*%1$s"
              .formatted(
                  "(?:(?:%s|%s)\\s*[:：]\\s*)*"
                      .formatted(WORDS.get("answers"), WORDS.get("forwards")),
                  WORDS.get("forwards")));

  private SubjectPrefixes() {}

  /** The subject of what an answer answers. */
  public static String withoutAnswers(String subject) {
    return ANSWERS.matcher(subject).replaceFirst("");
  }

  /**
   * The subject of a mail that was passed on, as its writer gave it; any other as it is: "Re:"
   * alone may answer something.
   */
  public static String withoutForwards(String subject) {
    return FORWARDED.matcher(subject).replaceFirst("");
  }
}
