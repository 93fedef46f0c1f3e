/** When: Quartz as the ticker, nothing else. */
@NullMarked
package dev.latchkey.schedule;

import org.jspecify.annotations.NullMarked;
