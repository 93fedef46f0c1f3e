package dev.latchkey.cli;

import dev.latchkey.config.FileName;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.parse.mime.MalformedMailException;
import dev.latchkey.triage.TriagedMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads mails out of files as the desk reads them out of the mailbox. */
public final class MailFiles {
  private final Reader reader;

  public MailFiles(Reader reader) {
    this.reader = reader;
  }

  /** Parses and triages a mail. */
  public interface Reader {
    TriagedMail read(MailBytes octets) throws MalformedMailException;
  }

  /** What became of one file. */
  sealed interface Outcome {}

  /** It is a mail. */
  record Read(TriagedMail mail) implements Outcome {}

  /** The desk would put it aside. */
  record Quarantined(String reason) implements Outcome {}

  /** There is no such file, or it cannot be read. */
  record Unreadable(String reason) implements Outcome {}

  /** A bug of ours; where it came up, without words of the mail. */
  record Failed(String where) implements Outcome {}

  /** Reads one file; nothing is thrown for anything that a file can hold. */
  Outcome read(String file) {
    try {
      return new Read(reader.read(new MailBytes(Files.readAllBytes(Path.of(file)))));
    } catch (MalformedMailException problem) {
      return new Quarantined(String.valueOf(problem.getMessage()));
    } catch (IOException | InvalidPathException problem) {
      return new Unreadable(reason(problem));
    } catch (RuntimeException | StackOverflowError bug) {
      return new Failed(Failures.where(bug));
    }
  }

  /** Why a file cannot be read, for the person who named it. */
  static String reason(Exception problem) {
    if (problem instanceof InvalidPathException unnamed) {
      return FileName.refused(unnamed.getInput());
    }
    return switch (problem.getClass().getSimpleName()) {
      case "NoSuchFileException" -> "no such file";
      case "AccessDeniedException" -> "permission denied";
      case "MalformedInputException" -> "not UTF-8";
      default -> String.valueOf(problem.getMessage());
    };
  }
}
