/**
 * Many people at one desk, over a long time: what becomes of all their mails taken together. The
 * desk is the one that ships; only its mailbox, its outgoing server and its clock are the test's.
 */
@NullMarked
package dev.latchkey.year;

import org.jspecify.annotations.NullMarked;
