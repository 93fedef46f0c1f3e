/**
 * What people say beside the matter: thanks, joy, doubt, trouble with what was sent, an end.
 *
 * <p>Promises: a remark is no answer to a question and closes nothing by itself. Never: reads the
 * form.
 */
@NullMarked
package dev.latchkey.triage.remark;

import org.jspecify.annotations.NullMarked;
