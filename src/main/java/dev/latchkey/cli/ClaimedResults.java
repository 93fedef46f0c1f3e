package dev.latchkey.cli;

import dev.latchkey.config.Settings;
import dev.latchkey.config.Settings.TrustedServers;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.trust.sender.WrittenResults;
import java.util.List;
import java.util.Optional;

/**
 * Results that a mail of {@code check --mail} brings along in the name of the desk's own server, as
 * a forger's would: they have to be gone when it comes back, or stand where they are not believed
 * (RFC 8601 section 5).
 */
final class ClaimedResults {
  private final TrustedServers trusted;
  private final Findings findings;

  ClaimedResults(TrustedServers trusted, Findings findings) {
    this.trusted = trusted;
    this.findings = findings;
  }

  /** What the fields say: that the desk's own domain passed, in each name that is believed. */
  static List<String> claims(Settings settings, String mark) {
    String domain = settings.desk().address().domain();
    return settings.authentication().ids().stream()
        .sorted()
        .map(
            id ->
                "%s; dmarc=pass (%s) header.from=%s; dkim=pass header.d=%s"
                    .formatted(id, mark, domain, domain))
        .toList();
  }

  /** Whether a field is one of these, and no server's own. */
  static boolean isOf(HeaderField field, String mark) {
    return field.raw().contains("(" + mark + ")");
  }

  /** Says whether they would have been believed. */
  void tell(List<WrittenResults> left) {
    if (trusted.ids().isEmpty() || trusted.provider().isPresent()) {
      return;
    }
    Optional<WrittenResults> believed =
        left.stream().filter(one -> ResultsProbe.believed(trusted, one)).findFirst();
    if (believed.isPresent()) {
      int above = believed.get().receivedAbove();
      findings.fail(
          ("mail: results that it brought along itself, in the name of %s, came back below %d"
                  + " Received and are believed by authentication.own-received: whoever can send"
                  + " such a mail writes as anybody, staff too. %s, or have your server delete"
                  + " what comes with a mail in its own name (RFC 8601 section 5)")
              .formatted(
                  believed.get().authservId(),
                  above,
                  above > 0
                      ? "Set own-received to " + (above - 1)
                      : "No server wrote a Received above them: have one take the mails in"));
    } else if (left.isEmpty()) {
      findings.ok(
          "mail: results that it brought along in your server's name were taken off on the way from"
              + " this machine");
    } else {
      findings.ok(
          "mail: results that it brought along in your server's name stand below %d Received on the way from this machine, where they are not believed"
              .formatted(left.get(0).receivedAbove()));
    }
  }
}
