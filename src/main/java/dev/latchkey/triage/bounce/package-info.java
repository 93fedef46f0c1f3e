/**
 * Which letter did not arrive, with whom, and for how long.
 *
 * <p>Owns the rule that makes a mail a bounce, delivery status notifications (RFC 3464), and the
 * free forms of servers that know no standard. Promises: the delivery status counts before the
 * words, and a bounce lists everybody who was given up, for now or for good. Never: looks up the
 * letter or the address; it only names them.
 */
@NullMarked
package dev.latchkey.triage.bounce;

import org.jspecify.annotations.NullMarked;
