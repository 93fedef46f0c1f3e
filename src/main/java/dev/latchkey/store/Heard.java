package dev.latchkey.store;

/** Who heard a mail: was answered, or has its words before them. */
public enum Heard {
  /** Whoever wrote it was answered. */
  WRITER,
  /** The staff got a letter because of it, or its words stand in their case or digest. */
  STAFF,
  BOTH,
  /** Written by nobody who waits for an answer: a machine, a list, the desk itself. */
  NOBODY;

  /** By whether its writer was answered, and whether the staff have it before them. */
  public static Heard of(boolean writer, boolean staff) {
    if (writer) {
      return staff ? BOTH : WRITER;
    }
    return staff ? STAFF : NOBODY;
  }
}
