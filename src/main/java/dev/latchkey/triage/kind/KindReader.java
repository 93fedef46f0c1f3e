package dev.latchkey.triage.kind;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.triage.bounce.BounceNotice;
import dev.latchkey.triage.bounce.BounceReader;
import dev.latchkey.triage.bounce.BounceRule;
import dev.latchkey.triage.mark.HeaderMarks;
import dev.latchkey.triage.mark.HeaderMarks.Mark;
import dev.latchkey.triage.mark.HeaderMarks.Weight;
import dev.latchkey.triage.mark.MailAddresses;
import dev.latchkey.triage.mark.MailKind;
import dev.latchkey.triage.mark.Phrases;
import dev.latchkey.triage.mark.ReportType;
import dev.latchkey.triage.mark.SenderMarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tells people from machines: the policy, read top to bottom in {@link #read}.
 *
 * <p>A mail is a machine's when its structure or its header says so. Words alone make it one only
 * when the subject begins like a machine's <em>and</em> the text does, or one of them and a letter
 * of ours is what it answers; a person who writes about bounces, forwards one, or is on holiday
 * stays a person. What only hints at a machine withholds the acknowledgement and nothing else.
 */
public final class KindReader {
  private static final Phrases CHALLENGES = Phrases.load(KindReader.class, "challenge-phrases.txt");

  /** Lines at the top of a text in which a challenge says what it wants. */
  private static final int CHALLENGE = 15;

  private final Set<EmailAddress> ownAddresses;
  private final Predicate<String> ownMessageId;
  private final Predicate<InboundMail> passedOn;

  /** A reader that knows no mail as its own. */
  public KindReader() {
    this(Set.of(), id -> false, mail -> false);
  }

  /**
   * A reader that knows its own mail.
   *
   * @param ownAddresses the addresses that the desk sends from, without details (RFC 5233)
   * @param ownMessageId whether a Message-ID, with its brackets, is one that the desk made
   * @param passedOn whether a group or a form of the desk's own passed a mail on: what it set in
   *     the header is no mark of who wrote
   */
  public KindReader(
      Set<EmailAddress> ownAddresses,
      Predicate<String> ownMessageId,
      Predicate<InboundMail> passedOn) {
    this.ownAddresses = Set.copyOf(ownAddresses);
    this.ownMessageId = ownMessageId;
    this.passedOn = passedOn;
  }

  /** Reads headers, parts and text of {@code mail}. */
  public KindReading read(InboundMail mail) {
    boolean ours = passedOn.test(mail);
    List<Mark> marks =
        HeaderMarks.read(mail).stream().filter(mark -> !ours || !isOfList(mark)).toList();
    SenderMarks sender = ours ? SenderMarks.NONE : SenderMarks.of(mail);
    boolean away = AutomaticAnswerRule.hasSubject(mail);
    AutomaticAnswerRule answer =
        new AutomaticAnswerRule(mail, mail.answeredIds().stream().anyMatch(ownMessageId));
    return loop(mail, marks, ours)
        .or(() -> ReportReader.read(mail))
        .or(() -> bounce(mail, new BounceRule(mail, sender, marks, away)))
        .or(() -> automatic(mail, sender, marks, answer))
        .orElseGet(() -> person(sender, marks, away || answer.isBehindRe(), answer.opens()));
  }

  private static boolean isOfList(Mark mark) {
    return mark.weight() == Weight.LIST || mark.weight() == Weight.BULK;
  }

  private Optional<KindReading> loop(InboundMail mail, List<Mark> marks, boolean ours) {
    if (mail.messageId().filter(ownMessageId).isPresent()) {
      return machine(MailKind.LOOP, "Message-ID: it is one of ours");
    }
    if (!ours && mail.identity().filter(this::isOwn).isPresent()) {
      // Or a group of ours that the settings do not name put it there.
      return machine(MailKind.LOOP, "From: it is our own address").map(KindReading::uncertain);
    }
    boolean named =
        mail.fields("X-Loop").stream()
            .flatMap(field -> MailAddresses.in(field.raw()).stream())
            .flatMap(address -> EmailAddress.find(address).stream())
            .anyMatch(this::isOwn);
    return named
        ? machine(MailKind.LOOP, "X-Loop: it names our own address")
        : whys(marks, Weight.LOOP).findFirst().flatMap(why -> machine(MailKind.LOOP, why));
  }

  private boolean isOwn(EmailAddress address) {
    String local = address.local();
    int detail = local.indexOf('+');
    return ownAddresses.contains(address)
        || (detail > 0
            && ownAddresses.contains(
                new EmailAddress(local.substring(0, detail), address.domain())));
  }

  private static Optional<KindReading> bounce(InboundMail mail, BounceRule rule) {
    Optional<String> structure = rule.structure();
    if (structure.isEmpty() && !rule.isPossible()) {
      return Optional.empty();
    }
    BounceNotice notice = BounceNotice.of(mail);
    Optional<String> told = structure.or(() -> rule.words(notice));
    Optional<String> evidence = told.or(rule::returnPath);
    boolean challenge = notice.opening(CHALLENGE).stream().anyMatch(CHALLENGES::occurIn);
    return evidence.isPresent() && challenge
        ? machine(MailKind.AUTO_REPLY, "the text asks the sender to prove to be a person")
        : evidence
            .map(why -> new BounceReader(mail, notice).read(why))
            .map(
                read ->
                    new KindReading(
                        read.kind(),
                        Optional.of(read.bounce()),
                        false,
                        told.isPresent(),
                        read.why()));
  }

  private static Optional<KindReading> automatic(
      InboundMail mail, SenderMarks sender, List<Mark> marks, AutomaticAnswerRule rule) {
    Optional<String> list = whys(marks, Weight.LIST).findFirst();
    if (list.isPresent()) {
      return machine(MailKind.LIST, list.get());
    }
    Optional<String> answer = whys(marks, Weight.AUTOMATIC).findFirst();
    if (answer.isEmpty()) {
      answer = rule.evidence(sender);
    }
    if (answer.isEmpty() && ReportType.of(mail).isPresent()) {
      answer = Optional.of("the structure is a report (RFC 6522)");
    }
    return answer
        .flatMap(why -> machine(MailKind.AUTO_REPLY, why))
        .or(
            () ->
                whys(marks, Weight.BULK)
                    .findFirst()
                    .flatMap(why -> machine(MailKind.LIST, why))
                    .map(KindReading::uncertain));
  }

  private static KindReading person(
      SenderMarks sender, List<Mark> marks, boolean away, boolean opens) {
    List<String> why = new ArrayList<>();
    if (away) {
      why.add("the subject begins like an automatic answer's, nothing else does");
    }
    if (opens) {
      why.add("it answers us, and its first line says that nobody wrote it");
    }
    if (sender.noReply()) {
      why.add("From: it takes no answers");
    }
    if (sender.postmaster()) {
      why.add("From: a role that machines write as");
    }
    whys(marks, Weight.WEAK).forEach(why::add);
    whys(marks, Weight.NO_ACK).forEach(why::add);
    boolean mayAnswer = why.isEmpty();
    if (mayAnswer) {
      why.add("nothing says that a machine wrote it");
    }
    return new KindReading(MailKind.HUMAN, Optional.empty(), mayAnswer, why);
  }

  private static Optional<KindReading> machine(MailKind kind, String why) {
    return Optional.of(new KindReading(kind, Optional.empty(), false, List.of(why)));
  }

  private static Stream<String> whys(List<Mark> marks, Weight weight) {
    return marks.stream().filter(mark -> mark.weight() == weight).map(Mark::why);
  }
}
