package dev.latchkey.flow.recovery;

import dev.latchkey.letter.Phrase;
import dev.latchkey.ticket.Answers;
import java.util.ArrayList;
import java.util.List;

/** What the desk took from the words of a requester, to be said back to them. */
public final class Understood {
  private Understood() {}

  /** A sentence for each answer that is there, in the order of the questions. */
  public static List<Phrase> of(Answers answers) {
    List<Phrase> understood = new ArrayList<>();
    answers.accountName().ifPresent(name -> understood.add(new Phrase.UnderstoodName(name)));
    if (!answers.reasons().isEmpty()) {
      understood.add(new Phrase.UnderstoodReasons(answers.reasons()));
    }
    if (answers.recoveryCodes().said()) {
      understood.add(new Phrase.UnderstoodCodes(answers.recoveryCodes()));
    }
    if (answers.codeOfConduct().isPresent()) {
      understood.add(new Phrase.UnderstoodConduct(answers.codeOfConduct().get()));
    }
    if (answers.acknowledged().orElse(false)) {
      understood.add(new Phrase.UnderstoodWait());
    }
    return understood;
  }
}
