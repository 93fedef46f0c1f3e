package dev.latchkey.triage.bounce;

import dev.latchkey.mail.InboundMail;
import dev.latchkey.triage.mark.HeaderMarks.Mark;
import dev.latchkey.triage.mark.HeaderMarks.Weight;
import dev.latchkey.triage.mark.Phrases;
import dev.latchkey.triage.mark.ReportType;
import dev.latchkey.triage.mark.SenderMarks;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Answers whether a mail is a bounce, and why.
 *
 * <p>Its structure (RFC 3464) or the mail system as its sender suffice. An empty return address or
 * the header of an automatic mail needs a subject or a text that begins like a bounce's. A role
 * that people write as, too, needs such a text, or such a subject and a code or an address in the
 * text. With none of these, all must agree: the subject, the very first line, and a code or an
 * address. A person may write about bounces under such a subject, and one who forwards a bounce
 * puts "Fwd:" before it or words of their own above it.
 */
public final class BounceRule {
  private static final Phrases SUBJECTS = Phrases.load(BounceRule.class, "bounce-subjects.txt");
  private static final Phrases OPENINGS = Phrases.load(BounceRule.class, "bounce-openings.txt");

  /** Report types; one without a type is mostly an old bounce. */
  private static final Set<String> BOUNCES = Set.of("delivery-status", "");

  /** Lines at the top of a text that count as its opening. */
  private static final int OPENING = 6;

  private final InboundMail mail;
  private final SenderMarks sender;
  private final boolean away;
  private final boolean automatic;
  private final boolean listed;
  private final boolean titled;

  /**
   * A rule for one mail.
   *
   * @param away its subject begins like that of an automatic answer
   */
  public BounceRule(InboundMail mail, SenderMarks sender, List<Mark> marks, boolean away) {
    this.mail = mail;
    this.sender = sender;
    this.away = away;
    this.automatic = marks.stream().anyMatch(mark -> mark.weight() == Weight.AUTOMATIC);
    this.listed =
        marks.stream()
            .anyMatch(mark -> mark.weight() == Weight.LIST || mark.weight() == Weight.BULK);
    this.titled = SUBJECTS.begin(BounceNotice.bare(mail.subject()));
  }

  /** Why the mail is a bounce, told without reading its text; empty when that is not enough. */
  public Optional<String> structure() {
    if (ReportType.of(mail).filter(BOUNCES::contains).isPresent()) {
      return Optional.of("the structure is a delivery status notification (RFC 3464)");
    }
    if (mail.field("X-Failed-Recipients").isPresent()) {
      return Optional.of("X-Failed-Recipients: a server lists who was not reached");
    }
    if (ReportType.hasPart(mail, "message/delivery-status") && isPossible()) {
      return Optional.of("it carries a delivery status, and its sender is a machine");
    }
    return sender.daemon() && (titled || !away)
        ? Optional.of("From: it is the mail system")
        : Optional.empty();
  }

  /** Whether the text could make the mail a bounce. */
  public boolean isPossible() {
    return sender.daemon()
        || sender.nullSender()
        || sender.postmaster()
        || away
        || automatic
        || listed
        || titled;
  }

  /** Why the mail is a bounce, told by its words; empty when it is none. */
  public Optional<String> words(BounceNotice notice) {
    boolean opened = notice.opening(OPENING).stream().anyMatch(OPENINGS::begin);
    boolean machine = sender.daemon() || sender.nullSender() || automatic;
    boolean begins =
        (titled && notice.opening(1).stream().anyMatch(OPENINGS::begin) && isDetailed(notice))
            || (machine && (titled || opened))
            || (listed && opened)
            || (sender.postmaster() && (opened || (titled && isDetailed(notice))));
    return begins ? Optional.of("subject or text begin like a bounce") : Optional.empty();
  }

  /**
   * Why the mail may be a bounce though neither its structure nor its words say so: an empty return
   * address, which some servers set on the mail of people, too; empty when it has another.
   */
  public Optional<String> returnPath() {
    return sender.nullSender() && !away && !automatic
        ? Optional.of("Return-Path: nobody can be answered, and nothing says that it is an answer")
        : Optional.empty();
  }

  private boolean isDetailed(BounceNotice notice) {
    return notice.lines().stream().anyMatch(line -> StatusCode.find(line).isPresent())
        || !BouncedRecipients.find(mail, notice).isEmpty();
  }
}
