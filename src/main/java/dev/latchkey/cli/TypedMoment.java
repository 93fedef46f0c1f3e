package dev.latchkey.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import picocli.CommandLine;

/** A day or a moment as operators type it behind {@code --since}. */
final class TypedMoment {
  private TypedMoment() {}

  /**
   * When it was, or began.
   *
   * @param zone whose day it is
   * @throws CommandLine.ParameterException for anything else
   */
  static Instant since(String typed, ZoneId zone, CommandLine command) {
    try {
      return typed.contains("T")
          ? Instant.parse(typed)
          : LocalDate.parse(typed).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw new CommandLine.ParameterException(
          command, "--since takes a day like 2026-03-01, or 2026-03-01T08:00:00Z");
    }
  }
}
