package dev.latchkey.cli;

import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.accounts.DirectoryException;
import dev.latchkey.config.Settings;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.transport.ImapInbox;
import dev.latchkey.transport.SmtpSender;
import java.time.InstantSource;

/** Whether mailbox, outgoing server and account system can be used. */
final class OutsideProbe {
  private final Settings settings;
  private final Findings findings;

  OutsideProbe(Settings settings, Findings findings) {
    this.settings = settings;
    this.findings = findings;
  }

  void run() {
    inbox();
    sender();
    directory();
    findings.ok("action: " + settings.action().open(InstantSource.system()).describe());
  }

  private void inbox() {
    try (ImapInbox inbox = new ImapInbox(settings.imap())) {
      ImapInbox.Abilities abilities = inbox.check();
      findings.ok(
          "imap: %s, mails are moved to %s by %s"
              .formatted(
                  settings.imap(),
                  settings.imap().processedFolder(),
                  abilities.move() ? "MOVE" : "COPY and UID EXPUNGE (UIDPLUS)"));
    } catch (MailTransportException e) {
      findings.fail("imap: " + e.getMessage());
    }
  }

  private void sender() {
    try (SmtpSender sender = new SmtpSender(settings.smtp())) {
      sender.check();
      findings.ok(
          "smtp: %s:%d (%s)"
              .formatted(
                  settings.smtp().host(), settings.smtp().port(), settings.smtp().security()));
    } catch (MailTransportException e) {
      findings.fail("smtp: " + e.getMessage());
    }
  }

  private void directory() {
    try (AccountDirectory directory = settings.accounts().open()) {
      directory.check();
      findings.ok("accounts: the directory answers");
    } catch (DirectoryException e) {
      findings.fail("accounts: " + e.getMessage());
    }
  }
}
