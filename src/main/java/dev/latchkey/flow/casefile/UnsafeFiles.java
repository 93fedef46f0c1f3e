package dev.latchkey.flow.casefile;

import dev.latchkey.letter.phrase.MessagePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.ScanResult;
import java.time.Instant;
import java.util.stream.Stream;

/** What the staff read of files that they are not to open. */
public final class UnsafeFiles {
  private UnsafeFiles() {}

  /** Nothing where a scanner found nothing, or where there is none. */
  public static Stream<Phrase> of(ScanResult files, String from, Instant at) {
    return switch (files.kind()) {
      case NOT_ASKED, CLEAN -> Stream.empty();
      case HARMFUL -> Stream.of(new MessagePhrase.FileHarmful(from, at, files.name()));
      case UNKNOWN -> Stream.of(new MessagePhrase.FilesNotScanned(from, at));
    };
  }
}
