package dev.latchkey.cli;

import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.flow.loop.DeskLoops;
import dev.latchkey.flow.loop.LettersByHand;
import dev.latchkey.mail.FileScanner;
import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.MailSender;
import dev.latchkey.schedule.DeskTicker;
import dev.latchkey.store.Database;
import dev.latchkey.store.MailStore;
import dev.latchkey.store.MailViews;
import dev.latchkey.store.OutboxViews;
import dev.latchkey.store.TicketViews;

/** A desk as the commands use it. */
public interface OpenDesk extends AutoCloseable {
  Database database();

  DeskLoops loops();

  TicketViews tickets();

  MailStore mailStore();

  MailViews mailViews();

  OutboxViews outbox();

  LettersByHand lettersByHand();

  Inbox inbox();

  MailSender sender();

  AccountDirectory directory();

  RecoveryAction action();

  FileScanner scanner();

  /** Begins to work, until the ticker is closed. */
  DeskTicker start();

  @Override
  void close();
}
