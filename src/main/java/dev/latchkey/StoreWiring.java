package dev.latchkey;

import dev.latchkey.config.Settings;
import dev.latchkey.flow.loop.Portions;
import dev.latchkey.parse.MailParser;
import dev.latchkey.store.ClockCheck;
import dev.latchkey.store.DatabaseClock;
import dev.latchkey.store.DeskFigures;
import dev.latchkey.store.DeskStore;
import dev.latchkey.store.FigureViews;
import dev.latchkey.store.FirstStart;
import dev.latchkey.store.KnownMails;
import dev.latchkey.store.LargestMail;
import dev.latchkey.store.MailStore;
import dev.latchkey.store.Outbox;
import dev.latchkey.store.Quarantine;
import dev.latchkey.store.RestoreHold;
import dev.latchkey.store.UnsafeCopies;
import dev.latchkey.store.WaitingLine;
import dev.latchkey.store.database.Database;
import dev.latchkey.store.erasure.Erasure;
import dev.latchkey.trust.secret.Vault;
import java.time.InstantSource;
import org.jspecify.annotations.NullMarked;

/** The part of the {@link Wiring} that keeps: what stands in the database, and how much at once. */
@NullMarked
final class StoreWiring {
  final Portions portions;
  final MailStore mails;
  final Quarantine quarantine;
  final LargestMail largest;
  final UnsafeCopies copies;
  final KnownMails known;
  final DeskStore desk;
  final Outbox outbox;
  final DeskFigures figures;
  final ClockCheck clocks;
  final RestoreHold hold;
  final FigureViews views;
  final FirstStart start;
  final Erasure erasure;

  StoreWiring(Settings settings, Desk.Outside outside, Database database, DatabaseClock there) {
    Vault vault = new Vault(settings.keys().current(), settings.keys().former(), outside.random());
    this.portions = Portions.of(Runtime.getRuntime().maxMemory());
    this.mails =
        new MailStore(
            database, vault, portions.octets(), new WaitingLine(new MailParser()::claimedSender));
    this.quarantine = new Quarantine(database);
    this.largest = new LargestMail(database, settings.sizeLimit());
    this.copies = new UnsafeCopies(database);
    this.known = new KnownMails(database);
    this.desk = new DeskStore(database, vault);
    this.outbox = new Outbox(database, vault);
    this.figures = new DeskFigures(database, settings.desk().address());
    this.views = new FigureViews(database, figures);
    this.start = new FirstStart(database);
    this.erasure = new Erasure(database, vault);
    this.clocks = new ClockCheck(database, there, InstantSource.system());
    this.hold = new RestoreHold(database, there, settings.database().mark());
  }
}
