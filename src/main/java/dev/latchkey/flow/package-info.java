/**
 * What every use case of the desk works with, and nothing of any of them.
 *
 * <p>Owns: a mail that was read ({@link dev.latchkey.flow.Incoming}), the open transaction with its
 * one moment, accounts and letters ({@link dev.latchkey.flow.FlowContext}), how a mail ended
 * ({@link dev.latchkey.flow.Outcome}) and the desk's settings. Promises: a flow reads the clock
 * once and writes its ticket, history, letters and outcome together or not at all. Never: a loop, a
 * server, or a decision about a ticket.
 */
@NullMarked
package dev.latchkey.flow;

import org.jspecify.annotations.NullMarked;
