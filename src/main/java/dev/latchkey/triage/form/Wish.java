package dev.latchkey.triage.form;

/** What a later mail asks the desk to do, or tells it of; a mail may hold several. */
public enum Wish {
  /** Another code, please: this one expired, or is gone. */
  NEW_CODE,
  /** More time. */
  MORE_TIME,
  /** The registered mailbox cannot be read any more. */
  NO_MAILBOX,
  /** The mail with the code or the reset has not come. */
  NO_MAIL,
  /** The recovery codes are refused. */
  CODES_REFUSED,
  /** It did not work. */
  NOT_WORKING,
  /** They will try what they were told, later. */
  WILL_TRY,
  /** A question that is none about how it is going. */
  QUESTION,
}
