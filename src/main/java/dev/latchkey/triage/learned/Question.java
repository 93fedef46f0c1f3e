package dev.latchkey.triage.learned;

import java.util.Arrays;
import java.util.List;

/** What a model answers with yes or no, and how surely. */
public enum Question {
  RECOVERY(Part.REQUEST),
  FORGOT_PASSWORD(Part.REQUEST),
  LOST_2FA_DEVICE(Part.REQUEST),
  LOST_RECOVERY_CODES(Part.REQUEST),
  RECOVERY_CODES_INVALID(Part.REQUEST),
  LOST_EMAIL_ACCESS(Part.REQUEST),
  EMAIL_UNVERIFIED(Part.REQUEST),
  ACCOUNT_COMPROMISED(Part.REQUEST),
  LOCKED_OR_FROZEN(Part.REQUEST),
  OTHER(Part.REQUEST),
  CODES_NONE(Part.REQUEST),
  CODES_HELD(Part.REQUEST),
  CONDUCT_AGREED(Part.REQUEST),
  CONDUCT_REFUSED(Part.REQUEST),
  TERMS_KNOWN(Part.REQUEST),
  TERMS_REFUSED(Part.REQUEST),
  IS_RESOLVED(Part.REPLY),
  IS_STATUS(Part.REPLY),
  IS_DONE(Part.REPLY),
  IS_ANSWERS(Part.REPLY),
  IS_QUESTION(Part.REPLY),
  IS_CANNOT(Part.REPLY),
  IS_THANKS(Part.REPLY),
  IS_MORE_TIME(Part.REPLY),
  IS_OTHER(Part.REPLY),
  OBJECTS(Part.OWNER),
  AGREES(Part.OWNER),
  UNCLEAR(Part.OWNER),
  ACCOUNT_NAME(Part.TOKEN),
  PROJECT(Part.TOKEN);

  /** Questions that are learned from the same examples and asked of the same features. */
  enum Part {
    REQUEST,
    REPLY,
    OWNER,
    TOKEN;

    private static final List<Part> PARTS = List.of(values());

    int index() {
      return PARTS.indexOf(this);
    }

    List<Question> questions() {
      return Arrays.stream(Question.values()).filter(one -> one.part == this).toList();
    }
  }

  private static final List<Question> ALL = List.of(values());

  private final Part part;

  Question(Part part) {
    this.part = part;
  }

  Part part() {
    return part;
  }

  /** Its place among all. */
  int index() {
    return ALL.indexOf(this);
  }

  /** Its place among the questions of its part. */
  int place() {
    int place = 0;
    for (Question one : ALL) {
      if (one == this) {
        break;
      }
      place += one.part == part ? 1 : 0;
    }
    return place;
  }
}
