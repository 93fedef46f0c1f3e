package dev.latchkey.cli;

import dev.latchkey.accounts.DirectoryException;
import dev.latchkey.config.Settings;
import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.MailTransportException;

/** Whether mailbox, outgoing server and account system can be used. */
final class OutsideProbe {
  /** So many mails are no backlog of a day. */
  private static final int SUSPICIOUS = 50;

  private static final int MOST_COUNTED = 10_000;

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
    scanner();
    directory();
    findings.ok("action: " + desk.action().describe());
  }

  private void inbox() {
    try {
      findings.ok("imap: " + desk.inbox().check());
      waiting();
    } catch (MailTransportException e) {
      findings.fail("imap: " + e.getMessage());
    }
  }

  /** A desk that starts on an old mailbox answers all of it. */
  private void waiting() throws MailTransportException {
    try (Inbox.Session session = desk.inbox().open()) {
      int mails = session.list(0, MOST_COUNTED).size();
      if (mails >= SUSPICIOUS) {
        findings.warn(
            ("imap: %s%d mails wait; each is answered as if it had come today. Before a first start"
                    + " move what is old to another folder")
                .formatted(mails == MOST_COUNTED ? "more than " : "", mails));
      } else {
        findings.ok("imap: %d mails wait".formatted(mails));
      }
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

  private void scanner() {
    try {
      String scanner = desk.scanner().check();
      if (scanner.isEmpty()) {
        findings.ok("attachments: nobody scans them");
      } else {
        findings.ok("attachments: " + scanner);
      }
    } catch (MailTransportException e) {
      findings.fail("attachments: clamd at " + e.getMessage());
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
