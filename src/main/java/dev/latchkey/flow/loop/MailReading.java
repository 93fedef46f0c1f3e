package dev.latchkey.flow.loop;

import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.flow.Behalf;
import dev.latchkey.flow.Carried;
import dev.latchkey.flow.Incoming;
import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.FileScanner;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.ScanResult;
import dev.latchkey.parse.MailParser;
import dev.latchkey.parse.mime.MalformedMailException;
import dev.latchkey.store.ClaimedMail;
import dev.latchkey.triage.Deferred;
import dev.latchkey.triage.TriageReader;
import dev.latchkey.triage.TriagedMail;
import dev.latchkey.triage.mark.MailKind;
import dev.latchkey.triage.reply.ForwardedText;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.trust.secret.HashValue;
import dev.latchkey.trust.secret.ReplyAddress;
import dev.latchkey.trust.sender.AuthenticationResultsReader;
import dev.latchkey.trust.sender.OwnWays;
import dev.latchkey.trust.sender.SenderTrust;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a mail: from octets to all that a flow may know, outside of the transaction in which the
 * flow runs. Of the store it asks only for the letters that the mail answers.
 */
public final class MailReading implements Behalf {
  private static final Logger LOG = LoggerFactory.getLogger(MailReading.class);

  /** A longer name is none that an account can have. */
  private static final int LONGEST_ACCOUNT = 255;

  /** Whose words the desk reads itself, and which no program opens as a file. */
  private static final Set<String> TEXTS = Set.of("text/plain", "text/html");

  private final MailParser parser;
  private final Supplier<TriageReader> triage;
  private final AuthenticationResultsReader authentication;
  private final OwnWays ways;
  private final ReplyAddress replies;
  private final AccountDirectory directory;
  private final AnsweredLetters letters;
  private final StaffSignatures signatures;
  private final FileScanner scanner;
  private final CarriedLetters carried;

  public MailReading(
      MailParser parser,
      Supplier<TriageReader> triage,
      AuthenticationResultsReader authentication,
      OwnWays ways,
      ReplyAddress replies,
      AccountDirectory directory,
      AnsweredLetters letters,
      StaffSignatures signatures,
      FileScanner scanner) {
    this.parser = parser;
    this.triage = triage;
    this.authentication = authentication;
    this.ways = ways;
    this.replies = replies;
    this.directory = directory;
    this.letters = letters;
    this.signatures = signatures;
    this.scanner = scanner;
    this.carried = new CarriedLetters(parser);
  }

  /**
   * Reads one mail.
   *
   * @throws MalformedMailException when it breaks a limit or the parser
   */
  Incoming read(ClaimedMail claimed) throws MalformedMailException {
    return read(claimed, parser.parse(claimed.bytes()), Optional.empty());
  }

  /**
   * Reads the header of a mail that cannot be read as a whole.
   *
   * @param why it cannot
   * @throws MalformedMailException when not even that can be read
   */
  Incoming readHeader(ClaimedMail claimed, String why) throws MalformedMailException {
    return read(claimed, parser.header(claimed.bytes()), Optional.of(why));
  }

  private Incoming read(ClaimedMail claimed, InboundMail arrived, Optional<String> malformed) {
    Optional<EmailAddress> writer = ways.writer(arrived);
    InboundMail mail = writer.map(arrived::claimedBy).orElse(arrived);
    Answered answered = letters.of(mail);
    TriagedMail triaged = triage.get().read(arrived, answered.letters());
    SenderTrust sent = authentication.read(arrived);
    SenderTrust trust = signatures.seen(claimed, arrived, sent, triaged);
    Deferred<Optional<String>> account =
        new Deferred<>(() -> account(triaged.request().username()));
    // What nearly every person's mail is asked is read here, where there are processors.
    if (triaged.kind().kind() == MailKind.HUMAN && !signatures.ofStaff(arrived, sent)) {
      account.get();
      triaged.language();
      triaged.writer();
      triaged.asksBesides();
      triaged.dangers();
    }
    return new Incoming(
        claimed,
        mail,
        triaged,
        writer.map(trust::claimOf).orElse(trust),
        replies.tokensIn(mail).stream().map(HashValue::of).toList(),
        triaged.codes().stream().map(HashValue::of).toList(),
        malformed.isPresent()
            ? Carried.NOTHING
            : carried.in(claimed.bytes(), arrived).inReplyTo(answered.asked()),
        account,
        List.of(),
        malformed,
        files(claimed, arrived, malformed.isPresent()));
  }

