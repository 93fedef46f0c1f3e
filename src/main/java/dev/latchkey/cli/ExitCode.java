package dev.latchkey.cli;

/** What a command answers to the shell, as in {@code sysexits.h}. */
final class ExitCode {
  static final int OK = 0;

  /** What was asked about is not as it should be. */
  static final int FOUND_FAULT = 1;

  /** The command line is wrong. */
  static final int USAGE = 64;

  /** A file is missing or cannot be read. */
  static final int NO_INPUT = 66;

  /** Something outside is away: the database, a mail server, the account directory. */
  static final int UNAVAILABLE = 69;

  /** A bug of ours. */
  static final int SOFTWARE = 70;

  /** A file cannot be written. */
  static final int NO_OUTPUT = 73;

  /** The settings are wrong. */
  static final int CONFIG = 78;

  private ExitCode() {}
}
