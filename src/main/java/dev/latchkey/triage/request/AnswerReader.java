package dev.latchkey.triage.request;

import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.triage.form.AnswerWords;
import dev.latchkey.triage.form.CodesDoubtReader;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.learned.LineReader;
import dev.latchkey.triage.name.AccountNames;
import dev.latchkey.triage.name.NamedAddresses;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an answer says, where it is certain which question it answers: by the words that the form
 * knows, and by what was learned of other people's answers.
 */
public final class AnswerReader {
  private final AccountNames names;
  private final NamedAddresses named;
  private final AnswerWords words;
  private final LineReader learned;

  public AnswerReader(RequestForm form, LineReader learned) {
    this.names = AccountNames.of(form);
    this.named = new NamedAddresses(form.sites(), form.projectNames(), form.vocabulary().words());
    this.words = new AnswerWords(form.answers());
    this.learned = learned;
  }

  /** The account name that answers a question for it. */
  public Optional<String> name(String answer) {
    return names.inField(answer);
  }

  /** The projects that answer a question for them. */
  public Set<String> projects(String answer) {
    return named.inField(answer);
  }

  /**
   * What {@code answer} says to a question for consent: a word or two by the words of a yes and a
   * no, more by what was learned; a condition is no yes.
   */
  public Optional<Boolean> agreed(String answer) {
    Optional<Boolean> known = words.agreed(answer);
    if (words.isPlain(answer)) {
      return known;
    }
    return learned
        .says(LineReader.CONSENT, answer)
        .map("yes"::equals)
        .filter(yes -> !yes || !words.doubts(answer))
        .or(() -> known.filter(yes -> !yes || learned.leansToYes(answer)));
  }

  /** What {@code answer} says to the question for recovery codes. */
  public RecoveryCodes codes(String answer) {
    RecoveryCodes known = words.codes(answer);
    return known.said() || CodesDoubtReader.ofBackup(answer)
        ? known
        : learned
            .says(LineReader.CODES, answer)
            .map(word -> RecoveryCodes.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(RecoveryCodes.UNSAID);
  }

  /** Whether a heading asks whether recovery codes are gone, so that a yes says that they are. */
  public boolean asksForLoss(String heading) {
    return words.codes(heading).gone();
  }
}
