package dev.latchkey.letter.writing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.letter.LetterTexts;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.ticket.Answers.Question;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a letter asks by numbers is known from its text, in every language. */
class NumberedQuestionsTest {
  private final TemplateCatalog catalog = TemplateCatalog.loadDefault();

  @Test
  void theQuestionsOfALetterAreFoundAgain() {
    List<Question> asked =
        List.of(Question.RECOVERY_CODES, Question.CODE_OF_CONDUCT, Question.ACKNOWLEDGEMENT);
    RequesterLetter letter =
        new RequesterLetter.DetailsMissing(
            true, false, List.of(), EnumSet.copyOf(asked), false, false, false, Optional.empty());
    for (String language : catalog.languages()) {
      String body = catalog.render(letter, language, LetterTexts.HEAD).body();
      assertThat(catalog.numberedIn(body)).as(language).isEqualTo(asked);
    }
  }

  @Test
  void otherLinesWithANumberAskNothing() {
    assertThat(catalog.numberedIn("1. A recovery code\n2. The file of your site\n")).isEmpty();
  }
}
