package dev.latchkey.cli;

import dev.latchkey.config.Settings;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.Inbox.Listing;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.mail.RawMail;
import dev.latchkey.mail.SendResult;
import dev.latchkey.parse.MailParser;
import dev.latchkey.parse.mime.MalformedMailException;
import dev.latchkey.trust.secret.ReplyAddress;
import dev.latchkey.trust.sender.WrittenResults;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A mail of the desk to a reply address of its own, through the whole loop: handed over, delivered,
 * found in the mailbox. Then the server is one that the desk can work with.
 */
final class LoopProbe {
  private static final Duration EACH = Duration.ofSeconds(1);
  private static final int MOST_LISTED = 100_000;

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

  /** Mails that came since the letter was sent; it is among the last. */
  private static final int LAST = 50;

  private final Settings settings;
  private final OpenDesk desk;
  private final Findings findings;
  private final Duration patience;
  private final InstantSource clock;

  /**
   * @param patience how long the mail may take
   */
  LoopProbe(
      Settings settings, OpenDesk desk, Findings findings, Duration patience, InstantSource clock) {
    this.settings = settings;
    this.desk = desk;
    this.findings = findings;
    this.patience = patience;
    this.clock = clock;
  }

  void run() {
    String mark = mark();
    EmailAddress to = settings.desk().address().withDetail(mark);
    Instant sent = clock.instant();
    SendResult answer = desk.sender().send(letter(mark, to, sent));
    if (!(answer instanceof SendResult.Accepted)) {
      findings.fail(
          "mail: the outgoing server did not take a mail from %s to %s: %s"
              .formatted(settings.desk().address(), to, told(answer)));
      return;
    }
    findings.ok("mail: the outgoing server took a mail to " + to);
    try {
      Optional<RawMail> back = await(mark, sent);
      if (back.isEmpty()) {
        findings.fail(
            ("mail: it did not come back within %d s. Does the mail server deliver %s to the"
                    + " mailbox %s (Postfix: recipient_delimiter = +), is desk.address right, and"
                    + " is imap.folder where it is delivered?")
                .formatted(patience.toSeconds(), to, settings.imap()));
        return;
      }
      tellLoop(back.get(), mark, to, Duration.between(sent, clock.instant()));
    } catch (MailTransportException e) {
      findings.fail("mail: it cannot be looked for: " + e.getMessage());
    }
  }

  /** Of the length and the letters of what stands in the addresses that people answer to. */
  private static String mark() {
    StringBuilder mark = new StringBuilder("check");
    new SecureRandom()
        .ints(21, 0, LETTERS.length())
        .mapToObj(LETTERS::charAt)
        .forEach(mark::append);
    return mark.toString();
  }

  private static String told(SendResult answer) {
    if (answer instanceof SendResult.Refused refused) {
      return refused.reply()
          + "; does it know addresses with + (Postfix: recipient_delimiter = +), and is"
          + " desk.address right?";
    }
    if (answer instanceof SendResult.RefusedToUs refused) {
      return refused.reply()
          + "; does it take mail of this machine (Postfix: mynetworks), or want a login (smtp.user"
          + " and smtp.password)?";
    }
    if (answer instanceof SendResult.Deferred deferred) {
      return deferred.reply() + "; it may take it later: call it again in a quarter of an hour";
    }
    if (answer instanceof SendResult.NoAnswer none) {
      return none.reason() + "; it may have come all the same: look into the mailbox";
    }
    return answer instanceof SendResult.NoConnection none
        ? none.reason() + "; look at smtp.host and smtp.port"
        : "taken";
  }

  private OutboundMail letter(String mark, EmailAddress to, Instant now) {
    EmailAddress desk = settings.desk().address();
    return new OutboundMail(
        desk,
        "latchkey check",
        desk,
        to,
        Optional.empty(),
        "<" + mark + "@" + desk.domain() + ">",
        now,
        Optional.empty(),
        List.of(),
        OutboundMail.AutoSubmitted.AUTO_GENERATED,
        mark,
        mark + "\n",
        Optional.empty(),
        ClaimedResults.claims(settings, mark));
  }

