package dev.latchkey.flow.loop;

import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.DeskJournal;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.MailSender;
import dev.latchkey.outgoing.BudgetSettings;
import dev.latchkey.outgoing.Composer;
import dev.latchkey.outgoing.RetryPolicy;
import dev.latchkey.parse.MailParser;
import dev.latchkey.store.DeskFigures;
import dev.latchkey.store.DeskStore;
import dev.latchkey.store.MailStore;
import dev.latchkey.store.Outbox;
import dev.latchkey.triage.TriageReader;
import dev.latchkey.trust.secret.MessageIds;
import dev.latchkey.trust.secret.ReplyAddress;
import dev.latchkey.trust.secret.ReturnAddress;
import dev.latchkey.trust.secret.Tokens;
import dev.latchkey.trust.sender.AuthenticationResultsReader;
import dev.latchkey.trust.staff.StaffRoster;
import java.time.InstantSource;

/**
 * What the flows of a desk are made of.
 *
 * @param sizeLimit octets above which only the header section of a mail is read
 */
public record DeskParts(
    DeskSettings settings,
    Policy policy,
    long sizeLimit,
    Inbox inbox,
    MailSender sender,
    Stores stores,
    Readers readers,
    Identity identity,
    Outgoing outgoing,
    AccountDirectory directory,
    RecoveryAction action,
    StaffRoster staff,
    DeskJournal journal,
    Failpoints failpoints,
    InstantSource clock) {

  /** The database, by what is kept in it. */
  public record Stores(MailStore mails, DeskStore desk, Outbox outbox, DeskFigures figures) {}

  /** What reads a mail. */
  public record Readers(
      MailParser parser, TriageReader triage, AuthenticationResultsReader authentication) {}

  /** What makes and knows our own signs. */
  public record Identity(
      Tokens tokens, ReplyAddress replies, ReturnAddress returns, MessageIds messageIds) {}

  /** What writes and charges our mails. */
  public record Outgoing(Composer composer, BudgetSettings budgets, RetryPolicy retries) {}
}
