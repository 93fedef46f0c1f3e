package dev.latchkey.watch;

import dev.latchkey.ticket.Reference;
import java.util.Optional;

/**
 * A request for which no code can go out.
 *
 * @param account by the account system's rule
 * @param why what the account directory says of it now; nothing where it has no verified address
 */
public record NoCode(Reference ticket, String account, Optional<String> why) {}
