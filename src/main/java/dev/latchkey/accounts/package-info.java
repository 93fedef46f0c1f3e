/** The account directory and the recovery action: two ports and their sides. */
@NullMarked
package dev.latchkey.accounts;

import org.jspecify.annotations.NullMarked;
