package dev.latchkey.proof;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.transport.PacketLineIn;

/**
 * What a Git server says: which protocol it speaks and which references there are, in every version
 * of the protocol (gitprotocol-pack "Reference Discovery", gitprotocol-v2 "ls-refs").
 */
final class PacketLines {
  /** The name ends before a NUL and capabilities, or before a blank and attributes. */
  private static final Pattern REF =
      Pattern.compile("(?:[0-9a-f]{40}|[0-9a-f]{64}) ([^ \\x00]+)(?:[ \\x00].*)?", Pattern.DOTALL);

  /** What else may stand among references. */
  private static final Pattern OTHER = Pattern.compile("(?:unborn|shallow) .*", Pattern.DOTALL);

  private final PacketLineIn in;
  private final boolean cut;

  /** {@code cut} says that {@code octets} are only the beginning. */
  PacketLines(byte[] octets, boolean cut) {
    in = new PacketLineIn(new ByteArrayInputStream(octets));
    this.cut = cut;
  }

  /** The next line; empty at the end of a section. */
  Optional<String> next() throws CannotLookException {
    try {
      String line = in.readString();
      return PacketLineIn.isEnd(line) || PacketLineIn.isDelimiter(line)
          ? Optional.empty()
          : Optional.of(line);
    } catch (EOFException e) {
      throw new CannotLookException(cut ? Obstacle.TOO_LARGE : Obstacle.UNREADABLE, e);
    } catch (IOException e) {
      throw new CannotLookException(Obstacle.UNREADABLE, e);
    }
  }

  /** The first line that is no heading. */
  Optional<String> first() throws CannotLookException {
    Optional<String> line = next();
    if (line.filter(text -> text.startsWith("# service=")).isPresent()) {
      while (line.isPresent()) {
        line = next();
      }
      line = next();
    }
    return line.filter("version 1"::equals).isPresent() ? next() : line;
  }

  /**
   * The first of the references from {@code line} on whose name is exactly one of {@code wanted}.
   */
  Optional<String> findRef(Optional<String> line, Set<String> wanted) throws CannotLookException {
    for (Optional<String> ref = line; ref.isPresent(); ref = next()) {
      Matcher matcher = REF.matcher(ref.get());
      if (matcher.matches()) {
        if (wanted.contains(matcher.group(1))) {
          return Optional.of(matcher.group(1));
        }
      } else if (!OTHER.matcher(ref.get()).matches()) {
        throw new CannotLookException(Obstacle.UNREADABLE);
      }
    }
    return Optional.empty();
  }
}
