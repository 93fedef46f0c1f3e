/**
 * What people watch the desk by.
 *
 * <p>Owns: the picture of the digest. Promises: painting needs no screen, and what cannot be
 * painted holds no letter up. Never: counts anything itself.
 */
@NullMarked
package dev.latchkey.watch;

import org.jspecify.annotations.NullMarked;
