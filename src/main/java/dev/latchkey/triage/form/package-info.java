/**
 * The form of a request: its fields, its labels in each language, and what stands in its boxes.
 *
 * <p>Owns the {@link dev.latchkey.triage.form.RequestForm}, in which everything stands that makes
 * this desk the desk of a package index. Promises: a box that was left as it was sent says nothing.
 * Never: reads what a person says in sentences of their own.
 */
@NullMarked
package dev.latchkey.triage.form;

import org.jspecify.annotations.NullMarked;
