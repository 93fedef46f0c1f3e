/**
 * The structure of a mail: header section, parts, transfer encodings, and the body that is shown.
 *
 * <p>Owns the limits and the budget that every mail is read under, and Mime4j, whose types leave
 * this package nowhere. Promises: nothing is read without a bound, and a broken limit is a {@link
 * dev.latchkey.parse.mime.MalformedMailException}; whatever else is damaged is read as far as it
 * goes. Never: unpacks what is attached (what an opaque S/MIME signature holds is no attachment: it
 * is read, unverified; of a {@code winmail.dat} without which a mail has no text the text is), or
 * follows anything that a mail points to.
 */
@NullMarked
package dev.latchkey.parse.mime;

import org.jspecify.annotations.NullMarked;
