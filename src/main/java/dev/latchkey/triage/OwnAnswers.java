package dev.latchkey.triage;

import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.triage.learned.Likelihoods;
import dev.latchkey.triage.learned.LineReader;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.request.RequestReader;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.triage.request.Said;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the answers in an {@link OwnForm} say, where the words of our own form say nothing. */
final class OwnAnswers {
  /** An answer says what is so likely. */
  private static final double LIKELY = 0.7;

  /** An answer agrees that is so likely to. */
  private static final double AGREED = 0.75;

  /** Who agreed by other words takes that back in a form only so likely. */
  private static final double SURE = 0.9;

  private static final Map<String, RecoveryCodes> CODES =
      Map.of(
          "codes=have", RecoveryCodes.HAVE,
          "codes=lost", RecoveryCodes.LOST,
          "codes=never", RecoveryCodes.NEVER_MADE,
          "codes=none", RecoveryCodes.NONE);

  private static final Map<RecoveryCodes, Said> SAID =
      Map.of(
          RecoveryCodes.HAVE, Said.CODES_HAVE,
          RecoveryCodes.LOST, Said.CODES_LOST,
          RecoveryCodes.NEVER_MADE, Said.CODES_NEVER_MADE,
          RecoveryCodes.NONE, Said.CODES_NONE);

  private final LineReader lines;
  private final RequestReader requests;

  OwnAnswers(LineReader lines, RequestReader requests) {
    this.lines = lines;
    this.requests = requests;
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
        case NAME -> name = name.or(() -> requests.nameIn(answer.text()));
        case PROJECTS -> projects.addAll(requests.projectsIn(answer.text()));
        case CONDUCT ->
            consent(read.agrees(), answer.text(), said, Said.AGREES, Said.DISAGREES);
        case WAIT ->
            consent(read.waits(), answer.text(), said, Said.CAN_WAIT, Said.CANNOT_WAIT);
        case CODES -> codes(read, answer.text(), said, reasons);
        case MAILBOX -> lost(answer.text(), "mailbox=gone", Reason.LOST_EMAIL_ACCESS, reasons);
        case DEVICE -> lost(answer.text(), "device=lost", Reason.LOST_2FA_DEVICE, reasons);
        case PASSWORD ->
            lost(answer.text(), "password=forgotten", Reason.FORGOT_PASSWORD, reasons);
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

  private void consent(
      Optional<Boolean> read, String answer, Set<Said> said, Said agrees, Said refuses) {
    Likelihoods likely = lines.read(answer);
    if (likely.of("consent=no") >= (read.isPresent() ? SURE : LIKELY)) {
      said.remove(agrees);
      said.add(refuses);
    } else if (read.isEmpty() && !asks(answer) && likely.of("consent=yes") >= AGREED) {
      said.add(agrees);
    }
  }

  /** Who asks back has not agreed. */
  private static boolean asks(String answer) {
    return answer.indexOf('?') >= 0 || answer.indexOf('？') >= 0;
  }

  private void codes(RequestReading read, String answer, Set<Said> said, Set<Reason> reasons) {
    Likelihoods likely = lines.read(answer);
    CODES.entrySet().stream()
        .max(Map.Entry.comparingByKey((one, other) -> Double.compare(likely.of(one), likely.of(other))))
        .filter(best -> likely.of(best.getKey()) >= LIKELY)
        .map(Map.Entry::getValue)
        .ifPresent(
            codes -> {
              if (!read.recoveryCodes().said()) {
                said.removeAll(SAID.values());
                said.add(SAID.get(codes));
              }
              if (codes == RecoveryCodes.LOST) {
                reasons.add(Reason.LOST_RECOVERY_CODES);
              }
            });
  }

  private void lost(String answer, String meaning, Reason reason, Set<Reason> reasons) {
    if (lines.read(answer).of(meaning) >= LIKELY) {
      reasons.add(reason);
    }
  }
}
