package dev.latchkey.flow;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailPart;
import dev.latchkey.mail.ScanResult;
import dev.latchkey.mail.UnreadableBody;
import dev.latchkey.store.ClaimedMail;
import dev.latchkey.ticket.Cause;
import dev.latchkey.triage.Deferred;
import dev.latchkey.triage.TriagedMail;
import dev.latchkey.triage.kind.UnreadableRule;
import dev.latchkey.triage.mark.MailKind;
import dev.latchkey.triage.remark.ReactionReader;
import dev.latchkey.triage.remark.ThanksReader;
import dev.latchkey.trust.secret.HashValue;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.sender.SenderTrust;
import java.util.List;
import java.util.Optional;

/**
 * A mail, read: everything a flow may know of it.
 *
 * @param mail as it was parsed; its text may hold secrets and goes nowhere
 * @param triaged what its words tell, secrets removed
 * @param replyTokens hashes of the tokens in the addresses of ours it was sent to
 * @param codes hashes of what may be a code that was typed, in doubt with one of a letter of ours
 *     too much
 * @param carried what it brings of letters of ours, typed or not
 * @param named the account it names, by the account system's rule
 * @param oneOf accounts that there are, of which it does not say which is meant
 * @param malformed why only its header could be read; empty when all of it was
 * @param files what a scanner says of its files
 */
