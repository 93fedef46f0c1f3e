package dev.latchkey.flow.proving;

import dev.latchkey.check.PlainName;
import dev.latchkey.letter.phrase.ClaimPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the desk took from the words of a requester, to be said back to them. */
public final class Understood {
  private Understood() {}

  /** A sentence for each answer that is there, in the order of the questions. */
  public static List<Phrase> of(Answers answers) {
    return of(answers, List.of());
  }

  /**
   * The same, where the account name was corrected.
   *
   * @param before the wrong one; empty where none was
   */
  public static List<Phrase> corrected(Answers answers, Optional<String> before) {
    List<Phrase> understood = new ArrayList<>();
    if (before.filter(PlainName::is).isPresent()
        && answers.accountName().filter(PlainName::is).isPresent()) {
      understood.add(
          new ClaimPhrase.UnderstoodCorrection(answers.accountName().get(), before.get()));
      understood.addAll(of(answers.withoutName()));
      return understood;
    }
    return of(answers);
  }

  /**
   * The same.
   *
   * @param oneOf accounts of which they did not say which one it is
   */
  public static List<Phrase> of(Answers answers, List<String> oneOf) {
    List<Phrase> understood = new ArrayList<>();
    if (!oneOf.isEmpty()) {
      understood.add(new ClaimPhrase.UnderstoodNames(oneOf));
    }
    answers
        .accountName()
        .ifPresent(
            name ->
                understood.add(
                    PlainName.is(name)
                        ? new ClaimPhrase.UnderstoodName(name)
                        : new ClaimPhrase.UnderstoodSomeName()));
    if (!answers.reasons().isEmpty()) {
      understood.add(new ClaimPhrase.UnderstoodReasons(answers.reasons()));
    }
    if (answers.recoveryCodes().said()) {
      understood.add(new ClaimPhrase.UnderstoodCodes(answers.recoveryCodes()));
    }
    if (answers.codeOfConduct().isPresent()) {
      understood.add(new ClaimPhrase.UnderstoodConduct(answers.codeOfConduct().get()));
    }
    if (answers.acknowledged().orElse(false)) {
      understood.add(new ClaimPhrase.UnderstoodWait());
    }
    return understood;
  }
}
