package dev.latchkey.letter;

import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import java.util.List;

/**
 * Who wrote a mail that asks for no recovery, as far as that is known.
 *
 * @param registered the address is registered for the account of the recovery that they deny
 * @param proved the mail server proved it
 * @param earlier other tickets of the same address; empty where nothing proves the address
 * @param colleague that the mail passes for one of a colleague's; empty when it does not
 */
public record InquiryWriter(
    EmailAddress sender,
    boolean registered,
    boolean proved,
    List<Phrase> earlier,
    List<Phrase> colleague)
    implements Part {}
