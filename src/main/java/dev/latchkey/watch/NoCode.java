package dev.latchkey.watch;

import dev.latchkey.ticket.Reference;

/**
 * A request for which no code can go out.
 *
 * @param account by the account system's rule
 * @param why what the account directory says of it now
 */
public record NoCode(Reference ticket, String account, String why) {}
