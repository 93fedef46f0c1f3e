package dev.latchkey.parse.mime;

import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.MailPart;
import dev.latchkey.mail.StructureFault;
import dev.latchkey.mail.TextLine;
import dev.latchkey.parse.charset.CharsetText;
import dev.latchkey.parse.charset.VisibleText;
import dev.latchkey.parse.html.HtmlText;
import dev.latchkey.parse.tnef.RtfText;
import dev.latchkey.parse.tnef.TnefMail;
import dev.latchkey.parse.tnef.TnefReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses and joins the texts that a person would read as the body of a mail (RFC 2046 section 5.1,
 * RFC 2387, RFC 1847, RFC 6522).
 *
 * <p>Of alternatives the plain text is read unless there is nothing in it; of a multipart/signed or
 * multipart/report the first part; of a multipart/related its root; of a multipart/encrypted
 * nothing; of every other multipart all inline texts in order, none twice. Where all of that says
 * nothing, the text in a {@code winmail.dat} is, or that of an invitation, or of the only file.
 */
public final class BodyReader {
  private static final Set<String> READ =
      Set.of("text/plain", "text/html", "text/enriched", "text/richtext");

  /** As Gmail adds one to the words that say the same. */
  private static final String REACTION = "text/vnd.google.email-reaction+json";

  /** More files of Outlook in a mail are not looked into. */
  private static final int MOST_WINMAILS = 3;

  private final Set<StructureFault> faults = EnumSet.noneOf(StructureFault.class);
  private final List<MailPart> files = new ArrayList<>();
  private final StringBuilder hidden = new StringBuilder();
  private final TextRoom room = new TextRoom();
  private final WorkBudget budget;
  private final Entity root;
  private final boolean named;
  private int winmails;

  /** A text that may be shown; {@code plain} is what it says as one string. */
  private record Piece(BodyText text, String plain) {
    boolean isBlank() {
      return plain.isBlank();
    }
  }

  public BodyReader(Entity root, WorkBudget budget) {
    this.root = root;
    this.budget = budget;
    this.named = !holdsText(root);
  }

  /** Whether a leaf is a text that could be the body; it may have a name when there is no other. */
  public boolean isText(Entity leaf) {
    return leaf.isReadable() && (named || leaf.name().isEmpty());
  }

  private static boolean holdsText(Entity entity) {
    return entity.isMultipart()
        ? entity.children().stream().anyMatch(BodyReader::holdsText)
        : entity.isReadable() && entity.name().isEmpty();
  }

  /** What was wrong with the parts that were read. */
  public Set<StructureFault> faults() {
    return faults;
  }

  /** Files that stood inside a text as uuencode or yEnc. */
  public List<MailPart> files() {
    return files;
  }

  /** The text of HTML that no person sees. */
  public String hidden() {
    return hidden.toString();
  }

  /** The body of the mail. */
  public BodyText read() throws MalformedMailException {
    List<Piece> pieces = new ArrayList<>();
    Set<String> said = new HashSet<>();
    List<Piece> all = pieces(root);
    for (Piece piece : all) {
      if (!piece.isBlank() && (all.size() == 1 || isNew(piece, said))) {
        pieces.add(piece);
      }
    }
    if (pieces.isEmpty()) {
      ofWinmail(root, pieces);
    }
    if (pieces.isEmpty()) {
      ofInvitation(root, pieces);
    }
    if (pieces.isEmpty()) {
      ofOnlyFile(pieces);
    }
    if (pieces.size() > 1 || (!named && isShownBeside(root))) {
      faults.add(StructureFault.SEVERAL_TEXTS);
    }
    if (room.cut()) {
      faults.add(StructureFault.LONG_TEXT);
    }
    if (!hidden.toString().isBlank()) {
      faults.add(StructureFault.HIDDEN_TEXT);
    }
    return joined(pieces);
  }

  /**
   * Whether a file is there that programs show below the text, as they show a further text: what a
   * person wrote behind a picture reaches some as {@code ATT00001.txt}.
   */
  private boolean isShownBeside(Entity entity) throws MalformedMailException {
    for (Entity child : entity.children()) {
      if (isShownBeside(child)) {
        return true;
      }
    }
    if (entity.isMultipart() || !entity.isReadable() || entity.name().isEmpty()) {
      return false;
    }
    budget.check();
    return !LeafText.of(entity).isBlank();
  }

  private static boolean isNew(Piece piece, Set<String> said) {
    String essence = TwinTexts.essence(piece.plain());
    return essence.isEmpty() || said.add(essence);
  }

