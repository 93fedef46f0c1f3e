package dev.latchkey.proof;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.transport.PacketLineOut;

/**
 * Asks a repository for references by smart HTTP (gitprotocol-http): in version 2 of the protocol
 * for some names only; a server that does not speak it sends them all, and is read as far as the
 * limit goes.
 */
final class RefListing {
  private static final String TYPE = "application/x-git-upload-pack-";
  private static final String VERSION = "Git-Protocol";
  private static final String SECOND = "version=2";
  private static final Set<String> FORMATS = Set.of("object-format=sha1", "object-format=sha256");

  private final Visit visit;
  private final Set<String> wanted;

  RefListing(Visit visit, Set<String> wanted) {
    this.visit = visit;
    this.wanted = new TreeSet<>(wanted);
  }

  /**
   * What was found.
   *
   * @param repository where in the end
   * @param ref the first of the wanted ones that is there
   */
  record Found(Repository repository, Optional<String> ref) {}

  /**
   * Looks in {@code onRecord}, or in what it is called now.
   *
   * @throws CannotLookException when that is no repository, of another owner, or out of reach
   */
  Found in(Repository onRecord) throws CannotLookException {
    HttpAnswer answer =
        visit.get(
            HttpRequest.get(onRecord.advertisement(), Map.of(VERSION, SECOND)),
            onRecord::keepOwner);
    Repository repository = onRecord.keepOwner(answer.from());
    PacketLines lines = lines(answer, "advertisement");
    Optional<String> first = lines.first();
    return new Found(
        repository,
        first.equals(Optional.of("version 2"))
            ? list(repository, lines)
            : lines.findRef(first, wanted));
  }

  private Optional<String> list(Repository repository, PacketLines capabilities)
      throws CannotLookException {
    Map<String, String> fields =
        Map.of(VERSION, SECOND, "Content-Type", TYPE + "request", "Accept", TYPE + "result");
    byte[] command = command(objectFormat(capabilities));
    PacketLines lines =
        lines(visit.send(HttpRequest.post(repository.uploadPack(), fields, command)), "result");
    return lines.findRef(lines.next(), wanted);
  }

  /** What the server says its names of objects are, to be said back (gitprotocol-v2). */
  private static Optional<String> objectFormat(PacketLines capabilities)
      throws CannotLookException {
    String format = "";
    for (Optional<String> line = capabilities.next();
        line.isPresent();
        line = capabilities.next()) {
      format = FORMATS.contains(line.get()) ? line.get() : format;
    }
    return Optional.of(format).filter(text -> !text.isEmpty());
  }

  private byte[] command(Optional<String> objectFormat) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    PacketLineOut out = new PacketLineOut(octets);
    try {
      out.writeString("command=ls-refs\n");
      if (objectFormat.isPresent()) {
        out.writeString(objectFormat.get() + "\n");
      }
      out.writeDelim();
      for (String name : wanted) {
        out.writeString("ref-prefix " + name + "\n");
      }
      out.end();
    } catch (IOException e) {
      throw new IllegalStateException("an array takes every octet", e);
    }
    return octets.toByteArray();
  }

  private static PacketLines lines(HttpAnswer answer, String type) throws CannotLookException {
    if (!answer.successful().mediaType().equals(Optional.of(TYPE + type))) {
      throw new CannotLookException(Obstacle.UNREADABLE);
    }
    return new PacketLines(answer.body(), answer.cut());
  }
}
