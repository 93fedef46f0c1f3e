package dev.latchkey.trust.sender;

import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a DKIM-Signature says that it covers (RFC 6376 section 3.5). The server verified it; a valid
 * signature may still leave out what the desk reads, and everyone who sees such a mail can then
 * change that and send it on.
 */
public final class DkimSignature {
  private static final List<String> COVERED = List.of("from", "subject", "date");

  private static final String ENCODING = "content-transfer-encoding";

  private DkimSignature() {}

  /**
   * Why signatures of {@code domain} in this mail prove too little: {@code l=} leaves the end of
   * the body open, {@code h=} leaves out a field, or SHA-1 made it (RFC 8301). To need not be
   * covered: Microsoft 365 does not sign it, and whom a mail answers is told by the reply address
   * and the code. With several signatures each must be sound, since nothing tells for sure which of
   * them passed.
   */
  static Optional<String> weakness(InboundMail mail, String domain) {
    for (HeaderField field : mail.fields("DKIM-Signature")) {
      Map<String, String> tags = tags(field.raw());
      if (tags.getOrDefault("d", "").toLowerCase(Locale.ROOT).equals(domain)) {
        if (tags.containsKey("l")) {
          return Optional.of("the signature leaves a part of the body open");
        }
        if (!signedFields(tags).containsAll(COVERED)) {
          return Optional.of("the signature does not cover From, Subject and Date");
        }
        if (tags.getOrDefault("a", "").toLowerCase(Locale.ROOT).endsWith("-sha1")) {
          return Optional.of("the signature was made with SHA-1");
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Which fields that say how the mail is to be read signatures of {@code domain} leave open:
   * Content-Type and Content-Transfer-Encoding, which decide what its body says. The encoding of a
   * multipart is that of its parts, so that a field that is not there need not be covered.
   */
  public static List<String> open(InboundMail mail, String domain) {
    return mail.fields("DKIM-Signature").stream()
        .map(field -> tags(field.raw()))
        .filter(tags -> tags.getOrDefault("d", "").toLowerCase(Locale.ROOT).equals(domain))
        .flatMap(tags -> open(mail, Set.copyOf(signedFields(tags))).stream())
        .distinct()
        .toList();
  }

  /** The same, of one signature that covers these. */
  public static List<String> open(InboundMail mail, Set<String> covered) {
    boolean multipart =
        mail.field("Content-Type")
            .filter(type -> type.raw().strip().toLowerCase(Locale.ROOT).startsWith("multipart/"))
            .isPresent();
    boolean encoded = !multipart || !mail.fields(ENCODING).isEmpty();
    return Stream.of("content-type", ENCODING)
        .filter(name -> encoded || !name.equals(ENCODING))
        .filter(name -> !covered.contains(name))
        .toList();
  }

  private static List<String> signedFields(Map<String, String> tags) {
    return Arrays.asList(tags.getOrDefault("h", "").toLowerCase(Locale.ROOT).split(":"));
  }

  /** The tag list with all white space taken out; names keep their case (section 3.2). */
  private static Map<String, String> tags(String value) {
    Map<String, String> tags = new HashMap<>();
    for (String tag : value.replace(" ", "").replace("\t", "").split(";")) {
      int equals = tag.indexOf('=');
      if (equals > 0) {
        tags.putIfAbsent(tag.substring(0, equals), tag.substring(equals + 1));
      }
    }
    return tags;
  }
}
