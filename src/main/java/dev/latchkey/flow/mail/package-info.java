/**
 * The road of a mail from outside: whom it answers and the one flow that it takes, named by {@link
 * dev.latchkey.flow.mail.FlowPicker}, the road map of the desk.
 *
 * <p>Owns: requests, bounces, strangers, vouchers, and what is kept unanswered; what a later mail
 * means for its ticket is {@link dev.latchkey.flow.reply}'s. Promises: every mail ends in one
 * outcome. Never: opens a transaction or a connection.
 */
@NullMarked
package dev.latchkey.flow.mail;

import org.jspecify.annotations.NullMarked;
