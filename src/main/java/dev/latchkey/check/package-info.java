/** Duplicates, evidence and assurance level: pure findings, no changes. */
@NullMarked
package dev.latchkey.check;

import org.jspecify.annotations.NullMarked;
