package dev.latchkey.letter;

import java.util.Optional;

/**
 * What came before of a mail that asks for no recovery.
 *
 * @param again it was answered before
 * @param further they wrote before, and wait for an answer
 * @param told the desk has answered it: some mails are answered by people only
 * @param target where its writer was sent; empty when they were told that a person answers
 */
public record InquirySoFar(boolean again, boolean further, boolean told, Optional<String> target)
    implements Part {}
