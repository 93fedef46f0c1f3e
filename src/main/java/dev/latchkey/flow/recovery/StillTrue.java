package dev.latchkey.flow.recovery;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.EvidenceLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.NoticeLetter;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.StandingLetter;
import dev.latchkey.letter.VoucherLetter;
import dev.latchkey.letter.WorkLetter;
import dev.latchkey.store.HeldLetter;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.TokenPurpose;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a letter that had to wait may be sent as it is: its ticket may have moved on since. */
public final class StillTrue {
  private static final LetterKind CODE = LetterKind.of(OwnerLetter.Code.class);

  private static final LetterKind VOUCH = LetterKind.of(VoucherLetter.Vouch.class);

  /** What a code is for that a letter brings. */
  private static final Map<LetterKind, TokenPurpose> BRINGS =
      Map.of(CODE, TokenPurpose.PROVE, VOUCH, TokenPurpose.VOUCH);

  /** What asks for something that only an open ticket can use. */
  private static final Set<LetterKind> WHILE_OPEN =
      Set.of(CODE, LetterKind.of(NoticeLetter.NoticeStarted.class), VOUCH);

  /** What puts something before the staff that they are to decide or to do. */
  private static final Set<LetterKind> WHILE_UNMOVED =
      Set.of(LetterKind.of(StaffLetter.Case.class), LetterKind.of(WorkLetter.Task.class));

  /** The words of a person, or news of what happened, whatever came of it. */
  private static final Set<LetterKind> ALWAYS =
      Set.of(
          LetterKind.of(DecisionLetter.StaffReply.class),
          LetterKind.of(OwnerLetter.StaffWrote.class));

  /** So long a letter waits that says only what is being done. */
  private static final Duration SOON = Duration.ofMinutes(2);

  /** What came of recovery codes that were offered to the account system. */
  private static final Set<LetterKind> CODES_CHECKED =
      Set.of(
          LetterKind.of(EvidenceLetter.SavedCodeAccepted.class),
          LetterKind.of(EvidenceLetter.SavedCodeRefused.class),
          LetterKind.of(EvidenceLetter.SavedCodeUnchecked.class),
          LetterKind.of(EvidenceLetter.SavedCodeAlone.class));

  /** What came of a look. */
  private static final Set<LetterKind> LOOKED =
      Set.of(
          LetterKind.of(EvidenceLetter.ProofSeen.class),
          LetterKind.of(EvidenceLetter.ProofNotSeen.class),
          LetterKind.of(EvidenceLetter.ProofWanted.class),
          LetterKind.of(EvidenceLetter.ProofLooking.class),
          LetterKind.of(EvidenceLetter.AddressCode.class),
          LetterKind.of(RequesterLetter.InReview.class),
          LetterKind.of(RequesterLetter.PersonLooks.class));

  /** What comes of a day that was told and has passed. */
  private static final Set<LetterKind> COMES_OF_IT =
      Set.of(
          LetterKind.of(DecisionLetter.Postponed.class),
          LetterKind.of(DecisionLetter.UnderCheck.class),
          LetterKind.of(NoticeLetter.NoticeFinal.class),
          LetterKind.of(NoticeLetter.NoticeOff.class));

  /** Letters that say what is being done, and those that say what came of it. */
  private static final Map<LetterKind, Set<LetterKind>> UNTIL_TOLD =
      Map.of(
          LetterKind.of(EvidenceLetter.ProofLooking.class), LOOKED,
          LetterKind.of(StandingLetter.Received.class), CODES_CHECKED,
          LetterKind.of(StandingLetter.Overdue.class), COMES_OF_IT);

  private StillTrue() {}

  /**
   * How long a letter waits: who reads within minutes what came of a thing needs no other letter
   * before, which says that it is being done.
   */
  static Duration pause(FlowContext context, Ticket ticket, RequesterLetter letter) {
    boolean soon =
        letter instanceof EvidenceLetter.ProofLooking looking
            ? !looking.people()
            : letter instanceof StandingLetter.Received received
                ? received.saysNoMore() && context.work().executions().checks(ticket.id())
                // The step that is due may tell a new day, or that there is none.
                : letter instanceof StandingLetter.Overdue
                    && ticket.state() == TicketState.COOLING_OFF;
    return soon ? SOON : Duration.ZERO;
  }

  /** Whether a letter is true no more. */
  public static boolean overtaken(FlowContext context, HeldLetter letter, Ticket ticket) {
    LetterKind kind = letter.letter();
    boolean moved = ticket.stateSince().isAfter(letter.createdAt());
    if (ALWAYS.contains(kind)) {
      return false;
    }
    if (WHILE_OPEN.contains(kind)) {
      return ticket.state().closed()
          || code(context, letter).flatMap(IssuedToken::usedAt).isPresent()
          || codes(context, letter).anyMatch(it -> it.issuedAt().isAfter(letter.createdAt()));
    }
    if (WHILE_UNMOVED.contains(kind)) {
      return moved;
    }
    return moved
        && (kind.toRequester() || kind.toOwner() || kind.toVoucher())
        && context.work().held().wroteLater(letter);
  }

  /** Whether it says what was being done, and its reader was told what came of it. */
  public static boolean told(FlowContext context, HeldLetter letter) {
    return context
        .work()
        .held()
        .wroteLater(letter, UNTIL_TOLD.getOrDefault(letter.letter(), Set.of()));
  }

  /** Whether it brings a code of which less than half of its time is left: a new one is better. */
  public static boolean stale(FlowContext context, HeldLetter letter) {
    return code(context, letter)
        .filter(
            token ->
                Duration.between(context.now(), token.expiresAt())
                        .multipliedBy(2)
                        .compareTo(Duration.between(token.issuedAt(), token.expiresAt()))
                    < 0)
        .isPresent();
  }

  private static Optional<IssuedToken> code(FlowContext context, HeldLetter letter) {
    return codes(context, letter)
        .filter(token -> token.issuedAt().equals(letter.createdAt()))
        .findFirst();
  }

  /** All that its reader was to get for its ticket; none where it brings no code. */
  private static Stream<IssuedToken> codes(FlowContext context, HeldLetter letter) {
    TokenPurpose purpose = BRINGS.get(letter.letter());
    return Optional.ofNullable(letter.ticketId()).filter(id -> purpose != null).stream()
        .flatMap(id -> context.work().tokens().ofTicket(id).stream())
        .filter(token -> token.purpose() == purpose)
        .filter(token -> token.recipient().toString().equals(letter.recipient()));
  }
}
