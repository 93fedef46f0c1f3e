/**
 * What people watch the desk by.
 *
 * <p>Owns: the picture of the digest; the one look at the figures and what is told of it, to the
 * terminal, to Prometheus, to systemd and in the report. Promises: painting needs no screen, and
 * what cannot be painted or told holds nothing up; what leaves the machine's operator names nobody.
 * Never: counts anything itself, which {@code store} does, or changes anything.
 */
@NullMarked
package dev.latchkey.watch;

import org.jspecify.annotations.NullMarked;
