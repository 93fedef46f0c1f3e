/**
 * Everything that is kept of a person: found over all tables, shown, and taken out for good.
 *
 * <p>Promises: what it was told to erase stands in no table afterwards, and a search proves it.
 */
@NullMarked
package dev.latchkey.store.erasure;

import org.jspecify.annotations.NullMarked;
