package dev.latchkey.store.erasure;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.erasure.ErasureMapper.Part;
import dev.latchkey.store.erasure.ErasurePlan.Line;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What an erasure would take, and what stands in its way; filled while it is looked for. */
final class Gathering {
  private final List<Line> tickets = new ArrayList<>();
  private final SortedSet<Long> letters = new TreeSet<>();
  private final SortedSet<Long> mails = new TreeSet<>();
  private final SortedSet<Long> beside = new TreeSet<>();
  private final List<String> obstacles = new ArrayList<>();
  private int unopened;

  /** A sealed row that no key opens was met. */
  void unopened() {
    unopened++;
  }

  void tickets(Collection<Line> lines) {
    lines.forEach(this::ticket);
  }

  private void ticket(Line line) {
    tickets.add(line);
    if (!line.state().closed()) {
      obstacles.add(
          "%s is open (%s): it has to end first".formatted(line.reference(), line.state()));
    }
  }

  void letter(Part part) {
    boolean waits = part.state().equals("PENDING") || part.state().equals("WAITING");
    if (letters.add(part.id()) && waits) {
      obstacles.add(
          "letter %d waits to be sent: let it go, or drop it (latchkey outbox drop %d)"
              .formatted(part.id(), part.id()));
    }
    of(part);
  }

  void mail(Part part) {
    if (mails.add(part.id()) && part.state().equals("RECEIVED")) {
      obstacles.add("mail %d waits to be worked on: let the desk run".formatted(part.id()));
    }
    of(part);
  }

  /** What belongs to no ticket and is too old. */
  void loose(Collection<Long> oldLetters, Collection<Long> oldMails) {
    letters.addAll(oldLetters);
    mails.addAll(oldMails);
  }

  /** Of a ticket that stays nothing is taken while it is open. */
  private void of(Part part) {
    Long ticket = part.ticketId();
    if (ticket != null && tickets.stream().noneMatch(line -> line.id() == ticket)) {
      beside.add(ticket);
    }
  }

  /** Tickets that stay, and to which some of it belongs. */
  SortedSet<Long> beside() {
    return Collections.unmodifiableSortedSet(beside);
  }

  /**
   * All of it.
   *
   * @param others the lines of {@link #beside()}
   */
  ErasurePlan plan(
      Optional<EmailAddress> address, ErasurePlan.Looked looked, Collection<Line> others) {
    List<String> all = new ArrayList<>(obstacles);
    others.stream()
        .filter(line -> !line.state().closed())
        .map(
            line ->
                "%s, of somebody else, is open (%s) and a mail or letter of it names them: it has to end first"
                    .formatted(line.reference(), line.state()))
        .forEach(all::add);
    return new ErasurePlan(
        address, List.copyOf(tickets), letters, mails, List.copyOf(all), unopened, looked);
  }
}
