/**
 * Who asks for what: the form, sentences around it, and the intent of a later mail.
 *
 * <p>Owns the {@link dev.latchkey.triage.form.RequestForm}, in which everything stands that makes
 * this desk the desk of a package index. Promises: what was not said stays empty and is not
 * guessed; a reading says which signs decided. Never: knows whether an account exists.
 */
@NullMarked
package dev.latchkey.triage.request;

import org.jspecify.annotations.NullMarked;
