package dev.latchkey.flow.loop;

import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.flow.Incoming;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.parse.MailParser;
import dev.latchkey.parse.mime.MalformedMailException;
import dev.latchkey.store.ClaimedMail;
import dev.latchkey.triage.TriageReader;
import dev.latchkey.triage.TriagedMail;
import dev.latchkey.trust.secret.HashValue;
import dev.latchkey.trust.secret.ReplyAddress;
import dev.latchkey.trust.sender.AuthenticationResultsReader;

/** Reads a mail: from octets to all that a flow may know. Pure work, outside of any transaction. */
public final class MailReading {
  /** A longer name is none that an account can have. */
  private static final int LONGEST_ACCOUNT = 255;

  private final MailParser parser;
  private final TriageReader triage;
  private final AuthenticationResultsReader authentication;
  private final ReplyAddress replies;
  private final AccountDirectory directory;

  public MailReading(
      MailParser parser,
      TriageReader triage,
      AuthenticationResultsReader authentication,
      ReplyAddress replies,
      AccountDirectory directory) {
    this.parser = parser;
    this.triage = triage;
    this.authentication = authentication;
    this.replies = replies;
    this.directory = directory;
  }

  /**
   * Reads one mail.
   *
   * @throws MalformedMailException when it breaks a limit or the parser
   */
  Incoming read(ClaimedMail claimed) throws MalformedMailException {
    InboundMail mail = parser.parse(claimed.bytes());
    TriagedMail triaged = triage.read(mail);
    return new Incoming(
        claimed,
        mail,
        triaged,
        authentication.read(mail),
        replies.tokensIn(mail).stream().map(HashValue::of).toList(),
        triaged.codes().stream().map(HashValue::of).toList(),
        triaged
            .request()
            .username()
            .map(directory::key)
            .filter(key -> key.length() <= LONGEST_ACCOUNT));
  }
}
