package dev.latchkey.letter;

import dev.latchkey.letter.phrase.DigestPhrase;
import dev.latchkey.letter.phrase.Phrase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where a ticket stands, or all of them. */
public sealed interface OverviewLetter extends StaffLetter {

  /**
   * Where a ticket stands, and how it got there.
   *
   * @param account as the directory writes it; empty when it knows none, or no ticket is named
   * @param history what happened, oldest first
   * @param messages what people wrote, oldest first
   * @param notes of staff, oldest first
   */
  record TicketStatus(
      Optional<String> account,
      List<Phrase> facts,
      List<Phrase> history,
      List<Passage> messages,
      List<Passage> notes)
      implements OverviewLetter {}

  /**
   * What waits for staff, when they ask.
   *
   * @param tickets a line each, the longest waiting first
   * @param waiting how many wait in all
   * @param oldest how long the first of them waits
   * @param approves its reader may approve, so that lines have codes
   */
  record Queue(List<Phrase> tickets, int waiting, Duration oldest, boolean approves)
      implements OverviewLetter {}

  /**
   * Several tickets wait for staff longer than they should.
   *
   * @param tickets a line each, the longest waiting first
   * @param waiting how many they are
   * @param oldest how long the first of them waits
   * @param approves its reader may approve, so that lines have codes
   */
  record WaitsTooLong(List<Phrase> tickets, int waiting, Duration oldest, boolean approves)
      implements OverviewLetter {}

  /** The same to somebody who is none of the staff, and can only have them look. */
  record WaitsOutside(List<Phrase> tickets, int waiting, Duration oldest)
      implements OverviewLetter {}

  /**
   * What waits for staff, once a working day, with what came in.
   *
   * @param tickets that wait for the reader, or for nobody yet
   * @param elsewhere tickets that wait for a colleague
   * @param decisions of others since the last one, of which not all of them got a letter, and which
   *     can still be stopped or taken back, with their words
   * @param rest the other decisions of others, a line a ticket
   * @param own how many the reader made
   * @param messages what people wrote since the last one and no case has shown yet
   * @param arrived tickets of the last day
   * @param decided tickets that were decided in the last day
   * @param commands how many decisions there are, all in all
   * @param late how many wait longer than they should
   * @param missed how many were promised a moment that has passed
   * @param approves its reader may approve, so that lines have codes
   */
  record Digest(
      List<Phrase> tickets,
      List<Phrase> elsewhere,
      List<Passage> decisions,
      List<Phrase> rest,
      int own,
      List<Passage> messages,
      int waiting,
      int arrived,
      int decided,
      int commands,
      Duration oldest,
      int late,
      int missed,
      boolean approves)
      implements OverviewLetter {
    @Override
    public Optional<Chart> chart() {
      return Optional.of(
          new Chart(
              List.of(
                  new Chart.Bar(new DigestPhrase.BarWaiting(), waiting),
                  new Chart.Bar(new DigestPhrase.BarArrived(), arrived),
                  new Chart.Bar(new DigestPhrase.BarDecided(), decided),
                  new Chart.Bar(new DigestPhrase.BarLate(), late))));
    }
  }
}
