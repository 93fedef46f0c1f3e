/**
 * Person or machine: what sort of mail this is.
 *
 * <p>Owns the policy, read top to bottom in {@link dev.latchkey.triage.kind.KindReader}, and the
 * recognition of reports and automatic answers. Promises: words alone make a mail a machine's only
 * when subject and text agree; a doubt withholds the acknowledgement and nothing else; every
 * reading says why. Never: reads what a mail asks for.
 */
@NullMarked
package dev.latchkey.triage.kind;

import org.jspecify.annotations.NullMarked;
