/** The shipped jar as a process, on real servers, with a real clock and short times. */
@NullMarked
package dev.latchkey.live;

import org.jspecify.annotations.NullMarked;