  /**
   * What the scanner says of a mail that holds more than text. What was not downloaded, or cannot
   * be taken apart, nobody has scanned.
   */
  private ScanResult files(ClaimedMail claimed, InboundMail mail, boolean malformed) {
    boolean files =
        malformed
            || claimed.headerOnly()
            || mail.parts().stream()
                .anyMatch(part -> part.attachment() || !TEXTS.contains(part.mediaType()));
    if (!files) {
      return ScanResult.NOT_ASKED;
    }
    ScanResult said = scanner.scan(claimed.bytes());
    return claimed.headerOnly() && said.kind() == ScanResult.Kind.CLEAN ? ScanResult.UNKNOWN : said;
  }

  /**
   * The recovery codes that were typed into a mail, for the account system's check and nothing
   * else; none when it cannot be read.
   */
  List<String> savedCodes(MailBytes octets) {
    try {
      InboundMail arrived = parser.parse(octets);
      InboundMail mail = ways.writer(arrived).map(arrived::claimedBy).orElse(arrived);
      return triage.get().savedCodes(arrived, letters.of(mail).letters());
    } catch (MalformedMailException e) {
      return List.of();
    }
  }

  /** Whose words they are is what a member of staff says: nothing is proved of it. */
  @Override
  public Incoming of(
      Incoming brought,
      EmailAddress writer,
      Optional<String> account,
      String subject,
      String words) {
    return of(brought, writer, account, subject, BodyText.plain(words));
  }

  @Override
  public Optional<Incoming> ofAttached(
      Incoming brought, EmailAddress writer, Optional<String> account) {
    try {
      for (MailBytes octets : parser.attachedMails(brought.claimed().bytes())) {
        InboundMail attached = parser.parse(octets);
        BodyText text = said(attached);
        if (!text.asString().isBlank()) {
          return Optional.of(of(brought, writer, account, attached.subject(), text));
        }
      }
    } catch (MalformedMailException e) {
      LOG.info("what is attached to mail {} cannot be read: {}", brought.id(), e.getMessage());
    }
    return Optional.empty();
  }

  /** What a mail says; what it forwards, where that is all. */
  private BodyText said(InboundMail mail) {
    TrimmedReply reply = triage.get().split(mail);
    return reply.generous().isBlank() ? BodyText.plain(ForwardedText.of(reply)) : mail.text();
  }

  private Incoming of(
      Incoming brought,
      EmailAddress writer,
      Optional<String> account,
      String subject,
      BodyText text) {
    InboundMail mail =
        new InboundMail(
            List.of(new HeaderField("Subject", subject, subject)),
            Optional.of(writer),
            List.of(writer.toString()),
            List.of(),
            text,
            "",
            List.of(),
            Set.of());
    TriagedMail triaged = triage.get().read(mail);
    TriagedMail named = account.map(triaged::withUsername).orElse(triaged);
    return new Incoming(
        brought.claimed(),
        mail,
        named,
        SenderTrust.handedIn(writer),
        List.of(),
        List.of(),
        Carried.NOTHING,
        Deferred.of(account(named.request().username())),
        List.of(),
        Optional.empty(),
        brought.files());
  }

  private Optional<String> account(Optional<String> name) {
    return name.map(directory::key).filter(key -> key.length() <= LONGEST_ACCOUNT);
  }
}
