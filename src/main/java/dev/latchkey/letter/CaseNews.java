package dev.latchkey.letter;

import dev.latchkey.letter.phrase.Phrase;
import java.util.List;

/**
 * Why the reader gets it, and what is other than when they got it before.
 *
 * @param changed since the reader got it the last time; empty the first time
 * @param question of the staff, when the case is sent because it was answered; else empty
 * @param answer to it
 * @param pictures files that came with the answer
 * @param done the command that it is sent after, and how to take it back; else empty
 * @param doneWords of that command; may be empty
 */
public record CaseNews(
    List<Phrase> changed,
    Text question,
    Text answer,
    int pictures,
    List<Phrase> done,
    Text doneWords)
    implements Part {}
