/** Who really sent a mail, and the tokens and codes that prove it. */
@NullMarked
package dev.latchkey.trust;

import org.jspecify.annotations.NullMarked;
