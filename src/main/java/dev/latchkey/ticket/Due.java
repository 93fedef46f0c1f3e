package dev.latchkey.ticket;

import java.time.Instant;

/** What time brings next to a ticket, and when. */
public record Due(FollowUp step, Instant at) {}
