package dev.latchkey.outgoing;

/**
 * A name that the template of a letter may use, and what is given for it.
 *
 * @param optional it may be given as {@code null} or as an empty {@code Optional}
 */
public record Variable(String name, Kind kind, boolean optional) {

  /** What values of a variable are; each is cleaned in its own way. */
  public enum Kind {
    /** One line, from the {@code toString} of a string, address, reference or enum. */
    LINE,
    /** A string of any number of lines. */
    TEXT,
    /** A collection; each element is one line. */
    LINES,
    /** An {@code Integer} or {@code Long}. */
    NUMBER,
    /** A {@code Boolean}. */
    FLAG,
    /** An {@code Instant}. */
    MOMENT,
    /** A {@link Span}. */
    SPAN,
    /** A {@code TicketState}. */
    STATE,
    /** A collection of {@code Answers.Question}s. */
    QUESTIONS,
    /** A collection of the words of {@code SecretKind}s. */
    SECRETS,
    /** An assurance level, or its name. */
    LEVEL
  }

  static Variable line(String name) {
    return new Variable(name, Kind.LINE, false);
  }

  static Variable text(String name) {
    return new Variable(name, Kind.TEXT, false);
  }

  static Variable lines(String name) {
    return new Variable(name, Kind.LINES, false);
  }

  static Variable number(String name) {
    return new Variable(name, Kind.NUMBER, false);
  }

  static Variable flag(String name) {
    return new Variable(name, Kind.FLAG, false);
  }

  static Variable moment(String name) {
    return new Variable(name, Kind.MOMENT, false);
  }

  static Variable span(String name) {
    return new Variable(name, Kind.SPAN, true);
  }

  static Variable state() {
    return new Variable("state", Kind.STATE, false);
  }

  static Variable questions(String name) {
    return new Variable(name, Kind.QUESTIONS, false);
  }

  /** The same, which may be absent. */
  Variable orNone() {
    return new Variable(name, kind, true);
  }
}
