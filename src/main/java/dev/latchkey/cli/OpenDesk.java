package dev.latchkey.cli;

import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.cli.page.DeskTime;
import dev.latchkey.flow.loop.DeskLoops;
import dev.latchkey.flow.loop.LettersByHand;
import dev.latchkey.flow.loop.TicketsByHand;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.FileScanner;
import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.MailSender;
import dev.latchkey.schedule.DeskTicker;
import dev.latchkey.store.MailStore;
import dev.latchkey.store.MailViews;
import dev.latchkey.store.OutboxViews;
import dev.latchkey.store.Quarantine;
import dev.latchkey.store.TicketViews;
import dev.latchkey.store.database.Database;
import dev.latchkey.store.erasure.Erasure;
import dev.latchkey.watch.HealthCheck;
import dev.latchkey.watch.Lookout;
import dev.latchkey.watch.Watchers;
import java.time.InstantSource;
import java.time.ZoneId;

/** A desk as the commands use it. */
public interface OpenDesk extends AutoCloseable {
  Database database();

  DeskLoops loops();

  TicketViews tickets();

  MailStore mailStore();

  /** The mails that were put aside. */
  Quarantine quarantine();

  MailViews mailViews();

  OutboxViews outbox();

  Erasure erasure();

  LettersByHand lettersByHand();

  TicketsByHand ticketsByHand();

  /** A sentence of the desk, in English, as everything at the command line is. */
  String say(Phrase sentence);

  /** How moments are shown. */
  default DeskTime time() {
    return new DeskTime(zone());
  }

  /** The clock that what the desk keeps goes by. */
  InstantSource clock();

  /** Whose days and times people see. */
  ZoneId zone();

  Inbox inbox();

  MailSender sender();

  AccountDirectory directory();

  RecoveryAction action();

  FileScanner scanner();

  /** Looks at the desk through its database. */
  Lookout lookout();

  /** Says whether it does its work. */
  HealthCheck health();

  /** Has it watched while it works, until those are closed. */
  Watchers watch();

  /** Has letters, rules and models read, as a desk does before it begins to work. */
  void prepare();

  /** Begins to work, until the ticker is closed. */
  DeskTicker start();

  @Override
  void close();
}