  /** What stands in a file of Outlook, where nothing stands elsewhere. */
  private void ofWinmail(Entity entity, List<Piece> pieces) throws MalformedMailException {
    for (Entity child : entity.children()) {
      ofWinmail(child, pieces);
    }
    if (!entity.isTnef() || !pieces.isEmpty() || winmails++ >= MOST_WINMAILS) {
      return;
    }
    budget.check();
    TnefMail mail = TnefReader.read(entity.content().octets());
    for (String name : mail.files()) {
      files.add(new MailPart("application/octet-stream", Entity.fileName(name), true, 0, ""));
    }
    String text = VisibleText.body(mail.text());
    Piece piece = mail.html() ? html(mail.text()) : piece(BodyText.plain(room.before(text)));
    if (!piece.isBlank()) {
      pieces.add(piece);
      faults.add(StructureFault.TEXT_IN_FILE);
    }
  }

  /** What stands in an invitation, where nothing stands elsewhere. */
  private void ofInvitation(Entity entity, List<Piece> pieces) throws MalformedMailException {
    for (Entity child : entity.children()) {
      ofInvitation(child, pieces);
    }
    if (entity.mediaType().equals("text/calendar") && pieces.isEmpty()) {
      budget.check();
      String words = CalendarText.plain(VisibleText.body(LeafText.of(entity)));
      Piece piece = piece(BodyText.plain(room.before(words)));
      if (!piece.isBlank()) {
        pieces.add(piece);
        faults.add(StructureFault.TEXT_IN_FILE);
      }
    }
  }

  /**
   * Some programs mark the text of a mail as an attachment, and some write it in RTF: it is one
   * where nothing else is.
   */
  private void ofOnlyFile(List<Piece> pieces) throws MalformedMailException {
    List<Entity> leaves = new ArrayList<>();
    addLeaves(root, leaves);
    // Nothing stands in those that could be the body.
    leaves.removeIf(Entity::isReadable);
    if (leaves.size() != 1) {
      return;
    }
    Entity only = leaves.get(0);
    boolean rtf = only.isRtf();
    if (rtf || only.mediaType().equals("text/plain")) {
      Piece piece = rtf ? rtf(only) : piece(only);
      if (!piece.isBlank()) {
        pieces.add(piece);
        faults.add(StructureFault.TEXT_IN_FILE);
      }
    }
  }

  private Piece rtf(Entity leaf) throws MalformedMailException {
    budget.check();
    String words = VisibleText.body(RtfText.of(leaf.content().octets()));
    return piece(BodyText.plain(room.before(words)));
  }

  private static void addLeaves(Entity entity, List<Entity> leaves) {
    if (entity.isMultipart()) {
      entity.children().forEach(child -> addLeaves(child, leaves));
    } else {
      leaves.add(entity);
    }
  }

  private static BodyText joined(List<Piece> pieces) {
    if (pieces.size() == 1) {
      return pieces.get(0).text();
    }
    List<TextLine> lines = new ArrayList<>();
    for (Piece piece : pieces) {
      if (!lines.isEmpty()) {
        lines.add(TextLine.plain(""));
      }
      lines.addAll(piece.text().lines());
    }
    return new BodyText(lines);
  }

  private List<Piece> pieces(Entity entity) throws MalformedMailException {
    if (!entity.isMultipart()) {
      return isText(entity) ? List.of(piece(entity)) : List.of();
    }
    return switch (entity.mediaType()) {
      case "multipart/alternative" -> alternative(entity.children());
      case "multipart/related" -> only(root(entity), entity);
      case "multipart/signed" -> only(entity.children().get(0), entity);
      case "multipart/report" -> report(entity);
      case "multipart/encrypted" -> List.of();
      default -> all(entity);
    };
  }

  private List<Piece> all(Entity multipart) throws MalformedMailException {
    List<Piece> pieces = new ArrayList<>();
    for (Entity child : multipart.children()) {
      pieces.addAll(pieces(child));
    }
    return pieces;
  }

  /** One part is the text; another text beside it, where none belongs, is shown by some. */
  private List<Piece> only(Entity text, Entity multipart) throws MalformedMailException {
    long texts = multipart.children().stream().filter(BodyReader::holdsText).count();
    if (texts > (holdsText(text) ? 1 : 0)) {
      faults.add(StructureFault.SEVERAL_TEXTS);
    }
    return pieces(text);
  }

  private List<Piece> report(Entity report) throws MalformedMailException {
    List<Piece> first = pieces(report.children().get(0));
    return first.isEmpty() ? all(report) : first;
  }

