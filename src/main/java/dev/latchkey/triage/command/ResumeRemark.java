package dev.latchkey.triage.command;

import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.Wondering;

/**
 * Tells whether what a member of the staff wrote beside a RESUME doubts it: "I still wonder whether
 * he got in alone". Whoever resumes says why, so that more may stand here than beside an approval,
 * and reasons have no end of words; but a reason states. What asks, supposes, hopes, worries or
 * makes a condition is none. A reason that is a bad one stays: it stands in the case, which a
 * person has yet to approve. In doubt it is a doubt, for to send RESUME once more costs a mail.
 */
public final class ResumeRemark {
  private ResumeRemark() {}

  /** Whether {@code remark} leaves any doubt about what stands above it. */
  public static boolean doubts(String remark) {
    return SecondThoughts.takeBack(remark) || QuestionMark.isIn(remark) || Wondering.in(remark);
  }
}
