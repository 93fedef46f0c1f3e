package dev.latchkey.triage.bounce;

import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.triage.mark.MailAddresses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds who was not reached in a bounce that says so in words.
 *
 * <p>X-Failed-Recipients (Exim, Gmail) counts first. Then the lines of the notice, the clearest
 * kind that there is: an address that begins its line ({@code <user@example.org>:} of qmail and
 * Postfix, OpenSMTPD, Exchange, Zoho) or follows {@code RCPT TO:} or a reply code; one that ends a
 * line ({@code Unknown user: …} of IMail); one anywhere. The addresses of those who wrote the
 * bounce and the mail are never meant. A local part alone on its line is one at the domain that
 * complains (AOL). Where nothing is said, it is who the returned mail was for.
 */
final class BouncedRecipients {
  /** Words before an address that is there for other reasons. */
  private static final List<String> NOT_MEANT =
      List.of(
          "mail from",
          "from:",
          "contact",
          "http://",
          "https://",
          "sender",
          "reply-to",
          "reply to",
          "help",
          "support",
          "message-id",
          "received");

  private static final List<String> ROLES = List.of("postmaster@", "mailer-daemon@", "abuse@");

  private BouncedRecipients() {}

  /** The addresses, as written, each once. */
  static List<String> find(InboundMail mail, BounceNotice notice) {
    Set<String> found = new LinkedHashSet<>();
    mail.fields("X-Failed-Recipients").stream()
        .map(HeaderField::raw)
        .map(MailAddresses::in)
        .forEach(found::addAll);
    Set<String> writers = writers(mail, notice.returned());
    found.addAll(named(notice.lines(), address -> !isWriter(address, writers)));
    if (found.isEmpty()) {
      found.addAll(localParts(mail, notice.lines()));
    }
    if (found.isEmpty()) {
      found.addAll(named(notice.lines(), address -> true));
    }
    if (found.isEmpty()) {
      found.addAll(notice.returned().to());
    }
    return List.copyOf(found);
  }

  private static Set<String> writers(InboundMail mail, ReturnedMail returned) {
    Set<String> writers = new HashSet<>();
    for (String field : List.of("From", "To", "Delivered-To")) {
      mail.field(field)
          .map(HeaderField::raw)
          .map(MailAddresses::in)
          .ifPresent(addresses -> addresses.forEach(a -> writers.add(lower(a))));
    }
    returned.senders().forEach(sender -> writers.add(lower(sender)));
    return writers;
  }

  private static boolean isWriter(String address, Set<String> writers) {
    return writers.contains(address) || ROLES.stream().anyMatch(address::startsWith);
  }

  private static Set<String> named(List<String> lines, Predicate<String> possible) {
    Set<String> clear = new LinkedHashSet<>();
    Set<String> last = new LinkedHashSet<>();
    Set<String> any = new LinkedHashSet<>();
    for (String line : lines) {
      for (MailAddresses.Found found : MailAddresses.find(line)) {
        String before = lower(line.substring(0, found.start()));
        boolean meant =
            possible.test(lower(found.address())) && NOT_MEANT.stream().noneMatch(before::contains);
        if (meant && (isStart(before) || isRecipient(before))) {
          clear.add(found.address());
        } else if (meant && (isGoal(before) || isEnd(line.substring(found.end())))) {
          last.add(found.address());
        } else if (meant) {
          any.add(found.address());
        }
      }
    }
    return Stream.of(clear, last).filter(kind -> !kind.isEmpty()).findFirst().orElse(any);
  }

  /** Nothing but ornaments or a reply code stands before it. */
  private static boolean isStart(String before) {
    return before.chars().allMatch(c -> " \t<>\"'*-|.:=[(0123456789".indexOf(c) >= 0);
  }

  private static boolean isRecipient(String before) {
    String label = before.strip();
    return label.endsWith("rcpt to:<")
        || label.endsWith("rcpt to:")
        || label.endsWith("rcpt to: <")
        || label.endsWith("recipient:")
        || label.endsWith("recipient: <")
        || label.endsWith("delivering your mail to <");
  }

  private static boolean isGoal(String before) {
    return before.endsWith(" to ") || before.endsWith(" to <") || before.endsWith(" for ");
  }

  private static boolean isEnd(String after) {
    return after.chars().allMatch(c -> " \t<>\"'.,;:)]".indexOf(c) >= 0);
  }

  /** Words of one token, each alone on its line, below a line that announces addresses. */
  private static List<String> localParts(InboundMail mail, List<String> lines) {
    List<String> from =
        mail.field("From").map(HeaderField::raw).map(MailAddresses::in).orElse(List.of());
    List<String> found = new ArrayList<>();
    boolean listed = false;
    for (String line : lines) {
      String word = line.strip();
      boolean token =
          !word.isEmpty()
              && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._-+".indexOf(c) >= 0);
      if (listed && token && !from.isEmpty()) {
        String sender = from.get(0);
        found.add(word + sender.substring(sender.lastIndexOf('@')));
      }
      String plain = lower(word);
      listed =
          (plain.endsWith(":") && (plain.contains("recipient") || plain.contains("address")))
              || (listed && token);
    }
    return found;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
