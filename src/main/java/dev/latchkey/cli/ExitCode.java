package dev.latchkey.cli;

/** What a command answers to the shell, as in {@code sysexits.h}. */
final class ExitCode {
  static final int OK = 0;

  /** The command line is wrong. */
  static final int USAGE = 64;

  /** A file is missing or cannot be read. */
  static final int NO_INPUT = 66;

  /** A bug of ours. */
  static final int SOFTWARE = 70;

  private ExitCode() {}
}
