/**
 * Which words are the name of an account, and which address somebody names as theirs.
 *
 * <p>Promises: a name that is denied, doubted or somebody else's is not the one that is asked for.
 * Never: knows whether an account exists.
 */
@NullMarked
package dev.latchkey.triage.name;

import org.jspecify.annotations.NullMarked;
