package dev.latchkey.trust.sender;

import java.util.List;

/**
 * What the desk itself finds of the signature of a mail whose sender the server proved: asked of
 * mails in the name of staff, since they may order something.
 *
 * @param fields names of fields that the signature leaves open, in lower case
 */
public record SignatureOpinion(Verdict verdict, List<String> fields) {
  /** Nobody asked. */
  public static final SignatureOpinion NONE = new SignatureOpinion(Verdict.NOT_ASKED, List.of());

  public SignatureOpinion {
    fields = List.copyOf(fields);
  }

  /** What may come of it. */
  public enum Verdict {
    NOT_ASKED,
    /** A signature of the domain holds, and covers how the mail is to be read. */
    HOLDS,
    /** It leaves open how the mail is to be read. */
    FIELDS_OPEN,
    /** No signature of the domain holds that is strong enough. */
    BROKEN,
    /** Its key could not be asked for, for hours. */
    UNCHECKED
  }

  /** Whether nothing speaks against the mail. */
  public boolean counts() {
    return verdict == Verdict.NOT_ASKED || verdict == Verdict.HOLDS;
  }
}
