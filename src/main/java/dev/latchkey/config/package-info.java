/** Typed settings: read once, all errors at once. */
@NullMarked
package dev.latchkey.config;

import org.jspecify.annotations.NullMarked;
