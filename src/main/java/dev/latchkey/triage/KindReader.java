package dev.latchkey.triage;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailPart;
import dev.latchkey.mail.TextLine;
import dev.latchkey.triage.HeaderMarks.Mark;
import dev.latchkey.triage.HeaderMarks.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells people from machines: the policy, read top to bottom in {@link #read}.
 *
 * <p>A mail is a machine's when its structure or its header says so. Words alone make it one only
 * when the subject begins like a machine's <em>and</em> the text does; a person who writes about
 * bounces, forwards one, or is on holiday stays a person. What only hints at a machine withholds
 * the acknowledgement and nothing else.
 */
public final class KindReader {
  private static final Phrases BOUNCE_SUBJECTS = Phrases.load("bounce-subjects.txt");
  private static final Phrases BOUNCE_OPENINGS = Phrases.load("bounce-openings.txt");
  private static final Phrases CHALLENGES = Phrases.load("challenge-phrases.txt");
  private static final Phrases REPLY_SUBJECTS = Phrases.load("auto-reply-subjects.txt");
  private static final Phrases REPLY_PHRASES = Phrases.load("auto-reply-phrases.txt");

  /** Lines at the top of a text that count as its opening. */
  private static final int OPENING = 5;

  /** Lines at the top of a text in which an automatic answer says what it is. */
  private static final int ANSWER = 15;

  private final Set<EmailAddress> ownAddresses;
  private final Predicate<String> ownMessageId;

  /** A reader that knows no mail as its own. */
  public KindReader() {
    this(Set.of(), id -> false);
  }

  /**
   * @param ownAddresses the desk's addresses, without details (RFC 5233)
   * @param ownMessageId whether a Message-ID, with its brackets, is one that the desk made
   */
  public KindReader(Set<EmailAddress> ownAddresses, Predicate<String> ownMessageId) {
    this.ownAddresses = Set.copyOf(ownAddresses);
    this.ownMessageId = ownMessageId;
  }

  /** Reads headers, parts and text of {@code mail}. */
  public KindReading read(InboundMail mail) {
    List<Mark> marks = HeaderMarks.read(mail);
    SenderMarks sender = SenderMarks.of(mail);
    return loop(mail, marks)
        .or(() -> report(mail))
        .or(() -> bounce(mail, sender, marks))
        .or(() -> automatic(mail, sender, marks))
        .orElseGet(() -> person(mail, sender, marks));
  }

  private Optional<KindReading> loop(InboundMail mail, List<Mark> marks) {
    if (mail.messageId().filter(ownMessageId).isPresent()) {
      return machine(MailKind.LOOP, "Message-ID: it is one of ours");
    }
    if (mail.identity().filter(this::isOwn).isPresent()) {
      return machine(MailKind.LOOP, "From: it is our own address");
    }
    boolean marked =
        mail.fields("X-Loop").stream()
            .flatMap(field -> MailAddresses.in(field.raw()).stream())
            .flatMap(address -> EmailAddress.find(address).stream())
            .anyMatch(this::isOwn);
    return marked
        ? machine(MailKind.LOOP, "X-Loop: it names our own address")
        : first(marks, Weight.LOOP).flatMap(mark -> machine(MailKind.LOOP, mark.why()));
  }

  private boolean isOwn(EmailAddress address) {
    String local = address.local();
    int detail = local.indexOf('+');
    return ownAddresses.contains(address)
        || (detail > 0
            && ownAddresses.contains(
                new EmailAddress(local.substring(0, detail), address.domain())));
  }

  /** Complaints (RFC 5965), receipts (RFC 8098) and the notices of cloud senders. */
  private static Optional<KindReading> report(InboundMail mail) {
    if (hasPart(mail, "message/feedback-report") || isReport(mail, "feedback-report")) {
      return machine(MailKind.FEEDBACK_REPORT, "the structure is a feedback report (RFC 5965)");
    }
    if (hasPart(mail, "message/disposition-notification")
        || isReport(mail, "disposition-notification")) {
      return machine(MailKind.DSN_SUCCESS, "the structure is a receipt (RFC 8098)");
    }
    return mail.text().lines().stream()
        .map(TextLine::text)
        .filter(line -> !line.isBlank())
        .findFirst()
        .flatMap(line -> CloudNoticeReader.read(line))
        .map(
            notice ->
                new KindReading(
                    notice.kind(),
                    Optional.of(notice.bounce()),
                    false,
                    List.of("the text is a notice of Amazon SES")));
  }

  private static Optional<KindReading> bounce(
      InboundMail mail, SenderMarks sender, List<Mark> marks) {
    Optional<String> why = bounceEvidence(mail, sender, marks);
    if (why.isEmpty()) {
      return Optional.empty();
    }
    BounceNotice notice = BounceNotice.of(mail);
    if (notice.opening(ANSWER).stream().anyMatch(CHALLENGES::occurIn)) {
      return machine(MailKind.AUTO_REPLY, "the text asks the sender to prove to be a person");
    }
    return Optional.of(new BounceReader(mail, notice).read(why.get()));
  }

  /** Why a mail is a bounce: structure, sender, or words that agree; empty when it is none. */
  private static Optional<String> bounceEvidence(
      InboundMail mail, SenderMarks sender, List<Mark> marks) {
    if (isReport(mail, "delivery-status")) {
      return Optional.of("the structure is a delivery status notification (RFC 3464)");
    }
    if (mail.field("X-Failed-Recipients").isPresent()) {
      return Optional.of("X-Failed-Recipients: a server lists who was not reached");
    }
    String subject = BounceNotice.bare(mail.subject());
    boolean titled = BOUNCE_SUBJECTS.begin(subject);
    boolean answer = REPLY_SUBJECTS.head(subject) || has(marks, Weight.AUTOMATIC);
    if (sender.daemon() && !REPLY_SUBJECTS.head(subject)) {
      return Optional.of("From: it is the mail system");
    }
    boolean machine =
        sender.nullSender() || sender.postmaster() || answer || has(marks, Weight.LIST);
    if (!machine && !titled) {
      return Optional.empty();
    }
    boolean opened =
        BounceNotice.of(mail).opening(OPENING).stream().anyMatch(BOUNCE_OPENINGS::begin);
    if (hasPart(mail, "message/delivery-status") && (machine || titled)) {
      return Optional.of("it carries a delivery status and its sender is a machine");
    }
    if (machine ? titled || opened : titled && opened) {
      return Optional.of("subject or text begin like a bounce");
    }
    return sender.nullSender() && !answer
        ? Optional.of("Return-Path: nobody can be answered, and nothing says that it is an answer")
        : Optional.empty();
  }

  private static Optional<KindReading> automatic(
      InboundMail mail, SenderMarks sender, List<Mark> marks) {
    List<String> listed = whys(marks, Weight.LIST);
    List<String> answered = whys(marks, Weight.AUTOMATIC);
    if (!listed.isEmpty()) {
      return machine(MailKind.LIST, listed.get(0));
    }
    if (!answered.isEmpty()) {
      return machine(MailKind.AUTO_REPLY, answered.get(0));
    }
    if (REPLY_SUBJECTS.head(BounceNotice.bare(mail.subject()))) {
      if (sender.nullSender()) {
        return machine(MailKind.AUTO_REPLY, "the subject and an empty Return-Path");
      }
      boolean said =
          mail.text().lines().stream()
              .map(TextLine::text)
              .filter(line -> !line.isBlank())
              .limit(ANSWER)
              .map(Phrases::plain)
              .anyMatch(REPLY_PHRASES::occurIn);
      if (said) {
        return machine(MailKind.AUTO_REPLY, "subject and text are those of an automatic answer");
      }
    }
    return Optional.empty();
  }

  private static KindReading person(InboundMail mail, SenderMarks sender, List<Mark> marks) {
    List<String> why = new ArrayList<>();
    if (REPLY_SUBJECTS.head(BounceNotice.bare(mail.subject()))) {
      why.add("the subject begins like an automatic answer, nothing else does");
    }
    if (sender.noReply()) {
      why.add("From: it takes no answers");
    }
    if (sender.postmaster()) {
      why.add("From: a role that machines write as");
    }
    why.addAll(whys(marks, Weight.WEAK));
    why.addAll(whys(marks, Weight.NO_ACK));
    boolean mayAnswer = why.isEmpty();
    if (mayAnswer) {
      why.add("nothing says that a machine wrote it");
    }
    return new KindReading(MailKind.HUMAN, Optional.empty(), mayAnswer, why);
  }

  private static Optional<KindReading> machine(MailKind kind, String why) {
    return Optional.of(new KindReading(kind, Optional.empty(), false, List.of(why)));
  }

  private static boolean isReport(InboundMail mail, String type) {
    String content =
        mail.field("Content-Type").map(HeaderField::raw).orElse("").toLowerCase(Locale.ROOT);
    return content.strip().startsWith("multipart/report")
        && (content.contains(type)
            || (type.equals("delivery-status") && !content.contains("report-type")));
  }

  private static boolean hasPart(InboundMail mail, String mediaType) {
    return mail.parts().stream().map(MailPart::mediaType).anyMatch(mediaType::equals);
  }

  private static boolean has(List<Mark> marks, Weight weight) {
    return first(marks, weight).isPresent();
  }

  private static Optional<Mark> first(List<Mark> marks, Weight weight) {
    return marks.stream().filter(mark -> mark.weight() == weight).findFirst();
  }

  private static List<String> whys(List<Mark> marks, Weight weight) {
    return marks.stream().filter(mark -> mark.weight() == weight).map(Mark::why).toList();
  }
}
