package dev.latchkey.cli;

import dev.latchkey.config.Settings;
import dev.latchkey.config.Settings.TrustedServers;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.Inbox.Listing;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.RawMail;
import dev.latchkey.parse.MailParser;
import dev.latchkey.parse.mime.MalformedMailException;
import dev.latchkey.trust.sender.WrittenResults;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether anybody writes the results that the settings believe, by the last mails that were
 * processed; and what the settings might say instead.
 */
final class ResultsProbe {
  private static final int LAST = 20;
  private static final int FEW = 5;
  private static final int MOST_LISTED = 100_000;

  private final TrustedServers trusted;
  private final Inbox inbox;
  private final Findings findings;
  private final MailParser parser = new MailParser();

  ResultsProbe(Settings settings, Inbox inbox, Findings findings) {
    this.trusted = settings.authentication();
    this.inbox = inbox;
    this.findings = findings;
  }

  /** Looks at mails that came from elsewhere; a few tell nothing. */
  void run() throws MailTransportException {
    if (trusted.provider().isPresent()) {
      return;
    }
    List<List<WrittenResults>> mails = last();
    if (mails.size() < FEW) {
      return;
    }
    long believed =
        mails.stream()
            .filter(results -> results.stream().anyMatch(one -> believed(trusted, one)))
            .count();
    if (believed > 0) {
      findings.ok(
          "authentication: %d of the last %d mails bear results that are believed"
              .formatted(believed, mails.size()));
      return;
    }
    String told =
        "authentication: none of the last %d mails bears results that are believed; mails of the"
                .formatted(mails.size())
            + " staff decide nothing; look at authentication.authserv-ids. "
            + proposal(mails);
    if (trusted.ids().isEmpty()) {
      findings.warn(told);
    } else {
      findings.fail(told);
    }
  }

  /** Whether the desk believes results that stand there, as far as their place and name go. */
  static boolean believed(TrustedServers trusted, WrittenResults results) {
    return trusted.ids().stream().anyMatch(results.authservId()::equalsIgnoreCase)
        && results.receivedAbove() <= trusted.ownReceived();
  }

  /** What the topmost field of most mails says, which a sender of one cannot bring about. */
  private static String proposal(List<List<WrittenResults>> mails) {
    Map<WrittenResults, Integer> seen = new HashMap<>();
    mails.stream()
        .flatMap(mail -> mail.stream().limit(1))
        .forEach(top -> seen.merge(top, 1, Integer::sum));
    Optional<Map.Entry<WrittenResults, Integer>> most =
        seen.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .filter(entry -> entry.getValue() * 2 > mails.size());
    return most.map(
            entry ->
                "On top of %d stands what %s wrote, below %d Received; if that is your own server: authserv-ids: [%s], own-received: %d"
                    .formatted(
                        entry.getValue(),
                        entry.getKey().authservId(),
                        entry.getKey().receivedAbove(),
                        entry.getKey().authservId(),
                        entry.getKey().receivedAbove()))
        .orElse(
            "Your mail server writes none (Authentication-Results, RFC 8601): with Debian set up"
                + " OpenDKIM and OpenDMARC as milters");
  }

  private List<List<WrittenResults>> last() throws MailTransportException {
    Optional<Inbox> folder = inbox.processed();
    if (folder.isEmpty()) {
      return List.of();
    }
    List<List<WrittenResults>> found = new ArrayList<>();
    Inbox processed = folder.get();
    try (Inbox.Session session = processed.open()) {
      List<Listing> all = session.list(0, MOST_LISTED);
      List<Listing> last = all.subList(Math.max(0, all.size() - LAST), all.size());
      for (RawMail mail : last.isEmpty() ? List.<RawMail>of() : session.fetchHeaders(last)) {
        header(mail).map(WrittenResults::of).ifPresent(found::add);
      }
    } finally {
      processed.close();
    }
    return found;
  }

  private Optional<InboundMail> header(RawMail mail) {
    try {
      return Optional.of(parser.header(mail.bytes()));
    } catch (MalformedMailException e) {
      return Optional.empty();
    }
  }
}
