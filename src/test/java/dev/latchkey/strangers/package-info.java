/** Many strangers who ask about accounts of every kind: whether any of them can tell one kind. */
@NullMarked
package dev.latchkey.strangers;

import org.jspecify.annotations.NullMarked;
