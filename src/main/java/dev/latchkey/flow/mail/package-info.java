/**
 * What a mail from outside does: one flow for each, named by {@link
 * dev.latchkey.flow.mail.FlowPicker}, the road map of the desk.
 *
 * <p>Owns: requests, answers of requesters and owners, bounces, and what is kept unanswered.
 * Promises: every mail ends in one outcome. Never: opens a transaction or a connection.
 */
@NullMarked
package dev.latchkey.flow.mail;

import org.jspecify.annotations.NullMarked;
