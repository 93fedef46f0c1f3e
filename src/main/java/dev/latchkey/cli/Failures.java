package dev.latchkey.cli;

import dev.latchkey.cli.page.Terminal;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.config.UnusablePartException;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.letter.writing.TemplateException;
import dev.latchkey.store.database.SchemaException;
import dev.latchkey.store.database.StoreUnavailableException;
import dev.latchkey.store.database.UnknownValueException;
import dev.latchkey.trust.secret.VaultException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a command says, and answers to the shell, when it cannot do its work. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private static final String NO_TABLE = "42S02";
  private static final String NO_COLUMN = "42S22";

  /** A schema, a table, a column that the user may not use so. */
  private static final Set<Integer> DENIED = Set.of(1044, 1142, 1143);

  private Failures() {}

  /** Says why, in a line or a line an error; the answer is the exit code. */
  static int report(Exception problem, PrintWriter err) {
    if (ending()) {
      // What was in the midst of something when it was told to end (Ctrl-C) fails of that.
      return ExitCode.UNAVAILABLE;
    }
    if (problem instanceof InvalidConfigurationException invalid) {
      invalid.errors().forEach(error -> say(error, err));
      return ExitCode.CONFIG;
    }
    if (problem instanceof UnusablePartException unusable) {
      unusable.errors().forEach(error -> say(error, err));
      return ExitCode.CONFIG;
    }
    if (problem instanceof TemplateException templates) {
      templates.errors().forEach(error -> say(error, err));
      return ExitCode.CONFIG;
    }
    if (problem instanceof VaultException) {
      say(problem.getMessage() + "; the key of before belongs to former-keys", err);
      return ExitCode.CONFIG;
    }
    Optional<String> schema = schema(problem);
    if (schema.isPresent()) {
      say("database: " + schema.get(), err);
      return ExitCode.UNAVAILABLE;
    }
    if (problem instanceof StoreUnavailableException) {
      say("database: " + problem.getMessage() + "; latchkey check tells more", err);
      return ExitCode.UNAVAILABLE;
    }
    if (problem instanceof SchemaException) {
      say("database: " + problem.getMessage(), err);
      return ExitCode.UNAVAILABLE;
    }
    if (problem instanceof UnknownValueException) {
      say("the row holds " + problem.getMessage(), err);
      return ExitCode.FOUND_FAULT;
    }
    if (problem instanceof DeskUnavailableException) {
      say(problem.getMessage(), err);
      return ExitCode.UNAVAILABLE;
    }
    LOG.error("a bug", problem);
    say("a bug: " + where(problem), err);
    return ExitCode.SOFTWARE;
  }

  /** What the database has not, or does not let its user do, and what helps; empty for all else. */
  private static Optional<String> schema(Throwable problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        if (state.equals(NO_TABLE) || state.equals(NO_COLUMN)) {
          return Optional.of(
              "the desk has not run on it yet, or not in this version: "
                  + refused.getMessage()
                  + "; run and poll bring it up to date, check says what is to come");
        }
        if (DENIED.contains(refused.getErrorCode())) {
          return Optional.of(
              refused.getMessage() + "; give its user that right, check says what the desk needs");
        }
      }
    }
    return Optional.empty();
  }

  /** Whether this process has begun to end: no more can be hooked to its end then. */
  private static boolean ending() {
    Thread never = new Thread(() -> {}, "never started");
    try {
      Runtime.getRuntime().addShutdownHook(never);
      Runtime.getRuntime().removeShutdownHook(never);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /** Where a bug came up, without words of a mail. */
  static String where(Throwable bug) {
    String name = bug.getClass().getSimpleName();
    for (StackTraceElement frame : bug.getStackTrace()) {
      if (frame.getClassName().startsWith("dev.latchkey.")) {
        return name + " in " + frame.getFileName() + ":" + frame.getLineNumber();
      }
    }
    return name;
  }

  private static void say(@Nullable String what, PrintWriter err) {
    err.println("latchkey: " + Terminal.harmless(String.valueOf(what)));
  }
}
