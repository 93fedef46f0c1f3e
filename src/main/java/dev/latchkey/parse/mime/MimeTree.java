package dev.latchkey.parse.mime;

import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.StructureFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Takes the body of a mail apart (RFC 2046 section 5) with Mime4j's token stream, one multipart at
 * a time and without recursion, so that neither depth nor the number of parts costs more than the
 * limits allow. Attached messages are leaves.
 */
public final class MimeTree {
  private static final MimeConfig CONFIG =
      MimeConfig.custom().setMaxLineLen(-1).setMaxHeaderLen(-1).setMaxHeaderCount(-1).build();

  private final ParseLimits limits;
  private final WorkBudget budget;
  private final Set<StructureFault> faults = EnumSet.noneOf(StructureFault.class);
  private final Deque<Pending> pending = new ArrayDeque<>();
  private int entities;

  /**
   * An entity to be read: its octets, where it belongs, the boundaries around it, and how many
   * multiparts and opaque signatures it is in.
   */
  private record Pending(
      MailBytes octets,
      List<Entity> siblings,
      List<String> around,
      int depth,
      String defaultType) {}

  /** The octets of the parts of one multipart; {@code whole} when nothing is missing or over. */
  private record Split(String boundary, List<byte[]> parts, boolean whole) {
    /** Some parsers take {@code --b1-x} for a delimiter of {@code b1}. */
    boolean isConfusedWith(String other) {
      return other.startsWith(boundary) || boundary.startsWith(other);
    }
  }

  public MimeTree(ParseLimits limits, WorkBudget budget) {
    this.limits = limits;
    this.budget = budget;
  }

  /** What was wrong with the structure that was read. */
  public Set<StructureFault> faults() {
    return faults;
  }

  /** Reads the body that follows {@code header} in {@code octets}. */
  public Entity read(byte[] octets, HeaderSection header) throws MalformedMailException {
    List<Entity> root = new ArrayList<>();
    readEntity(
        octets, header, new Pending(new MailBytes(octets), root, List.of(), 0, "text/plain"));
    while (!pending.isEmpty()) {
      budget.check();
      Pending next = pending.pop();
      HeaderSection part = HeaderSection.ofPart(next.octets().octets(), limits.headerOctets());
      faults.addAll(part.faults());
      readEntity(next.octets().octets(), part, next);
    }
    return root.get(0);
  }

  private void readEntity(byte[] octets, HeaderSection header, Pending place)
      throws MalformedMailException {
    entities++;
    if (entities > limits.parts()) {
      throw new MalformedMailException("more than " + limits.parts() + " parts");
    }
    PartHeader fields = PartHeader.read(header, place.defaultType());
    faults.addAll(fields.faults());
    int from = header.bodyStart();
    if (OpaqueSignature.mayBe(fields) && unwrap(fields, octets, from, place)) {
      return;
    }
    if (!fields.mediaType().startsWith("multipart/")) {
      place.siblings().add(leaf(fields.mediaType(), fields, octets, from));
      return;
    }
    checkDepth(place);
    Split split = split(fields, octets, from);
    if (!split.whole() || place.around().stream().anyMatch(split::isConfusedWith)) {
      faults.add(StructureFault.BROKEN_MULTIPART);
    }
    if (split.parts().isEmpty()) {
      place.siblings().add(leaf("text/plain", fields, octets, from));
      return;
    }
    Entity multipart = Entity.multipart(fields.mediaType(), fields.type());
    place.siblings().add(multipart);
    String defaultType =
        fields.mediaType().equals("multipart/digest") ? "message/rfc822" : "text/plain";
    List<String> around = new ArrayList<>(place.around());
    around.add(split.boundary());
    for (int i = split.parts().size() - 1; i >= 0; i--) {
      MailBytes part = new MailBytes(split.parts().get(i));
      pending.push(new Pending(part, multipart.children(), around, place.depth() + 1, defaultType));
    }
  }

  private void checkDepth(Pending place) throws MalformedMailException {
    if (place.depth() >= limits.depth()) {
      throw new MalformedMailException("multiparts nested deeper than " + limits.depth());
    }
  }

