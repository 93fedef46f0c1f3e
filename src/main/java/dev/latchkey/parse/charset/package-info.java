/**
 * Octets to characters.
 *
 * <p>Owns the labels that mails write for charsets, the decoders that Java lacks (UTF-7, HZ), and
 * the rule which characters a text may keep. Promises: every array of octets has a text, whatever
 * its label says. Never: leaves a control character other than those of lines and tabs in a text
 * that went through {@link dev.latchkey.parse.charset.VisibleText}.
 */
@NullMarked
package dev.latchkey.parse.charset;

import org.jspecify.annotations.NullMarked;
