package dev.latchkey.flow;

import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.EvidenceLetter;
import dev.latchkey.letter.Letter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.NoticeLetter;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.StandingLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.DedupeKey;
import dev.latchkey.outgoing.Draft;
import dev.latchkey.store.UnitOfWork;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the letters of one look at the inbox say when all of its mails were worked on: they are read
 * together, so that none says of a ticket what a later mail of that look has changed. Nothing of
 * this was kept yet, so that what is taken back was never written.
 */
final class EndOfLook {
  /** Letters that say where a request stands, or what is waited for, and nothing that lasts. */
  private static final Set<LetterKind> PASSING =
      Set.of(
          LetterKind.of(StandingLetter.Status.class),
          LetterKind.of(StandingLetter.Received.class),
          LetterKind.of(StandingLetter.Joined.class),
          LetterKind.of(RequesterLetter.DetailsMissing.class),
          LetterKind.of(RequesterLetter.AnswersComplete.class),
          LetterKind.of(RequesterLetter.PersonLooks.class),
          LetterKind.of(RequesterLetter.SelfServiceFailed.class),
          LetterKind.of(RequesterLetter.InReview.class),
          LetterKind.of(EvidenceLetter.ProofWanted.class),
          LetterKind.of(EvidenceLetter.NewCode.class));

  /** Letters that tell by themselves where a request stands from then on. */
  private static final Set<LetterKind> TELLING =
      Set.of(
          LetterKind.of(RequesterLetter.DetailsMissing.class),
          LetterKind.of(RequesterLetter.AnswersComplete.class),
          LetterKind.of(RequesterLetter.PersonLooks.class),
          LetterKind.of(RequesterLetter.SelfService.class),
          LetterKind.of(RequesterLetter.SelfServiceFailed.class),
          LetterKind.of(RequesterLetter.InReview.class),
          LetterKind.of(RequesterLetter.Withdrawn.class),
          LetterKind.of(EvidenceLetter.ProofWanted.class),
          LetterKind.of(DecisionLetter.Question.class),
          LetterKind.of(DecisionLetter.Approved.class),
          LetterKind.of(DecisionLetter.Rejected.class),
          LetterKind.of(DecisionLetter.Closed.class),
          LetterKind.of(DecisionLetter.UnderCheck.class),
          LetterKind.of(DecisionLetter.Redirected.class),
          LetterKind.of(DecisionLetter.Merged.class),
          LetterKind.of(DecisionLetter.Recovered.class),
          LetterKind.of(DecisionLetter.RecoveredForAnother.class),
          LetterKind.of(DecisionLetter.PerhapsOver.class),
          LetterKind.of(DecisionLetter.Reopened.class));

  private final UnitOfWork work;
  private final Set<String> known;
  private final List<Optional<NewLetter>> letters;

  private EndOfLook(UnitOfWork work, List<NewLetter> drafts, Set<String> known) {
    this.work = work;
    this.known = known;
    this.letters = new ArrayList<>(drafts.stream().map(Optional::of).toList());
  }

  /**
   * The letters that are left, as they are true at the end.
   *
   * @param known the keys of letters that were written before: none of these is sent, so that none
   *     tells what another one would
   */
  static List<NewLetter> settle(UnitOfWork work, List<NewLetter> drafts, Set<String> known) {
    EndOfLook look = new EndOfLook(work, drafts, known);
    for (int i = 0; i < drafts.size(); i++) {
      look.settle(i);
    }
    return look.letters.stream().flatMap(Optional::stream).toList();
  }

  private void settle(int at) {
    NewLetter letter = letters.get(at).orElseThrow();
    OptionalInt other =
        Stream.of(
                later(at, letter),
                first(at, letter),
                writesForAnother(letter),
                named(letter),
                ended(at, letter))
            .filter(OptionalInt::isPresent)
            .findFirst()
            .orElse(OptionalInt.empty());
    if (other.isPresent()) {
      NewLetter told = letters.get(other.getAsInt()).orElseThrow().inPlaceOf(letter);
      Draft more = told.draft().saying(it -> withBesides(it, letter.letter()));
      letters.set(other.getAsInt(), Optional.of(told.with(more)));
      letters.set(at, Optional.empty());
      return;
    }
    OptionalInt notice = asOwner(letter);
    if (notice.isPresent()) {
      letters.set(notice.getAsInt(), Optional.of(both(notice.getAsInt(), letter)));
      letters.set(at, Optional.empty());
      return;
    }
    letters.set(at, now(letter));
    letters.get(at).ifPresent(now -> inOne(at, now));
  }

