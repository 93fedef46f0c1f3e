package dev.latchkey.trust.staff;

/**
 * What stands between a staff member's mail and its effect, in the order in which it is checked.
 * The first that is closed ends it.
 */
public enum Gate {
  STRUCTURE("Mail programs may read this mail in different ways. Please reply in plain text."),
  WRITTEN_BY_PERSON("This mail was sent by a program, not written by a person."),
  ORIGIN("Our mail server could not prove that this mail came from your address."),
  TOKEN_UNKNOWN(
      "This mail was not sent to the reply address of a case. Please answer the case mail itself."),
  TOKEN_EXPIRED("The reply address of this case has expired. Please answer the newest mail."),
  TOKEN_USED("The reply address of this case was used before. Please answer the newest mail."),
  TOKEN_NOT_THEIRS(
      "This reply address was given to another person. Please answer the mail that you received."),
  NOT_STAFF("This address may not do this at the desk."),
  REPLY_TO_DIFFERS("This mail asks for answers to another address than the one it came from."),
  NOT_APPROVER("You may do everything at this desk but approve: an approver must do this."),
  NOT_A_TASK("DONE counts only as a reply to the mail with the task."),
  CODE("The code is not the one in the mail that you answered."),
  EVIDENCE_CHANGED("The evidence has changed since this mail was sent. Please read the new one."),
  BELOW_FLOOR("There is too little evidence: nobody may approve this ticket."),
  OWN_CASE("You are the requester or an owner of the account: another person must decide."),
  ALREADY_APPROVED("You have approved this ticket already: a second person must approve it too."),
  SECOND_FACTOR("This needs the six digits of your authenticator app, and they did not match.");

  private final String sentence;

  Gate(String sentence) {
    this.sentence = sentence;
  }

  /** What the staff member is told; no secret, no address and no text of the mail in it. */
  public String sentence() {
    return sentence;
  }
}
