/**
 * What a mail says, in one answer.
 *
 * <p>Owns the road through the readers, {@link dev.latchkey.triage.TriageReader}, and the answer,
 * {@link dev.latchkey.triage.TriagedMail}. Promises: secrets are blacked out of every text in the
 * answer; only the words that may be codes of ours stay as they were typed. Never: proves who wrote
 * a mail, and no package below uses this one.
 */
@NullMarked
package dev.latchkey.triage;

import org.jspecify.annotations.NullMarked;
