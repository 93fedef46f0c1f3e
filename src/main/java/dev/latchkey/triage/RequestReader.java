package dev.latchkey.triage;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a mail asks for out of its words. */
public final class RequestReader {

  /** Reads a subject and what was written below it (the generous reading, secrets removed). */
  public RequestReading read(String subject, String written) {
    return new RequestReading(
        false,
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        written,
        List.of());
  }
}
