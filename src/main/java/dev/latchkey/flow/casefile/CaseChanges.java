package dev.latchkey.flow.casefile;

import dev.latchkey.check.Evidence;
import dev.latchkey.check.Level;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.phrase.ChangePhrase;
import dev.latchkey.letter.phrase.GiverPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.secret.IssuedToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What changed in a case since somebody got it. */
final class CaseChanges {
  private CaseChanges() {}

  /**
   * What is other than it was when {@code before} was issued; empty when nothing is.
   *
   * @param before the token of the case that they got then
   */
  static List<Phrase> since(FlowContext context, CaseFile file, IssuedToken before) {
    Ticket ticket = file.ticket();
    Instant then = before.issuedAt();
    List<Phrase> changed = new ArrayList<>();
    file.evidence().stream()
        .filter(piece -> piece.at().isAfter(then))
        .forEach(piece -> changed.add(proved(piece)));
    file.assessment().warnings().stream()
        .filter(warning -> warning.at().isAfter(then))
        .forEach(warning -> changed.add(new ChangePhrase.NowWarned(warning.kind())));
    context.work().tickets().history(ticket.id()).stream()
        .filter(entry -> entry.at().isAfter(then) || entry.at().equals(context.now()))
        .forEach(entry -> commanded(entry).ifPresent(changed::add));
    boolean reopened =
        context.work().tickets().history(ticket.id()).stream()
            .filter(entry -> entry.at().isAfter(then) || entry.at().equals(context.now()))
            .filter(entry -> !entry.cause().actor().commands())
            .anyMatch(entry -> entry.from().closed() && !entry.to().closed());
    if (reopened) {
      changed.add(new ChangePhrase.NowOpenedAgain());
    }
    if (file.perhapsOver().stream().anyMatch(at -> at.isAfter(then))) {
      changed.add(new ChangePhrase.NowPerhapsOver());
    }
    boolean same =
        before.digest().filter(file.digest()::equals).isPresent()
            && before.round() == ticket.round();
    if (!same) {
      levels(file, before).ifPresent(changed::add);
    }
    if (!same && changed.isEmpty()) {
      changed.add(new ChangePhrase.NowOtherwise());
    }
    long written =
        context.work().messages().ofTicket(ticket.id()).stream()
            .filter(message -> message.receivedAt().isAfter(then))
            .count();
    if (written > 0) {
      changed.add(new ChangePhrase.NowWritten(Math.toIntExact(written)));
    }
    return changed;
  }

  /** The level that it had, where it is other than it was because of that alone. */
  private static Optional<Phrase> levels(CaseFile file, IssuedToken before) {
    Level now = file.assessment().level();
    Level asked = file.assessment().asked();
    for (Level was : Level.values()) {
      for (Level asks : Level.values()) {
        if (before.digest().filter(file.digest(was, asks)::equals).isPresent()
            && (was != now || asks != asked)) {
          return Optional.of(
              was == now
                  ? new ChangePhrase.NowLevel(asks, asked)
                  : new ChangePhrase.NowLevel(was, now));
        }
      }
    }
    return Optional.empty();
  }

  private static Phrase proved(Evidence piece) {
    return piece.seenBy().isEmpty()
        ? new ChangePhrase.NowProved(piece.kind(), piece.source())
        : new ChangePhrase.NowSeen(CaseLines.shortly(piece));
  }

  private static Optional<Phrase> commanded(HistoryEntry entry) {
    if (!entry.cause().actor().commands()) {
      return Optional.empty();
    }
    GiverPhrase by = GiverPhrase.of(entry.cause().actor());
    if (entry.event() == TicketEvent.APPROVAL_RECORDED) {
      return Optional.of(new ChangePhrase.NowApproved(by));
    }
    if (entry.event() == TicketEvent.WARNING_LIFTED) {
      return Optional.of(new ChangePhrase.NowLifted(by));
    }
    return entry.from() == entry.to()
        ? entry
            .says(Detail.TakenBack.class)
            .map(back -> new ChangePhrase.NowTakenBack(by, Verb.valueOf(back.command())))
        : Optional.of(new ChangePhrase.NowCommanded(by, entry.to()));
  }
}
