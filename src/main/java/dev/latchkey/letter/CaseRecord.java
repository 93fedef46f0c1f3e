package dev.latchkey.letter;

import dev.latchkey.letter.phrase.Phrase;
import java.util.List;

/**
 * What is known of the account, and said of it.
 *
 * @param facts what the directory says
 * @param claims what the requester says
 * @param earlier other tickets about the account, and of the requester
 * @param bounces letters that came back
 */
public record CaseRecord(
    List<Phrase> facts, List<Phrase> claims, List<Phrase> earlier, List<Phrase> bounces)
    implements Part {}