  /**
   * Puts what an opaque signature holds where a multipart/signed would have its first part. What
   * holds no entity, such as a signed file, stays the leaf that it is.
   */
  private boolean unwrap(PartHeader fields, byte[] octets, int from, Pending place)
      throws MalformedMailException {
    byte[] encoded = Arrays.copyOfRange(octets, from, octets.length);
    Optional<byte[]> content =
        OpaqueSignature.content(TransferDecoder.decode(encoded, fields.encoding()));
    if (content.isEmpty() || !isEntity(content.get())) {
      return false;
    }
    checkDepth(place);
    if (fields.encoding().equals("base64") && !TransferDecoder.isCleanBase64(encoded)) {
      faults.add(StructureFault.BROKEN_CONTENT_FIELD);
    }
    Entity signed = Entity.multipart("multipart/signed", fields.type());
    place.siblings().add(signed);
    pending.push(
        new Pending(
            new MailBytes(content.get()),
            signed.children(),
            place.around(),
            place.depth() + 1,
            "text/plain"));
    return true;
  }

  /** Whether octets begin with a header section that says what they are. */
  private boolean isEntity(byte[] octets) throws MalformedMailException {
    int at = 0;
    while (at < octets.length && octets[at] > ' ' && octets[at] != ':') {
      at++;
    }
    return at > 0
        && at < octets.length
        && octets[at] == ':'
        && !HeaderSection.ofPart(octets, limits.headerOctets()).all("Content-Type").isEmpty();
  }

  private Entity leaf(String mediaType, PartHeader fields, byte[] octets, int from) {
    byte[] encoded = Arrays.copyOfRange(octets, from, octets.length);
    if (mediaType.startsWith("text/")
        && fields.encoding().equals("base64")
        && !TransferDecoder.isCleanBase64(encoded)) {
      faults.add(StructureFault.BROKEN_CONTENT_FIELD);
    }
    return Entity.leaf(mediaType, fields, TransferDecoder.decode(encoded, fields.encoding()));
  }

  private Split split(PartHeader fields, byte[] octets, int from) throws MalformedMailException {
    String declared = fields.type().parameter("boundary").orElse("");
    Split split =
        declared.isEmpty() ? new Split("", List.of(), false) : split(declared, octets, from);
    if (!split.parts().isEmpty()) {
      return split;
    }
    String found = BoundaryGuess.in(octets, from);
    return found.isEmpty() || found.equals(declared)
        ? split
        : new Split(found, split(found, octets, from).parts(), false);
  }

  private Split split(String boundary, byte[] octets, int from) throws MalformedMailException {
    List<byte[]> parts = new ArrayList<>();
    Cut cut = new Cut();
    MimeTokenStream stream = new MimeTokenStream(CONFIG, cut, new FixedBoundary(boundary));
    stream.setRecursionMode(RecursionMode.M_RAW);
    stream.parseHeadless(
        new ByteArrayInputStream(octets, from, octets.length - from), "multipart/mixed");
    boolean outside = false;
    try {
      for (EntityState state = stream.getState();
          state != EntityState.T_END_OF_STREAM;
          state = stream.next()) {
        budget.check();
        if (state == EntityState.T_RAW_ENTITY) {
          if (entities + pending.size() + parts.size() >= limits.parts()) {
            throw new MalformedMailException("more than " + limits.parts() + " parts");
          }
          parts.add(stream.getInputStream().readAllBytes());
        } else if (state == EntityState.T_PREAMBLE) {
          outside |= !isNotice(stream.getInputStream().readAllBytes());
        } else if (state == EntityState.T_EPILOGUE) {
          outside |= !isBlank(stream.getInputStream().readAllBytes());
        }
      }
    } catch (IOException | MimeException e) {
      throw new MalformedMailException("the MIME parser gave up: " + e.getClass().getSimpleName());
    }
    return new Split(boundary, parts, !cut.seen && !outside);
  }

  /** The words that Outlook, Thunderbird and others put before the first part. */
  private static boolean isNotice(byte[] preamble) {
    if (isBlank(preamble)) {
      return true;
    }
    String text = new String(preamble, StandardCharsets.ISO_8859_1);
    return text.length() < 400
        && (text.contains("MIME") || text.contains("multi-part") || text.contains("multipart"));
  }

  private static boolean isBlank(byte[] octets) {
    for (byte octet : octets) {
      if (octet < 0 || octet > ' ') {
        return false;
      }
    }
    return true;
  }

  /** Hears of a multipart that ends before its closing delimiter. */
  private static final class Cut extends DecodeMonitor {
    private boolean seen;

    @Override
    public boolean warn(String error, String dropDesc) {
      seen = true;
      return false;
    }

    @Override
    public boolean isListening() {
      return true;
    }
  }
}
