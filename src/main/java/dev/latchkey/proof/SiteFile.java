package dev.latchkey.proof;

import dev.latchkey.accounts.Link;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A text file that holds the token on a line of its own, under {@code /.well-known/} of a site on
 * record (RFC 8615); for a link below the front page, under {@code .well-known/} of its folder,
 * which others on that host cannot write.
 *
 * <p>The name of the file is always the same, so that no page which repeats the address that it was
 * asked for can show the token; and a page, which others may write into, is no file of text.
 */
public final class SiteFile extends LinkProof {
  /** Servers that do not know the file's type say nothing, or that it is octets. */
  private static final Set<String> TEXT = Set.of("", "text/plain", "application/octet-stream");

  private final EgressGuard guard;
  private final String file;

  /**
   * @param marker the file's name without {@code .txt}
   */
  public SiteFile(EgressGuard guard, Marker marker) {
    super(Link.Kind.SITE);
    this.guard = guard;
    file = ".well-known/" + marker.text() + ".txt";
  }

  @Override
  public String name() {
    return "SITE_FILE";
  }

  @Override
  Optional<String> shown(HttpsAddress link) {
    return Optional.of(address(link).toString());
  }

  private HttpsAddress address(HttpsAddress link) {
    return link.at(folder(link) + file, Optional.empty());
  }

  /** A last part with a dot in it is a page; one without is a folder whose slash was left out. */
  private static String folder(HttpsAddress link) {
    String path = link.path();
    String above = path.substring(0, path.lastIndexOf('/') + 1);
    String last = path.substring(above.length());
    return last.isEmpty() || last.contains(".") ? above : path + "/";
  }

  @Override
  Sighting look(HttpsAddress link, String token) throws CannotLookException {
    String folder = folder(link);
    Visit visit = guard.visit(link.host(), guard.start());
    HttpAnswer answer =
        visit.get(
            HttpRequest.get(address(link), Map.of("Accept", "text/plain")),
            target -> stayIn(folder, target));
    if (answer.status() == 404 || answer.status() == 410) {
      return new Sighting.NotYet();
    }
    if (answer.successful().cut()) {
      throw new CannotLookException(Obstacle.TOO_LARGE);
    }
    return isText(answer) && holds(answer, token) ? seen(link, answer) : new Sighting.NotYet();
  }

  private static void stayIn(String folder, HttpsAddress target) throws CannotLookException {
    if (!target.path().startsWith(folder)) {
      throw new CannotLookException(Obstacle.OTHER_OWNER);
    }
  }

  private static boolean isText(HttpAnswer answer) {
    return TEXT.contains(answer.mediaType().orElse(""));
  }

  private static boolean holds(HttpAnswer answer, String token) {
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return bare.lines().anyMatch(line -> line.strip().equals(token));
  }

  private Sighting seen(HttpsAddress link, HttpAnswer answer) {
    return new Sighting.Seen(
        answer.from().toString(),
        answer.from().equals(address(link)) ? Set.of() : Set.of(Sighting.Oddity.RENAMED));
  }
}
