/**
 * What the commands print: tables, pages of one thing, JSON.
 *
 * <p>Promises: text from outside steers no terminal. Never: asks the database; a page prints what
 * it was given.
 */
@NullMarked
package dev.latchkey.cli.page;

import org.jspecify.annotations.NullMarked;
