package dev.latchkey.triage;

import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.learned.LineReader;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.request.AnswerReader;
import dev.latchkey.triage.request.RequestReading;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the answers in an {@link OwnForm} say, where the words of our own form say nothing. */
final class OwnAnswers {
  private static final Map<RecoveryCodes, Said> SAID =
      Map.of(
          RecoveryCodes.HAVE, Said.CODES_HAVE,
          RecoveryCodes.MAYBE, Said.CODES_MAYBE,
          RecoveryCodes.LOST, Said.CODES_LOST,
          RecoveryCodes.NEVER_MADE, Said.CODES_NEVER_MADE,
          RecoveryCodes.NONE, Said.CODES_NONE);

  private final LineReader lines;
  private final AnswerReader answers;

  OwnAnswers(LineReader lines, AnswerReader answers) {
    this.lines = lines;
    this.answers = answers;
  }

  /** {@code read}, with what the form in {@code reply} adds. */
  RequestReading completed(RequestReading read, TrimmedReply reply) {
    List<OwnForm.Answer> form = OwnForm.of(reply, lines);
    if (form.isEmpty()) {
      return read;
    }
    Set<Said> said = new LinkedHashSet<>(read.said());
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    Set<String> projects = new LinkedHashSet<>();
    Optional<String> name = Optional.empty();
    for (OwnForm.Answer answer : form) {
      switch (answer.asks()) {
        case NAME -> name = name.or(() -> answers.name(answer.text()));
        case PROJECTS -> projects.addAll(answers.projects(answer.text()));
        case CONDUCT ->
            consent(read.codeOfConduct(), read.agrees(), answer, said, Said.AGREES, Said.DISAGREES);
        case WAIT ->
            consent(
                read.acknowledged(), read.waits(), answer, said, Said.CAN_WAIT, Said.CANNOT_WAIT);
        case CODES -> codes(read, answer, said, reasons);
        case MAILBOX ->
            lost(
                LineReader.MAILBOX,
                LineReader.GONE,
                answer.text(),
                Reason.LOST_EMAIL_ACCESS,
                reasons);
        case DEVICE ->
            lost(LineReader.DEVICE, "lost", answer.text(), Reason.LOST_2FA_DEVICE, reasons);
        case PASSWORD ->
            lost(LineReader.PASSWORD, "forgotten", answer.text(), Reason.FORGOT_PASSWORD, reasons);
        default -> {}
      }
    }
    return with(read, said, reasons, name, projects);
  }

  private static RequestReading with(
      RequestReading read,
      Set<Said> said,
      Set<Reason> lost,
      Optional<String> name,
      Set<String> projects) {
    Set<Reason> reasons = new HashSet<>(read.reasons());
    boolean same = !reasons.addAll(lost);
    if (reasons.size() > 1) {
      reasons.remove(Reason.OTHER);
    }
    Optional<String> username = read.labelled() ? read.username() : name.or(read::username);
    Set<String> named = new LinkedHashSet<>(read.projects());
    if (!projects.isEmpty()) {
      // Who is asked for each of them tells them apart.
      username.ifPresent(named::remove);
      named.addAll(projects);
    }
    return read.with(
        read.recovery(), read.sure() && same, reasons, said, username, List.copyOf(named));
  }

  /**
   * A refusal counts whatever else was read in sentences; a yes where nothing was.
   *
   * @param box what the field or the box of our own form says: it stands
   */
  private void consent(
      Optional<Boolean> box,
      Optional<Boolean> read,
      OwnForm.Answer answer,
      Set<Said> said,
      Said agrees,
      Said refuses) {
    Optional<Boolean> agreed = box.isPresent() ? Optional.empty() : answers.agreed(answer.text());
    if (agreed.isPresent() && !agreed.get()) {
      said.remove(agrees);
      said.add(refuses);
    } else if (agreed.isPresent() && read.isEmpty()) {
      said.add(agrees);
    }
  }

  private void codes(
      RequestReading read, OwnForm.Answer answer, Set<Said> said, Set<Reason> reasons) {
    if (answers.asksForLoss(answer.heading())) {
      // "Codes lost? Yes": what a yes means there is asked.
      return;
    }
    RecoveryCodes codes = answers.codes(answer.text());
    if (codes.said() && !read.recoveryCodes().said()) {
      said.removeAll(SAID.values());
      Optional.ofNullable(SAID.get(codes)).ifPresent(said::add);
    }
    if (codes == RecoveryCodes.LOST) {
      reasons.add(Reason.LOST_RECOVERY_CODES);
    }
  }

  private void lost(String to, String meaning, String answer, Reason reason, Set<Reason> reasons) {
    if (lines.says(to, answer).filter(meaning::equals).isPresent()) {
      reasons.add(reason);
    }
  }
}
