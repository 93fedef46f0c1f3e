package dev.latchkey.cli;

import dev.latchkey.accounts.DirectoryCheck;
import dev.latchkey.accounts.DirectoryException;
import dev.latchkey.config.Settings;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.flow.loop.FirstLook;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.watch.Count;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;

/** Whether mailbox, outgoing server and account system can be used. */
final class OutsideProbe {
  /** So many mails are no backlog of a day. */
  private static final int SUSPICIOUS = 50;

  private final Settings settings;
  private final OpenDesk desk;
  private final ServerAdvice advice;
  private final Findings findings;

  OutsideProbe(Settings settings, OpenDesk desk, ServerAdvice advice, Findings findings) {
    this.advice = advice;
    this.settings = settings;
    this.desk = desk;
    this.findings = findings;
  }

  /**
   * Tells what it finds.
   *
   * @param databaseAnswers what waits in the mailbox is told by what the database knows of it
   */
  void run(boolean databaseAnswers) {
    inbox(databaseAnswers);
    sender();
    scanner();
    directory();
    action();
    settings.monitor().ifPresent(this::monitor);
  }

  /** Whether the desk can answer there, or does already. */
  private void monitor(InetSocketAddress address) {
    String there = "http://" + address.getHostString() + ":" + address.getPort();
    try (ServerSocket free = new ServerSocket()) {
      free.bind(address);
      findings.ok("monitor: " + there + " is free");
    } catch (IOException e) {
      if (answersHealth(there)) {
        findings.ok("monitor: a desk answers at " + there);
      } else {
        findings.warn(
            "monitor: %s cannot be had (%s), and what is there is no desk; the desk would work without its health and figures: name another port in monitor.listen"
                .formatted(there, e.getMessage()));
      }
    }
  }

  private static boolean answersHealth(String there) {
    try {
      HttpURLConnection asked =
          (HttpURLConnection) URI.create(there + "/health").toURL().openConnection();
      asked.setConnectTimeout(2_000);
      asked.setReadTimeout(10_000);
      int status = asked.getResponseCode();
      asked.disconnect();
      return status == HttpURLConnection.HTTP_OK || status == HttpURLConnection.HTTP_UNAVAILABLE;
    } catch (IOException e) {
      return false;
    }
  }

  private void action() {
    findings.ok("action: " + desk.action().describe());
    try {
      desk.action().check().forEach(findings::ok);
    } catch (DirectoryException e) {
      findings.fail(String.valueOf(e.getMessage()));
    }
  }

  private void inbox(boolean databaseAnswers) {
    try {
      findings.ok("imap: " + desk.inbox().check());
      if (databaseAnswers) {
        waiting();
      }
      new ResultsProbe(settings, desk.inbox(), findings).run();
    } catch (MailTransportException e) {
      findings.fail(advice.of("imap", e));
    } catch (DeskUnavailableException e) {
      findings.fail("imap: what waits cannot be told: " + e.getMessage());
    }
  }

  /** What the desk will do with what stands in its folder. */
  private void waiting() {
    FirstLook.Survey found = desk.loops().byHand().survey();
    int aside = found.waiting() - found.answered();
    if (aside > 0) {
      findings.warn(
          ("imap: %s. At the first start %s answered; %s moved to %s and not"
                  + " answered, for they were read or answered before (%d) or came before"
                  + " intake.since (%d)")
              .formatted(
                  Count.of(found.waiting(), "mail waits", "mails wait"),
                  Count.of(found.answered(), "is", "are"),
                  Count.of(aside, "is", "are"),
                  settings.imap().olderFolder(),
                  found.read(),
                  found.older()));
    } else if (found.waiting() >= SUSPICIOUS) {
      findings.warn(
          ("imap: %d mails wait, and all are answered as if they had come today (%d of them are"
                  + " older or were read before); latchkey import --dry-run tells how")
              .formatted(found.waiting(), found.read() + found.older()));
    } else {
      findings.ok(
          "imap: %s answered"
              .formatted(Count.of(found.waiting(), "mail waits, and is", "mails wait, and are")));
    }
  }

  private void sender() {
    try {
      desk.sender().check();
      findings.ok(
          "smtp: %s:%d (%s)%s"
              .formatted(
                  settings.smtp().host(),
                  settings.smtp().port(),
                  settings.smtp().security(),
                  settings.smtp().login().map(who -> ", logged in " + who.describe()).orElse("")));
    } catch (MailTransportException e) {
      findings.fail(advice.of("smtp", e));
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
      DirectoryCheck check = desk.directory().check();
      findings.ok("accounts: " + check.found());
      check.doubts().forEach(doubt -> findings.warn("accounts: " + doubt));
    } catch (DirectoryException e) {
      findings.fail("accounts: " + e.getMessage());
      for (Throwable another : e.getSuppressed()) {
        findings.fail("accounts: " + another.getMessage());
      }
    }
  }
}
