package dev.latchkey.cli;

import dev.latchkey.accounts.DirectoryException;
import dev.latchkey.config.Settings;
import dev.latchkey.mail.MailTransportException;

/** Whether mailbox, outgoing server and account system can be used. */
final class OutsideProbe {
  private final Settings settings;
  private final OpenDesk desk;
  private final Findings findings;

  OutsideProbe(Settings settings, OpenDesk desk, Findings findings) {
    this.settings = settings;
    this.desk = desk;
    this.findings = findings;
  }

  void run() {
    inbox();
    sender();
    directory();
    findings.ok("action: " + desk.action().describe());
  }

  private void inbox() {
    try {
      findings.ok("imap: " + desk.inbox().check());
    } catch (MailTransportException e) {
      findings.fail("imap: " + e.getMessage());
    }
  }

  private void sender() {
    try {
      desk.sender().check();
      findings.ok(
          "smtp: %s:%d (%s)"
              .formatted(
                  settings.smtp().host(), settings.smtp().port(), settings.smtp().security()));
    } catch (MailTransportException e) {
      findings.fail("smtp: " + e.getMessage());
    }
  }

  private void directory() {
    try {
      findings.ok("accounts: " + desk.directory().check());
    } catch (DirectoryException e) {
      findings.fail("accounts: " + e.getMessage());
    }
  }
}