  private static Entity root(Entity related) {
    String start = related.type().parameter("start").orElse("").replace("<", "").replace(">", "");
    return related.children().stream()
        .filter(child -> !start.isEmpty() && child.contentId().equals(start))
        .findFirst()
        .orElse(related.children().get(0));
  }

  private List<Piece> alternative(List<Entity> children) throws MalformedMailException {
    List<List<Piece>> plains = new ArrayList<>();
    List<List<Piece>> others = new ArrayList<>();
    for (Entity child : children) {
      List<Piece> pieces = pieces(child);
      if (isReadByOthers(child)) {
        faults.add(StructureFault.TWINS_DIFFER);
      }
      boolean plain = child.mediaType().equals("text/plain");
      if (!pieces.stream().allMatch(Piece::isBlank)) {
        (plain ? plains : others).add(pieces);
      }
    }
    if (plains.isEmpty() || others.isEmpty()) {
      List<List<Piece>> all = plains.isEmpty() ? others : plains;
      if (all.isEmpty()) {
        return List.of();
      }
      compare(plainOf(all.get(0)), all);
      if (others.size() < children.stream().filter(BodyReader::isShownFirst).count()) {
        // Programs that show the richest one that they know show nothing, or a picture of words.
        faults.add(StructureFault.TEXT_ADDED);
      }
      return all.get(0);
    }
    String plain = plainOf(plains.get(0));
    compare(plain, plains);
    compare(plain, others);
    return TwinTexts.isUseless(plain, plainOf(others.get(0))) ? others.get(0) : plains.get(0);
  }

  /** Whether most programs show it in place of a plain text. */
  private static boolean isShownFirst(Entity child) {
    String type = child.mediaType();
    return !type.equals("text/plain") && !type.equals(REACTION) && !isReadByOthers(child);
  }

  /**
   * Whether some programs show it in place of what is read here: AMP, RTF, an invitation, a mail.
   */
  private static boolean isReadByOthers(Entity child) {
    String type = child.mediaType();
    return (type.startsWith("text/") && !READ.contains(type) && !type.equals(REACTION))
        || child.isRtf()
        || type.startsWith("message/");
  }

  private void compare(String text, List<List<Piece>> twins) {
    for (List<Piece> twin : twins) {
      String other = plainOf(twin);
      if (!other.equals(text) && !TwinTexts.agree(text, other)) {
        faults.add(
            TwinTexts.adds(text, other) ? StructureFault.TEXT_ADDED : StructureFault.TWINS_DIFFER);
      }
    }
  }

  private static String plainOf(List<Piece> pieces) {
    StringBuilder all = new StringBuilder();
    pieces.forEach(piece -> all.append(piece.plain()).append('\n'));
    return all.toString();
  }

  private Piece piece(Entity leaf) throws MalformedMailException {
    budget.check();
    String text = LeafText.of(leaf);
    leaf.type()
        .parameter("charset")
        .filter(charset -> !CharsetText.isCommon(charset))
        .ifPresent(charset -> faults.add(StructureFault.BROKEN_CONTENT_FIELD));
    if (text.indexOf('\0') >= 0) {
      faults.add(StructureFault.NUL_OCTET);
    }
    if (leaf.isHtml()) {
      return html(text);
    }
    InlineFiles inline = InlineFiles.in(VisibleText.body(text));
    files.addAll(inline.files());
    String shown = inline.text();
    if (leaf.type().parameter("format").orElse("").equalsIgnoreCase("flowed")) {
      shown =
          FlowedText.unfold(
              shown, leaf.type().parameter("delsp").orElse("").equalsIgnoreCase("yes"));
    } else if (leaf.mediaType().equals("text/enriched")
        || leaf.mediaType().equals("text/richtext")) {
      shown = EnrichedText.plain(shown);
    }
    return piece(BodyText.plain(room.before(shown)));
  }

  private Piece piece(BodyText text) {
    BodyText read = room.take(text);
    return new Piece(read, read.asString());
  }

  private Piece html(String text) throws MalformedMailException {
    HtmlText html;
    try {
      html = HtmlText.read(budget.over(HtmlText.closed(text)), budget::checkOnTheWay);
    } catch (UncheckedIOException e) {
      throw new MalformedMailException("the HTML took longer to read than a mail may");
    }
    if (html.doubtful()) {
      faults.add(StructureFault.DOUBTFUL_STYLE);
    }
    if (!html.hidden().isBlank()) {
      hidden.append(html.hidden()).append('\n');
    }
    return piece(html.text());
  }
}
