package dev.latchkey.flow.loop;

import dev.latchkey.mail.InboundMail;
import dev.latchkey.store.ClaimedMail;
import dev.latchkey.triage.TriagedMail;
import dev.latchkey.triage.command.CommandReading;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.dkim.DkimCheck;
import dev.latchkey.trust.dkim.KeysAwayException;
import dev.latchkey.trust.sender.DkimSignature;
import dev.latchkey.trust.sender.SenderTrust;
import dev.latchkey.trust.sender.SenderTrust.Level;
import dev.latchkey.trust.sender.SignatureOpinion;
import dev.latchkey.trust.sender.SignatureOpinion.Verdict;
import dev.latchkey.trust.staff.StaffRoster;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The desk's own opinion of the signature of a mail in the name of its staff, beside what the mail
 * server said: whether it holds, where that is set, and whether it covers how the mail is read.
 */
public final class StaffSignatures {
  /** So long a mail waits for a resolver; then its commands are answered, and only stops count. */
  private static final Duration PATIENCE = Duration.ofHours(6);

  private static final Set<Verb> AT_ONCE =
      EnumSet.of(
          Verb.HOLD,
          Verb.REJECT,
          Verb.CLOSE,
          Verb.FREEZE,
          Verb.NOTE,
          Verb.REPLY,
          Verb.STATUS,
          Verb.QUEUE,
          Verb.HELP);

  private final StaffRoster staff;
  private final boolean coverContent;
  private final Optional<DkimCheck> check;
  private final InstantSource clock;

  /**
   * @param coverContent whether the signature must cover Content-Type and Content-Transfer-Encoding
   * @param check verifies the signature itself; empty where the server's word is enough
   */
  public StaffSignatures(
      StaffRoster staff, boolean coverContent, Optional<DkimCheck> check, InstantSource clock) {
    this.staff = staff;
    this.coverContent = coverContent;
    this.check = check;
    this.clock = clock;
  }

  /** A mail that is looked at again later: the key of its signature cannot be asked for. */
  static final class LaterException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LaterException(Throwable cause) {
      super(cause);
    }
  }

  /**
   * What the server said of a mail, with the desk's own opinion where it is one of staff.
   *
   * @throws LaterException when the opinion has to wait
   */
  SenderTrust seen(ClaimedMail claimed, InboundMail mail, SenderTrust trust, TriagedMail triaged) {
    return ofStaff(mail, trust)
        ? trust.with(
            opinion(
                claimed, mail, mail.identity().orElseThrow().domain(), goesOn(triaged.commands())))
        : trust;
  }

  /** Whether the server says that a member of staff sent it. */
  boolean ofStaff(InboundMail mail, SenderTrust trust) {
    return trust.level() == Level.ALIGNED && mail.identity().flatMap(staff::find).isPresent();
  }

  /** What stops or looks waits for nobody. */
  private static boolean goesOn(CommandReading commands) {
    return commands.commands().stream().anyMatch(command -> !AT_ONCE.contains(command.verb()));
  }

  private SignatureOpinion opinion(
      ClaimedMail claimed, InboundMail mail, String domain, boolean mayWait) {
    if (check.isEmpty()) {
      return of(coverContent ? DkimSignature.open(mail, domain) : List.of(), Verdict.NOT_ASKED);
    }
    try {
      List<Set<String>> holding = check.get().holding(claimed.bytes(), domain);
      if (holding.isEmpty()) {
        return new SignatureOpinion(Verdict.BROKEN, List.of());
      }
      List<String> open = DkimSignature.open(mail, holding.get(0));
      for (Set<String> covered : holding) {
        List<String> another = DkimSignature.open(mail, covered);
        open = another.size() < open.size() ? another : open;
      }
      return of(coverContent ? open : List.of(), Verdict.HOLDS);
    } catch (KeysAwayException e) {
      Instant since = claimed.receivedAt();
      if (mayWait && since.plus(PATIENCE).isAfter(clock.instant())) {
        throw new LaterException(e);
      }
      return new SignatureOpinion(Verdict.UNCHECKED, List.of());
    }
  }

  private static SignatureOpinion of(List<String> open, Verdict otherwise) {
    return open.isEmpty()
        ? new SignatureOpinion(otherwise, List.of())
        : new SignatureOpinion(Verdict.FIELDS_OPEN, open);
  }
}
