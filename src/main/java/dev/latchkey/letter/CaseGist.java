package dev.latchkey.letter;

import dev.latchkey.check.Level;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reason;
import java.time.Duration;
import java.util.Optional;

/**
 * What is asked for, by whom, and what the desk says of it.
 *
 * @param account as the directory writes it; the reference where it knows none
 * @param asked what is asked for
 * @param reason the first of it, for the subject
 * @param age how long ago it was asked
 * @param language in which the requester writes, as the desk reads it
 * @param standing whether the requester's address is registered
 * @param recommendation the desk's own
 * @param place in the queue of the staff, the oldest first
 * @param waiting how long that queue is
 * @param proved in one line
 * @param warned in one line
 * @param newAddress what the account's address is to be; empty when it stays
 * @param addressConfirmed whether a code came back from there
 */
public record CaseGist(
    String account,
    Phrase asked,
    Optional<Reason> reason,
    Duration age,
    EmailAddress requester,
    String language,
    Phrase standing,
    Phrase recommendation,
    Level level,
    int place,
    int waiting,
    Phrase proved,
    Phrase warned,
    Optional<EmailAddress> newAddress,
    boolean addressConfirmed)
    implements Part {}