  /** Puts the words of a letter into one to the same reader, where they stand in one. */
  private void inOne(int at, NewLetter letter) {
    if (!isSent(at, letter)) {
      return;
    }
    for (int i = 0; i < letters.size(); i++) {
      int other = i;
      boolean first = i < at;
      Optional<NewLetter> both =
          letters
              .get(i)
              .filter(it -> other != at && together(it, letter) && isSent(other, it))
              .flatMap(it -> InOneLetter.both(it, letter, first));
      if (both.isPresent()) {
        letters.set(i, both);
        letters.set(at, Optional.empty());
        return;
      }
    }
  }

  /** Whether a letter goes out, as none did with its key. */
  private boolean isSent(int at, NewLetter letter) {
    DedupeKey key = letter.draft().key();
    return !known.contains(key.sha256())
        && letters.subList(0, at).stream()
            .flatMap(Optional::stream)
            .noneMatch(it -> it.draft().key().equals(key));
  }

  private Optional<NewLetter> now(NewLetter letter) {
    Optional<LateCase> late = lateCase(letter);
    return late.isPresent()
        ? late.get().instead(letters)
        : letter.draft().anewNow().map(letter::with);
  }

  /** A later letter about the same ticket, which has moved on in between. */
  private OptionalInt later(int at, NewLetter letter) {
    return passes(letter.letter())
        ? beside(
            letter,
            at + 1,
            letters.size(),
            it ->
                TELLING.contains(it.letter().kind())
                    && (!it.state().equals(letter.state())
                        || it.letter().kind().equals(letter.letter().kind())))
        : OptionalInt.empty();
  }

  /** Whether it lasts only until something else is told. */
  private static boolean passes(Letter letter) {
    return PASSING.contains(letter.kind())
        || (letter instanceof DecisionLetter.UnderCheck check
            && check.untilDecided()
            && check.announced().isEmpty());
  }

  /** The first answer, which tells what is missing, and what follows, as that is at the end. */
  private OptionalInt first(int at, NewLetter letter) {
    boolean says =
        letter.letter() instanceof RequesterLetter.DetailsMissing
            || letter.letter() instanceof RequesterLetter.AnswersComplete;
    return says
        ? beside(letter, 0, at, it -> it.letter() instanceof RequesterLetter.Acknowledgement)
        : OptionalInt.empty();
  }

  /** Who named somebody reads that a person looks now, and in the same letter what helps. */
  private OptionalInt named(NewLetter letter) {
    return letter.letter() instanceof EvidenceLetter.VoucherNamed
        ? beside(
            letter,
            0,
            letters.size(),
            it ->
                it.letter() instanceof RequesterLetter.PersonLooks
                    || it.letter() instanceof RequesterLetter.InReview)
        : OptionalInt.empty();
  }

  /**
   * Who closed their request with a later mail reads that, and not what was to come before: that a
   * message from elsewhere had stopped it, or that their yes waits for a decision.
   */
  private OptionalInt ended(int at, NewLetter letter) {
    boolean toWhoAsked =
        letter.letter() instanceof OwnerLetter.OwnerNoted
            || letter.letter() instanceof DecisionLetter.UnderCheck
            || (letter.letter() instanceof NoticeLetter.NoticeStopped stopped
                && !stopped.breakIn());
    return toWhoAsked && proved(letter)
        ? beside(
            letter, at + 1, letters.size(), it -> it.letter() instanceof RequesterLetter.Withdrawn)
        : OptionalInt.empty();
  }

  /** What asks whether it is over is asked in the letter to who writes in the owner's place. */
  private OptionalInt writesForAnother(NewLetter letter) {
    return letter.letter() instanceof RequesterLetter.IsItOver
        ? beside(letter, 0, letters.size(), it -> it.letter() instanceof RequesterLetter.ForAnother)
        : OptionalInt.empty();
  }

  /**
   * A letter in which its reader reads the same as an owner, once it is changed to say both.
   * Whoever asked does where they proved that they read that mailbox; without that each keeps its
   * own, for the owner may be somebody else.
   */
  private OptionalInt asOwner(NewLetter letter) {
    return beside(
        letter,
        0,
        letters.size(),
        it ->
            saysAsWell(it.letter(), letter.letter()).isPresent()
                && (letter.letter() instanceof OwnerLetter || proved(letter)));
  }

