/** The use cases, one transaction each, and the loops that feed them. */
@NullMarked
package dev.latchkey.flow;

import org.jspecify.annotations.NullMarked;
