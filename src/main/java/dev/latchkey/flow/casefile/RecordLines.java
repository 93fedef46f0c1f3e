package dev.latchkey.flow.casefile;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.CoOwner;
import dev.latchkey.accounts.Link;
import dev.latchkey.check.Policy;
import dev.latchkey.letter.phrase.AccountPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an account has on record to prove with, beside addresses, as the staff read it: each with
 * its age, and that there is nothing where there is nothing.
 */
final class RecordLines {
  /** Of each kind, so that an account with hundreds of links leaves room for the rest. */
  private static final int MOST = 10;

  private RecordLines() {}

  static List<Phrase> of(Policy policy, Ticket ticket, Account account) {
    List<Phrase> lines =
        Stream.of(
                account.links().stream().limit(MOST).map(RecordLines::link),
                account.keys().stream()
                    .limit(MOST)
                    .map(
                        key ->
                            (Phrase)
                                new AccountPhrase.KeyOnRecord(
                                    key.kind().name(), since(key.since()))),
                account.profile().filter(text -> !text.isBlank()).stream()
                    .map(text -> (Phrase) new AccountPhrase.ProfileOnRecord()),
                account.coOwners().stream().limit(MOST).map(one -> coOwner(policy, ticket, one)))
            .flatMap(some -> some)
            .toList();
    return lines.isEmpty() ? List.of(new AccountPhrase.NothingOnRecord()) : lines;
  }

  private static Phrase link(Link link) {
    String place = link.address().toString();
    return switch (link.kind()) {
      case REPOSITORY -> new AccountPhrase.RepositoryOnRecord(place, since(link.since()));
      case SITE -> new AccountPhrase.SiteOnRecord(place, since(link.since()));
    };
  }

  private static Phrase coOwner(Policy policy, Ticket ticket, CoOwner one) {
    if (CoOwners.oldEnough(policy, ticket, one)) {
      return new AccountPhrase.CoOwnerOnRecord(one.address(), one.project(), since(one.since()));
    }
    return one.since()
        .<Phrase>map(at -> new AccountPhrase.CoOwnerTooNew(one.address(), one.project(), at))
        .orElseGet(() -> new AccountPhrase.CoOwnerUndated(one.address(), one.project()));
  }

  private static Phrase since(Optional<Instant> at) {
    return at.map(RecordLines::day)
        .<Phrase>map(AccountPhrase.Since::new)
        .orElseGet(AccountPhrase.Undated::new);
  }

  /** A directory's day is one of UTC: in the desk's zone it could be another. */
  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
