package dev.latchkey.ticket;

import java.util.List;

/**
 * What is compared to see whether the history of a ticket is as it was written.
 *
 * @param version the ticket's: as many entries as it has
 * @param end the hash that the ticket says is the last entry's
 * @param storedHashes the hash that stands beside each entry
 */
public record HistoryChain(
    Reference reference,
    int version,
    String end,
    List<HistoryEntry> entries,
    List<String> storedHashes) {
  public HistoryChain {
    entries = List.copyOf(entries);
    storedHashes = List.copyOf(storedHashes);
  }
}
