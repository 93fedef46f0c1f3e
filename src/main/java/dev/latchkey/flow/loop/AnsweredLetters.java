package dev.latchkey.flow.loop;

import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.outgoing.OutboxEntry;
import dev.latchkey.store.Outbox;
import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.triage.reply.SentLetter;
import dev.latchkey.trust.secret.HashValue;
import dev.latchkey.trust.secret.MessageIds;
import dev.latchkey.trust.secret.ReplyAddress;
import dev.latchkey.trust.secret.VaultException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the letters of ours that a mail answers, so that what it quotes of them is known: by the
 * Message-IDs in In-Reply-To and References, and by its reply address.
 *
 * <p>A letter is used only for the person it went to and the ticket it was about: it bears the
 * reply address that the mail was sent to, or went to the same recipient about the same ticket; in
 * a mail to no reply address, it went to the address in From. Nothing is proved by that, and
 * nothing needs to be: what is known of a letter only takes its own words out of what was written.
 */
public final class AnsweredLetters {
  private static final Logger LOG = LoggerFactory.getLogger(AnsweredLetters.class);
  private static final int MOST_IDS = 8;
  private static final int MOST_LETTERS = 4;
  private static final Map<LetterKind, SentLetter.Asks> ASKS =
      Map.of(
          LetterKind.of(RequesterLetter.IsItOver.class), SentLetter.Asks.WHETHER_OVER,
          LetterKind.of(DecisionLetter.PerhapsOver.class), SentLetter.Asks.WHETHER_WANTED);

  private final Outbox outbox;
  private final MessageIds messageIds;
  private final ReplyAddress replies;
  private final Function<String, List<Question>> numbered;

  /**
   * @param numbered the questions that the text of a letter numbers
   */
  public AnsweredLetters(
      Outbox outbox,
      MessageIds messageIds,
      ReplyAddress replies,
      Function<String, List<Question>> numbered) {
    this.outbox = outbox;
    this.messageIds = messageIds;
    this.replies = replies;
    this.numbered = numbered;
  }

  /** The letters; none for a mail that answers nothing of ours. */
  Answered of(InboundMail mail) {
    List<Long> ids = ids(mail);
    List<String> tokens = replies.tokensIn(mail);
    if (ids.isEmpty() && tokens.isEmpty()) {
      return Answered.NOTHING;
    }
    try {
      List<OutboxEntry> found = outbox.find(ids, tokens.stream().map(HashValue::of).toList());
      Set<EmailAddress> addresses = tokens.stream().map(replies::with).collect(Collectors.toSet());
      List<OutboxEntry> theirs = theirs(found, mail, addresses);
      return new Answered(
          theirs.stream()
              .limit(MOST_LETTERS)
              .map(letter -> SentLetter.of(letter.mail(), asks(letter)))
              .toList(),
          repliedTo(theirs, ids)
              .map(letter -> numbered.apply(letter.mail().body()))
              .orElse(List.of()));
    } catch (VaultException e) {
      LOG.warn("letters that a mail answers cannot be opened: {}", e.getMessage());
      return Answered.NOTHING;
    }
  }

  /** The nearest that it names; else the one that bears the reply address that it was sent to. */
  private static Optional<OutboxEntry> repliedTo(List<OutboxEntry> theirs, List<Long> ids) {
    return ids.stream()
        .flatMap(id -> theirs.stream().filter(letter -> letter.id() == id))
        .findFirst()
        .or(() -> theirs.stream().findFirst());
  }

  private static SentLetter.Asks asks(OutboxEntry letter) {
    return ASKS.getOrDefault(letter.letter(), SentLetter.Asks.NOTHING);
  }

  /** The mails of ours that it names, the nearest first. */
  private List<Long> ids(InboundMail mail) {
    return mail.answeredIds().stream()
        .flatMap(id -> messageIds.outboxIdIn(id).stream().boxed())
        .distinct()
        .limit(MOST_IDS)
        .toList();
  }

  static List<OutboxEntry> theirs(
      List<OutboxEntry> found, InboundMail mail, Set<EmailAddress> addresses) {
    List<OutboxEntry> answered =
        found.stream()
            .filter(letter -> letter.mail().replyTo().filter(addresses::contains).isPresent())
            .toList();
    Set<OutboxEntry> theirs = new LinkedHashSet<>(answered);
    for (OutboxEntry letter : found) {
      EmailAddress recipient = letter.mail().recipient();
      boolean same =
          answered.stream()
              .anyMatch(
                  one ->
                      one.ticketId().isPresent()
                          && one.ticketId().equals(letter.ticketId())
                          && one.mail().recipient().equals(recipient));
      boolean alone = addresses.isEmpty() && mail.identity().equals(Optional.of(recipient));
      if (same || alone) {
        theirs.add(letter);
      }
    }
    return List.copyOf(theirs);
  }
}