  /**
   * The first of these letters about the same ticket, to the same recipient, that is such a one.
   */
  private OptionalInt beside(NewLetter letter, int from, int to, Predicate<NewLetter> suchAOne) {
    return IntStream.range(from, to)
        .filter(
            i ->
                letters
                    .get(i)
                    .filter(it -> !known.contains(it.draft().key().sha256()))
                    .filter(it -> together(it, letter))
                    .filter(suchAOne)
                    .isPresent())
        .findFirst();
  }

  /** That letter to an owner, saying both; to whoever asked, in their thread. */
  private NewLetter both(int notice, NewLetter letter) {
    NewLetter owners = letters.get(notice).orElseThrow();
    Draft draft = owners.draft();
    Draft inThread =
        letter.letter() instanceof OwnerLetter
            ? draft
            : draft.with(draft.envelope().inThreadOf(letter.draft().envelope()));
    return owners
        .inPlaceOf(letter)
        .with(inThread.saying(it -> saysAsWell(it, letter.letter()).orElse(it)));
  }

  private static Optional<Letter> saysAsWell(Letter letter, Letter other) {
    if (!(letter instanceof OwnerLetter notice)) {
      return Optional.empty();
    }
    Optional<OwnerLetter> both =
        other instanceof OwnerLetter owners
            ? notice.sayingAsWell(owners)
            : other instanceof RequesterLetter told ? notice.sayingAsWell(told) : Optional.empty();
    return both.map(Function.identity());
  }

  /** Whether a code to its recipient's address came back from there, about the same ticket. */
  private boolean proved(NewLetter letter) {
    EmailAddress recipient = letter.draft().envelope().recipient();
    return letter
        .draft()
        .ticketId()
        .filter(id -> ProvedAddress.is(work, id, recipient))
        .isPresent();
  }

  private static boolean together(NewLetter one, NewLetter other) {
    return one.draft().ticketId().equals(other.draft().ticketId())
        && one.recipient().equals(other.recipient());
  }

  /** One that puts before the staff what nobody can decide any more. */
  private Optional<LateCase> lateCase(NewLetter letter) {
    return letter.letter() instanceof StaffLetter.Case
            && letter.state().filter(TicketState::closed).isEmpty()
        ? letter
            .draft()
            .ticketId()
            .flatMap(work.tickets()::find)
            .map(Ticket::state)
            .filter(TicketState::closed)
            .map(closed -> new LateCase(letter, closed))
        : Optional.empty();
  }

  /** A letter that tells of their other words as the one does in whose place it is sent. */
  private static Letter withBesides(Letter letter, Letter instead) {
    if (letter instanceof RequesterLetter.ForAnother another
        && instead instanceof RequesterLetter.IsItOver) {
      return another.perhapsOver();
    }
    if (instead instanceof EvidenceLetter.VoucherNamed) {
      return letter instanceof RequesterLetter.InReview review
          ? review.withVoucher()
          : letter instanceof RequesterLetter.PersonLooks person ? person.withVoucher() : letter;
    }
    if (letter instanceof RequesterLetter.InReview review) {
      return words(instead) || asked(instead) ? review.withBesides() : review;
    }
    if (!asked(instead)) {
      return letter;
    }
    if (letter instanceof RequesterLetter.Acknowledgement first) {
      return first.withQuestion();
    }
    if (letter instanceof RequesterLetter.DetailsMissing details) {
      return details.withQuestion();
    }
    return letter instanceof RequesterLetter.AnswersComplete all ? all.withQuestion() : letter;
  }

  /** Whether it tells that a person reads what they wrote. */
  private static boolean words(Letter letter) {
    return letter instanceof StandingLetter.Received
        || letter instanceof StandingLetter.Joined
        || (letter instanceof StandingLetter.Status status && status.kept())
        || (letter instanceof RequesterLetter.InReview review && review.besides());
  }

  /** Whether it tells that a person reads what they asked. */
  private static boolean asked(Letter letter) {
    return (letter instanceof RequesterLetter.DetailsMissing details && details.asked())
        || (letter instanceof RequesterLetter.AnswersComplete all && all.asked());
  }
}
