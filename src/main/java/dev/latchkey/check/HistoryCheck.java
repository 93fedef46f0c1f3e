package dev.latchkey.check;

import dev.latchkey.ticket.HistoryChain;
import dev.latchkey.ticket.HistoryEntry;
import java.util.ArrayList;
import java.util.List;

/** Finds gaps and edits in the history of a ticket, by its chain of hashes. */
public final class HistoryCheck {

  /** What is wrong with a history; empty when it is whole. */
  public List<String> find(HistoryChain chain) {
    List<HistoryEntry> history = chain.entries();
    List<String> storedHashes = chain.storedHashes();
    List<String> findings = new ArrayList<>();
    String previous = HistoryEntry.FIRST;
    for (int i = 0; i < history.size(); i++) {
      HistoryEntry entry = history.get(i);
      String name = "entry " + entry.sequence();
      if (entry.sequence() != i + 1) {
        findings.add(name + " stands where entry " + (i + 1) + " should");
      }
      if (!entry.previousHash().equals(previous)) {
        findings.add(name + " does not follow the one before it");
      }
      if (!entry.hash().equals(storedHashes.get(i))) {
        findings.add(name + " was changed");
      }
      previous = storedHashes.get(i);
    }
    if (!chain.end().equals(previous) || chain.version() != history.size()) {
      findings.add("the ticket and the end of its history differ");
    }
    return findings;
  }
}
