package dev.latchkey.letter;

import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.UnreadableBody;
import java.util.List;
import java.util.Optional;

/**
 * A mail that asks for no recovery, as a person of the staff reads it.
 *
 * @param unreadable why nobody can read it; empty when it can be read
 * @param subject as its writer put it
 * @param written its words
 * @param before what they wrote before, and nobody read yet
 * @param files names of what is attached
 * @param unsafe what a scanner says against them
 */
public record InquiryMail(
    Optional<UnreadableBody> unreadable,
    Text subject,
    List<String> written,
    List<String> before,
    List<String> files,
    List<Phrase> unsafe)
    implements Part {}
