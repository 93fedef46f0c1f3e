/** The process ends, the servers go away, two desks meet: what was promised holds all the same. */
@NullMarked
package dev.latchkey.crash;

import org.jspecify.annotations.NullMarked;
