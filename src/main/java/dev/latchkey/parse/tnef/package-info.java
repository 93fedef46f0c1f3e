/**
 * What a {@code winmail.dat} holds (TNEF, MS-OXTNEF), in which some versions of Outlook send the
 * text of a mail; and RTF, in which others do.
 *
 * <p>Owns: the attributes of the file, its MAPI properties, packed RTF and the words in it.
 * Promises: any octets are read as far as they go, in time linear in their number, into a text and
 * names under limits; nothing here throws. Never: takes out what is attached inside, of which only
 * names are told, or follows anything.
 */
@NullMarked
package dev.latchkey.parse.tnef;

import org.jspecify.annotations.NullMarked;
