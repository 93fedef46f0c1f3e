package dev.latchkey.parse.html;

import java.util.Locale;
import org.jsoup.nodes.Element;

/**
 * Where a link leads, when its words do not say it. A reader who hovers sees the target, so the
 * desk and its staff see it too: {@code my project <https://example.org/p>}.
 */
final class LinkTarget {
  private static final int LONGEST = 200;

  private LinkTarget() {}

  /** What to write behind the words of {@code link}; empty when they name its host already. */
  static String shown(Element link) {
    String target = link.attr("href").strip();
    String host = host(target);
    if (host.isEmpty() || target.length() > LONGEST || !link.hasText()) {
      return "";
    }
    String words = link.text().toLowerCase(Locale.ROOT);
    return words.contains(host) ? "" : " <" + target + ">";
  }

  /** The host of a web address, in lower case and without {@code www.}; empty for all else. */
  private static String host(String target) {
    String address = target.toLowerCase(Locale.ROOT);
    String rest =
        address.startsWith("https://")
            ? address.substring(8)
            : address.startsWith("http://") ? address.substring(7) : "";
    int end = 0;
    while (end < rest.length() && "/?#:".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String host = rest.substring(0, end);
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
