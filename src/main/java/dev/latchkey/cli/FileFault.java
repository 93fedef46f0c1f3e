package dev.latchkey.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file cannot be written, and what to do about it. */
final class FileFault {
  private FileFault() {}

  /** One line for the operator. */
  static String of(Path file, IOException problem) {
    return "latchkey: %s cannot be written: %s".formatted(file, why(file, problem));
  }

  private static String why(Path file, IOException problem) {
    if (problem instanceof NoSuchFileException) {
      return "there is no folder %s; make it, or name another file"
          .formatted(file.toAbsolutePath().getParent());
    }
    if (problem instanceof AccessDeniedException) {
      return "permission denied; name a file where %s may write"
          .formatted(System.getProperty("user.name"));
    }
    return problem instanceof FileAlreadyExistsException
        ? "it is there already; name another, or take it away"
        : reason(problem) + "; make room, or name a file elsewhere";
  }

  /** Without the name of a file, which is told already. */
  private static String reason(IOException problem) {
    return problem instanceof FileSystemException fault && fault.getReason() != null
        ? fault.getReason()
        : String.valueOf(problem.getMessage());
  }
}
