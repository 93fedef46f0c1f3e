/**
 * The loops that feed the use cases: claim, work, finish; retry and quarantine.
 *
 * <p>Owns: intake, the worker, the sweep of what is due, the execution of what was approved, the
 * delivery of letters, and what happens when one of these fails. Promises: an attempt is counted
 * before the work; what fails alone is put aside alone. Never: knows what a mail or a ticket means.
 */
@NullMarked
package dev.latchkey.flow.loop;

import org.jspecify.annotations.NullMarked;
