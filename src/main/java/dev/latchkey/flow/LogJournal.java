package dev.latchkey.flow;

import dev.latchkey.ticket.Reference;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a log line a mail: its row, its ticket and its outcome, no words of it. */
public final class LogJournal implements DeskJournal {
  private static final Logger LOG = LoggerFactory.getLogger(LogJournal.class);

  @Override
  public void handled(long mailId, Outcome outcome, Optional<Long> ticketId, String reason) {
    LOG.info(
        "mail={} ticket={} {}",
        mailId,
        ticketId.map(id -> new Reference(id).toString()).orElse("-"),
        outcome);
  }
}
