package dev.latchkey.letter;

import dev.latchkey.letter.phrase.Phrase;
import java.util.List;

/**
 * What people wrote.
 *
 * @param besideCodes what stands beside codes, and nobody can tell what it means
 * @param calledOff by which words resets were called off that had been ordered already
 * @param failedResets earlier resets that came to nothing, and why
 * @param afterReset what opened it again after a reset
 * @param asks the questions among what the requester wrote
 * @param perhapsOver what the requester wrote that may mean that it is over, and was asked about
 * @param messages what people wrote, oldest first
 * @param unsafe files that came and are not to be opened
 * @param notes of staff, oldest first
 */
public record CaseWords(
    List<Passage> besideCodes,
    List<Passage> calledOff,
    List<Passage> failedResets,
    List<Passage> afterReset,
    List<Passage> asks,
    List<Passage> perhapsOver,
    List<Passage> messages,
    List<Phrase> unsafe,
    List<Passage> notes)
    implements Part {}
