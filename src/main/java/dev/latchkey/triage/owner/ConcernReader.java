package dev.latchkey.triage.owner;

import dev.latchkey.ticket.Concern;
import dev.latchkey.triage.form.Plainly;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.Sign;
import dev.latchkey.triage.words.SignScorer;
import dev.latchkey.triage.words.Statements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a mail is about beside a recovery. It is asked of every first mail: what is no
 * recovery goes to a person under this name, and what is one shows it to whoever decides. Where no
 * concern has enough signs there is none, and a person finds out.
 */
public final class ConcernReader {
  private final Map<Concern, List<Sign>> concerns;
  private final SignScorer signs;
  private final Plainly plainly;

  public ConcernReader(RequestForm form) {
    this.concerns = form.concerns().signs();
    List<Sign> all = concerns.values().stream().flatMap(List::stream).toList();
    this.signs = new SignScorer(form.concerns().vocabulary(), all, all);
    this.plainly = new Plainly(form.concerns().doubts());
  }

  /** Reads a subject and what was written below it (the generous reading, secrets removed). */
  public ConcernReading read(String subject, String generous) {
    return read(MailText.of(subject), MailText.of(RedactedText.withoutMarks(generous)), generous);
  }

  /**
   * The same of texts that others read as well.
   *
   * @param written without the marks of secrets
   * @param generous with them
   */
  public ConcernReading read(MailText title, MailText written, String generous) {
    String subject = title.text();
    ConcernReading read = weigh(title, written);
    boolean stated =
        read.concern().filter(Concern.COMPROMISED::equals).isEmpty()
            || weigh(
                    MailText.of(plainly.stated(subject)),
                    MailText.of(RedactedText.withoutMarks(plainly.stated(generous))))
                .concern()
                .filter(Concern.COMPROMISED::equals)
                .isPresent();
    if (DangerReader.strangerInside(written)) {
      return new ConcernReading(Optional.of(Concern.COMPROMISED), read.why());
    }
    if (!(stated && read.concern().filter(Concern.COMPROMISED::equals).isPresent())
        && (ApproachReader.warns(written) || DangerReader.posed(written))) {
      return new ConcernReading(Optional.of(Concern.APPROACHED), read.why());
    }
    return stated ? read : new ConcernReading(Optional.of(Concern.AFRAID), read.why());
  }

  private ConcernReading weigh(MailText subject, MailText written) {
    Statements statements = signs.read(written.clausesBelow(subject));
    Optional<Concern> best = Optional.empty();
    int most = Sign.ENOUGH - 1;
    List<String> why = new ArrayList<>();
    // In the order of the constants: of two that are as likely the graver is meant.
    for (Concern concern : Concern.values()) {
      SignScorer.Sum sum =
          SignScorer.sum(concern.word(), concerns.getOrDefault(concern, List.of()), statements);
      why.addAll(sum.why());
      if (sum.points() > most) {
        best = Optional.of(concern);
        most = sum.points();
      }
    }
    return new ConcernReading(best, why);
  }
}