  /** In the inbox, out of which it is taken then; or a desk that runs has processed it before. */
  private Optional<RawMail> await(String mark, Instant sent) throws MailTransportException {
    while (Duration.between(sent, clock.instant()).compareTo(patience) < 0) {
      Optional<RawMail> found = find(desk.inbox(), mark, true);
      if (found.isEmpty() && desk.inbox().processed().isPresent()) {
        Inbox processed = desk.inbox().processed().get();
        try {
          found = find(processed, mark, false);
        } finally {
          processed.close();
        }
      }
      if (found.isPresent()) {
        return found;
      }
      try {
        Thread.sleep(EACH.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<RawMail> find(Inbox folder, String mark, boolean takeOut)
      throws MailTransportException {
    try (Inbox.Session session = folder.open()) {
      List<Listing> all = session.list(0, MOST_LISTED);
      List<Listing> last = all.subList(Math.max(0, all.size() - LAST), all.size());
      if (last.isEmpty()) {
        return Optional.empty();
      }
      for (RawMail mail : session.fetchHeaders(last)) {
        if (new String(mail.bytes().octets(), StandardCharsets.ISO_8859_1).contains(mark)) {
          if (takeOut) {
            session.moveOut(List.of(mail.location()));
          }
          return Optional.of(mail);
        }
      }
      return Optional.empty();
    }
  }

  private void tellLoop(RawMail mail, String mark, EmailAddress to, Duration way) {
    InboundMail header;
    try {
      header = new MailParser().header(mail.bytes());
    } catch (MalformedMailException e) {
      findings.warn("mail: it cannot be read: " + e.getMessage());
      return;
    }
    if (new ReplyAddress(settings.desk().address()).tokensIn(header).contains(mark)) {
      findings.ok(
          "mail: it came back after %d s: addresses with + work".formatted(way.toSeconds()));
    } else {
      findings.fail(
          ("mail: it came back after %d s, but no field of its header names %s any more, so what"
                  + " people answer finds its ticket by chance only. Have the server that delivers"
                  + " write the recipient (Delivered-To or X-Original-To), and none rewrite To")
              .formatted(way.toSeconds(), to));
    }
    if (header.field("Message-ID").filter(id -> id.raw().contains("<" + mark + "@")).isEmpty()) {
      findings.warn(
          "mail: on its way it got another Message-ID than the desk gave it; an answer whose reply"
              + " address is lost, too, finds no ticket. Where the outgoing server does that,"
              + " another one is better");
    }
    tellResults(
        WrittenResults.of(header, Predicate.not(field -> ClaimedResults.isOf(field, mark))));
    new ClaimedResults(settings.authentication(), findings)
        .tell(WrittenResults.of(header, field -> ClaimedResults.isOf(field, mark)));
  }

  private void tellResults(List<WrittenResults> results) {
    if (results.isEmpty()) {
      findings.ok(
          "mail: your server wrote no Authentication-Results on it, as many do for mail of"
              + " their own machine; latchkey check looks at what came from elsewhere, in "
              + settings.imap().processedFolder());
      return;
    }
    WrittenResults top = results.get(0);
    String told =
        "mail: on top of it stands what %s wrote, below %d Received: authserv-ids: [%s],"
                .formatted(top.authservId(), top.receivedAbove(), top.authservId())
            + " own-received: "
            + top.receivedAbove();
    Settings.TrustedServers trusted = settings.authentication();
    if (trusted.provider().isPresent()
        || trusted.ids().isEmpty()
        || ResultsProbe.believed(trusted, top)) {
      findings.ok(told);
    } else {
      findings.warn(
          told
              + "; by what stands at authentication.authserv-ids and authentication.own-received"
              + " it is not believed. If that is your own server, set them so, or mails of the"
              + " staff decide nothing");
    }
  }
}