public record Incoming(
    ClaimedMail claimed,
    InboundMail mail,
    TriagedMail triaged,
    SenderTrust trust,
    List<HashValue> replyTokens,
    List<HashValue> codes,
    Carried carried,
    Deferred<Optional<String>> named,
    List<String> oneOf,
    Optional<String> malformed,
    ScanResult files) {
  private static final ReactionReader REACTIONS = new ReactionReader();
  private static final ThanksReader THANKS = new ThanksReader();
  private static final String REACTION = "text/vnd.google.email-reaction+json";

  public Incoming {
    oneOf = List.copyOf(oneOf);
  }

  /** The same for somebody who is known to read this language. */
  public Incoming forReaderOf(String language) {
    return new Incoming(
        claimed,
        mail,
        triaged.forReaderOf(language),
        trust,
        replyTokens,
        codes,
        carried,
        named,
        oneOf,
        malformed,
        files);
  }

  /** The same about the account that it must mean. */
  public Incoming naming(String name, String key) {
    return new Incoming(
        claimed,
        mail,
        triaged.withUsername(name),
        trust,
        replyTokens,
        codes,
        carried,
        Deferred.of(Optional.of(key)),
        List.of(),
        malformed,
        files);
  }

  /** The same, which names several accounts and means one of them. */
  public Incoming namingOneOf(List<String> names) {
    return new Incoming(
        claimed,
        mail,
        triaged.withoutUsername(),
        trust,
        replyTokens,
        codes,
        carried,
        Deferred.of(Optional.empty()),
        names,
        malformed,
        files);
  }

  /** The account it names, by the account system's rule. */
  public Optional<String> account() {
    return named.get();
  }

  /** The account it names, where its words were read for that already. */
  public Optional<String> accountRead() {
    return named.known().flatMap(account -> account);
  }

  /** The row it is kept in. */
  public long id() {
    return claimed.id();
  }

  /** The one address it claims to be from, unless its authentication failed. */
  public Optional<EmailAddress> sender() {
    return trust.level() == SenderTrust.Level.FAILED ? Optional.empty() : mail.identity();
  }

  /** Whether its writer typed the code with this hash: it did not only come back in our letter. */
  public boolean typed(HashValue code) {
    return triaged.typedCodes().stream().map(HashValue::of).anyMatch(code::equals);
  }

  /**
   * Whether a code came back from the address it was sent to, and nobody can tell if its writer
   * typed it or a program of theirs sent our letter back. They may be asked.
   */
  public boolean perhapsTyped(IssuedToken token) {
    return writtenByPerson()
        && triaged.kind().mayAnswer()
        && sender().filter(token.recipient()::equals).isPresent()
        && token.codeHash().filter(code -> !typed(code) && codes.contains(code)).isPresent();
  }

  /**
   * Whence it comes where it says that it comes from another address than a code went to: the
   * proved address, or nothing where none is. A mail in the name of that very address that failed
   * DMARC may be its own, broken by a server that passed it on.
   *
   * @param recipient to whom the code went
   */
  public Optional<String> codeFromElsewhere(EmailAddress recipient) {
    return mail.identity().filter(recipient::equals).isPresent()
        ? Optional.empty()
        : Optional.of(sender().map(EmailAddress::toString).orElse(""));
  }

  /**
   * Whether a person wrote it, by its marks; that may be wrong, and stops nothing that protects.
   */
  public boolean writtenByPerson() {
    return triaged.kind().kind() == MailKind.HUMAN;
  }

  /**
   * Whether the desk may answer it: it is not automatic, and its sender is not disproved.
   *
   * @param answerUnproved whether a sender without DMARC is answered
   */
  public boolean mayBeAnswered(boolean answerUnproved) {
    return triaged.kind().mayAnswer()
        && switch (trust.level()) {
          case ALIGNED -> true;
          case FROM_DOMAIN, UNPROVED -> answerUnproved;
          case FAILED -> false;
        };
  }

  /**
   * Its Message-ID, for the thread headers of an answer: only where the sender is proved, or the
   * mail answers a letter of ours. Nobody else's id is echoed: it could be any mail's of anybody.
   */
  public Optional<String> threadId() {
    return trust.level() == SenderTrust.Level.ALIGNED || !replyTokens.isEmpty()
        ? mail.messageId()
        : Optional.empty();
  }

  /** Whether it holds nothing but thanks, a reaction or nothing at all. */
  public boolean saysNothingNew() {
    return reacts()
        || (!holdsMoreThanWords()
            && (REACTIONS.isTapped(triaged.reply().whole())
                || THANKS.nothingNew(triaged.reply().generous(), mail.from())));
  }

  /** Whether it holds nothing at all but what it quotes. */
  public boolean saysNothing() {
    return !reacts() && !holdsMoreThanWords() && triaged.reply().generous().isBlank();
  }

  /** The same, thanks to somebody by name with it. */
  public boolean onlyThanks() {
    return saysNothingNew()
        || (!holdsMoreThanWords()
            && THANKS.thanksSomebody(triaged.reply().generous(), mail.from()));
  }

  /** Whether it is a reaction, as Gmail marks one: somebody clicked on a sign. */
  private boolean reacts() {
    return mail.parts().stream().anyMatch(part -> REACTION.equals(part.mediaType()));
  }

  /** Whether something may be said where its words are not: attached, forwarded, not downloaded. */
  public boolean holdsMoreThanWords() {
    return mail.parts().stream().anyMatch(MailPart::attachment)
        || claimed.headerOnly()
        || forwarded();
  }

  /** Why nobody can read what it says; empty when somebody can. */
  public Optional<UnreadableBody> unreadable() {
    if (malformed.isPresent()) {
      return Optional.of(UnreadableBody.MALFORMED);
    }
    return claimed.headerOnly()
        ? Optional.of(UnreadableBody.TOO_LARGE)
        : UnreadableRule.why(triaged.mail(), triaged.reply().generous());
  }

  /** Nothing was typed, and yet it is no empty answer: what it holds is somebody's mail. */
  private boolean forwarded() {
    return mail.answeredIds().isEmpty()
        && triaged.reply().generous().isBlank()
        && !triaged.reply().whole().isBlank();
  }

  /** How far the sender was authenticated, in the words of the history. */
  public String authentication() {
    return switch (trust.level()) {
      case ALIGNED -> "dmarc";
      case FROM_DOMAIN -> "domain";
      case UNPROVED -> Cause.UNPROVED;
      case FAILED -> Cause.FAILED;
    };
  }
}
