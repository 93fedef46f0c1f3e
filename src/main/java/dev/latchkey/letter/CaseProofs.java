package dev.latchkey.letter;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.letter.phrase.Phrase;
import java.util.List;
import java.util.Set;

/**
 * What was proved, and what could still be.
 *
 * @param evidence what was proved, and when
 * @param unproved whose limits are told
 * @param awaited proofs that were asked for and not seen
 * @param lifted warnings that were lifted, by whom and why
 * @param openers proofs that are to be had and would each make more possible
 * @param together ways of several proofs, or of the desk's own, that would make more possible
 * @param recordable how the reader writes that they saw what is lacking
 * @param vouchable how to have co-owners on record asked
 * @param liftable how an approver lifts each warning
 */
public record CaseProofs(
    List<Phrase> evidence,
    Set<EvidenceClass> unproved,
    List<Phrase> awaited,
    List<Passage> lifted,
    Set<EvidenceClass> openers,
    List<Phrase> together,
    List<Phrase> recordable,
    List<Phrase> vouchable,
    List<Phrase> liftable)
    implements Part {}
