package dev.latchkey.flow;

import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.EvidenceLetter;
import dev.latchkey.letter.InquiryLetter;
import dev.latchkey.letter.Letter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.StandingLetter;
import dev.latchkey.letter.writing.Beside;
import dev.latchkey.letter.writing.Envelope;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a requester would read in several letters at the same moment stands in one: what to do in a
 * danger, what came of what they sent, what they are asked, where their request stands. What a
 * person decided or wrote is read by itself, and so is what waits for what comes of it.
 */
final class InOneLetter {
  /** Where the words of a letter stand among others, in the order in which they are read. */
  private enum Place {
    DANGER(0),
    CAME(3),
    ASKED(1),
    STANDS(2);

    /** Which of several gives the mail its subject: what is to be done, then where it stands. */
    private final int lead;

    Place(int lead) {
      this.lead = lead;
    }
  }

  private static final Map<Place, Set<LetterKind>> PLACES =
      Map.of(
          Place.DANGER,
          kinds(InquiryLetter.InDanger.class, InquiryLetter.Compromised.class),
          Place.CAME,
          kinds(
              EvidenceLetter.SavedCodeAccepted.class,
              EvidenceLetter.SavedCodeRefused.class,
              EvidenceLetter.SavedCodeUnchecked.class,
              EvidenceLetter.CodeUnread.class,
              EvidenceLetter.CodeElsewhere.class,
              EvidenceLetter.ProofSeen.class,
              EvidenceLetter.ProofNotSeen.class,
              EvidenceLetter.VoucherNamed.class),
          Place.ASKED,
          kinds(
              RequesterLetter.Acknowledgement.class,
              RequesterLetter.AskedForAnother.class,
              RequesterLetter.DetailsMissing.class,
              RequesterLetter.AnswersComplete.class,
              RequesterLetter.SelfServiceFailed.class,
              RequesterLetter.WhichAccount.class,
              RequesterLetter.SelfService.class,
              RequesterLetter.PleaseConfirm.class,
              RequesterLetter.IsItOver.class,
              DecisionLetter.PerhapsOver.class,
              InquiryLetter.InquiryReceived.class,
              EvidenceLetter.ProofWanted.class,
              EvidenceLetter.AddressCode.class,
              EvidenceLetter.SavedCodeAlone.class),
          Place.STANDS,
          kinds(
              RequesterLetter.PersonLooks.class,
              RequesterLetter.InReview.class,
              RequesterLetter.ForAnother.class,
              RequesterLetter.Withdrawn.class,
              DecisionLetter.UnderCheck.class,
              EvidenceLetter.NewCode.class,
              StandingLetter.Status.class,
              StandingLetter.Received.class,
              StandingLetter.Joined.class));

  /** What is asked first, and whatever else happens. */
  private static final Set<LetterKind> FIRST =
      kinds(
          RequesterLetter.Acknowledgement.class,
          RequesterLetter.AskedForAnother.class,
          EvidenceLetter.AddressCode.class);

  /** What is asked first stands before what else is asked. */
  private static final Comparator<Letter> READ =
      Comparator.comparing((Letter letter) -> place(letter).orElseThrow())
          .thenComparing(letter -> !FIRST.contains(letter.kind()));

  private InOneLetter() {}

  @SafeVarargs
  private static Set<LetterKind> kinds(Class<? extends Letter>... letters) {
    Set<LetterKind> kinds = new HashSet<>();
    for (Class<? extends Letter> letter : letters) {
      kinds.add(LetterKind.of(letter));
    }
    return Set.copyOf(kinds);
  }

  /**
   * The letter when it says what another one would as well; empty where each is read by itself, or
   * the other one is to say both.
   *
   * @param first it was written before the other one
   */
  static Optional<NewLetter> both(NewLetter host, NewLetter other, boolean first) {
    Optional<Place> place = place(host.letter());
    Optional<Place> others = place(other.letter());
    if (place.isEmpty()
        || others.isEmpty()
        || !host.draft().pause().isZero()
        || !other.draft().pause().isZero()
        || !sameMoment(host, other, place.get(), others.get())) {
      return Optional.empty();
    }
    int ahead = others.get().lead - place.get().lead;
    List<Letter> all = all(host);
    List<Letter> more = all(other).stream().filter(letter -> !all.contains(letter)).toList();
    return ahead < 0 || (ahead == 0 && !first) || more.stream().anyMatch(one -> twice(all, one))
        ? Optional.empty()
        : Optional.of(host.holding(other, around(host.draft().envelope(), more, other)));
  }

  /**
   * A letter that lasts, and the first one, which is written by the end, are true at any moment.
   */
  private static boolean sameMoment(NewLetter host, NewLetter other, Place one, Place two) {
    return host.state().equals(other.state())
        || FIRST.contains(host.letter().kind())
        || FIRST.contains(other.letter().kind())
        || Stream.of(one, two).anyMatch(it -> it == Place.DANGER || it == Place.CAME);
  }

  private static List<Letter> all(NewLetter letter) {
    Envelope envelope = letter.draft().envelope();
    return envelope.beside().around(envelope.letter());
  }

  /** Two of a kind that say different things are read by themselves. */
  private static boolean twice(List<Letter> letters, Letter other) {
    return letters.stream().anyMatch(one -> one.kind().equals(other.kind()));
  }

  private static Envelope around(Envelope envelope, List<Letter> more, NewLetter other) {
    Letter own = envelope.letter();
    List<Letter> less = more.stream().map(it -> below(own, it)).toList();
    Beside beside =
        new Beside(
            inOrder(
                envelope.beside().above(), less.stream().filter(it -> READ.compare(it, own) < 0)),
            inOrder(
                envelope.beside().below(), less.stream().filter(it -> READ.compare(it, own) >= 0)));
    return envelope.with(above(own)).with(beside).with(other.draft().envelope().remarks());
  }

  private static List<Letter> inOrder(List<Letter> letters, Stream<Letter> more) {
    return Stream.concat(letters.stream(), more).map(InOneLetter::above).sorted(READ).toList();
  }

  /** What comes of what they sent is first; what is next stands below. */
  private static Letter above(Letter letter) {
    return letter instanceof EvidenceLetter.SavedCodeAccepted accepted
        ? accepted.andMore()
        : letter;
  }

  /** Where a message went stands below a letter that thanks for it and tells what is next. */
  private static Letter below(Letter host, Letter letter) {
    return letter instanceof StandingLetter.Joined joined
            && place(host).filter(Place.ASKED::equals).isPresent()
        ? joined.andMore()
        : letter;
  }

  /** Empty for what is read by itself. */
  private static Optional<Place> place(Letter letter) {
    return PLACES.entrySet().stream()
        .filter(place -> place.getValue().contains(letter.kind()))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
