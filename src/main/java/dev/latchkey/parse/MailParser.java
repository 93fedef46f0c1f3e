package dev.latchkey.parse;

import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.MailPart;
import dev.latchkey.mail.StructureFault;
import dev.latchkey.parse.address.AddressReader;
import dev.latchkey.parse.address.OriginatorReader;
import dev.latchkey.parse.mime.BodyReader;
import dev.latchkey.parse.mime.EncodedWords;
import dev.latchkey.parse.mime.Entity;
import dev.latchkey.parse.mime.HeaderSection;
import dev.latchkey.parse.mime.LeafText;
import dev.latchkey.parse.mime.MalformedMailException;
import dev.latchkey.parse.mime.MimeTree;
import dev.latchkey.parse.mime.ParseLimits;
import dev.latchkey.parse.mime.WorkBudget;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Turns the octets of a mail into an {@link InboundMail}, or refuses them.
 *
 * <p>Any octets are a mail; only a broken limit makes it malformed. What is broken in its structure
 * is read as the common clients read it and noted as a {@link StructureFault}.
 */
public final class MailParser {
  private static final int KEPT_TEXT = 256 * 1024;
  private static final Set<String> MAILS = Set.of("message/rfc822", "message/global");
  private static final List<String> SINGLE_FIELDS =
      List.of(
          "From",
          "Sender",
          "Reply-To",
          "To",
          "Cc",
          "Subject",
          "Date",
          "Message-ID",
          "In-Reply-To",
          "References",
          "MIME-Version",
          "Content-Type",
          "Content-Transfer-Encoding");

  private final ParseLimits limits;
  private final LongSupplier nanos;

  /** A parser with the limits of the desk. */
  public MailParser() {
    this(ParseLimits.DEFAULTS, System::nanoTime);
  }

  /** {@code nanos} measures the work, like {@link System#nanoTime()}. */
  public MailParser(ParseLimits limits, LongSupplier nanos) {
    this.limits = limits;
    this.nanos = nanos;
  }

  /**
   * Parses a mail.
   *
   * @throws MalformedMailException when it is empty or a limit is broken
   */
  public InboundMail parse(MailBytes bytes) throws MalformedMailException {
    if (bytes.size() == 0) {
      throw new MalformedMailException("the mail is empty");
    }
    if (bytes.size() > limits.mailOctets()) {
      throw new MalformedMailException("the mail has more than " + limits.mailOctets() + " octets");
    }
    WorkBudget budget = new WorkBudget(nanos, limits.work());
    Set<StructureFault> faults = EnumSet.noneOf(StructureFault.class);
    byte[] octets = withLineFeeds(bytes.octets(), faults);
    HeaderSection header = HeaderSection.ofMail(octets, limits.headerOctets());
    faults.addAll(header.faults());
    faults.addAll(repeated(header));
    OriginatorReader originator = OriginatorReader.read(header.all("From"));
    originator.fault().ifPresent(faults::add);
    MimeTree tree = new MimeTree(limits, budget);
    Entity root = tree.read(octets, header);
    faults.addAll(tree.faults());
    BodyReader body = new BodyReader(root, budget);
    BodyText text = body.read();
    faults.addAll(body.faults());
    budget.check();
    List<MailPart> parts = new ArrayList<>();
    addParts(root, body, parts);
    parts.addAll(body.files());
    return new InboundMail(
        headers(header),
        originator.identity(),
        addresses(header, "From"),
        addresses(header, "To"),
        text,
        body.hidden(),
        parts,
        faults);
  }

  /**
   * The mails that are attached to one (message/rfc822, and message/global of RFC 6532), in order;
   * not those that are attached to these.
   *
   * @throws MalformedMailException when a limit is broken
   */
  public List<MailBytes> attachedMails(MailBytes bytes) throws MalformedMailException {
    byte[] octets = withLineFeeds(bytes.octets(), EnumSet.noneOf(StructureFault.class));
    HeaderSection header = HeaderSection.ofMail(octets, limits.headerOctets());
    MimeTree tree = new MimeTree(limits, new WorkBudget(nanos, limits.work()));
    List<MailBytes> attached = new ArrayList<>();
    addMails(tree.read(octets, header), attached);
    return attached;
  }

  private static void addMails(Entity entity, List<MailBytes> attached) {
    entity.children().forEach(child -> addMails(child, attached));
    if (MAILS.contains(entity.mediaType())) {
      attached.add(entity.content());
    }
  }

  /**
   * Reads the header of a mail that cannot be parsed as a whole: it holds no text and no part.
   *
   * @throws MalformedMailException when the header, too, is beyond its limit
   */
  public InboundMail header(MailBytes bytes) throws MalformedMailException {
    Set<StructureFault> faults = EnumSet.noneOf(StructureFault.class);
    HeaderSection header =
        HeaderSection.ofMail(withLineFeeds(bytes.octets(), faults), limits.headerOctets());
    faults.addAll(header.faults());
    faults.addAll(repeated(header));
    OriginatorReader originator = OriginatorReader.read(header.all("From"));
    originator.fault().ifPresent(faults::add);
    return new InboundMail(
        headers(header),
        originator.identity(),
        addresses(header, "From"),
        addresses(header, "To"),
        BodyText.EMPTY,
        "",
        List.of(),
        faults);
  }

  /**
   * Who the header of a mail says that it is from, and nothing else of it; the empty string where
   * it says nobody in particular or cannot be read.
   */
  public String claimedSender(MailBytes bytes) {
    try {
      HeaderSection header = HeaderSection.ofMail(bytes.octets(), limits.headerOctets());
      return OriginatorReader.read(header.all("From"))
          .identity()
          .map(EmailAddress::toString)
          .orElse("");
    } catch (MalformedMailException e) {
      return "";
    }
  }

  /** A mail that knows no LF ends its lines at CR (old Macintosh). */
  private static byte[] withLineFeeds(byte[] octets, Set<StructureFault> faults) {
    boolean returns = false;
    for (byte octet : octets) {
      if (octet == '\n') {
        return octets;
      }
      returns |= octet == '\r';
    }
    if (!returns) {
      return octets;
    }
    faults.add(StructureFault.BARE_LINE_END);
    byte[] lines = octets.clone();
    for (int i = 0; i < lines.length; i++) {
      lines[i] = lines[i] == '\r' ? (byte) '\n' : lines[i];
    }
    return lines;
  }

  private static Set<StructureFault> repeated(HeaderSection header) {
    for (String name : SINGLE_FIELDS) {
      if (header.all(name).size() > 1) {
        return Set.of(StructureFault.REPEATED_FIELD);
      }
    }
    return Set.of();
  }

  private static List<HeaderField> headers(HeaderSection header) {
    return header.fields().stream()
        .map(field -> new HeaderField(field.name(), field.raw(), EncodedWords.decode(field.raw())))
        .toList();
  }

  private static List<String> addresses(HeaderSection header, String name) {
    return header.all(name).stream().flatMap(raw -> AddressReader.read(raw).stream()).toList();
  }

  private static void addParts(Entity entity, BodyReader body, List<MailPart> parts) {
    if (entity.isMultipart()) {
      entity.children().forEach(child -> addParts(child, body, parts));
    } else {
      parts.add(
          new MailPart(
              entity.mediaType(),
              entity.name(),
              !body.isText(entity),
              entity.size(),
              entity.locked(),
              entity.isCharacters() ? LeafText.of(entity, KEPT_TEXT) : ""));
    }
  }
}
