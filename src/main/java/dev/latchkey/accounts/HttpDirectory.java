package dev.latchkey.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.latchkey.http.JsonAnswer;
import dev.latchkey.http.NoAnswerException;
import dev.latchkey.mail.SafeText;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The accounts as a server of the account system tells them: {@code {"action": "find-accounts",
 * "keys": ["dora", "kim"]}} is sent by {@link SignedPost}, and answered by 200 and {@code
 * {"accounts": […]}}; {@link AccountJson} tells the form of an account. README.md documents both.
 *
 * <p>Unknown accounts are left out of the answer, and one that was not asked for is left aside. An
 * account that is not as documented cannot be used, which is said of it alone; nothing is guessed.
 */
public final class HttpDirectory implements AccountDirectory {
  /** Accounts asked for in one request. */
  static final int MOST_KEYS = 100;

  /** An answer may be, in octets. */
  static final int LARGEST = 4 * 1024 * 1024;

  private final HttpDirectorySettings settings;
  private final SignedPost post;

  /** Connects to nothing yet: a desk starts without its directory. */
  public HttpDirectory(HttpDirectorySettings settings, RequestSigner signer, InstantSource clock) {
    this.settings = settings;
    post = new SignedPost(settings.timeout(), LARGEST, signer, clock);
  }

  @Override
  public String key(String name) {
    return settings.nameRule().key(name);
  }

  @Override
  public FoundAccounts find(Set<String> keys) throws DirectoryException {
    List<String> all =
        NameRule.spellings(keys).stream().filter(HttpDirectory::isWhole).sorted().toList();
    Set<JsonNode> told = new HashSet<>();
    FoundAccounts.Gathering found = new FoundAccounts.Gathering(keys);
    for (int from = 0; from < all.size(); from += MOST_KEYS) {
      List<String> some = all.subList(from, Math.min(from + MOST_KEYS, all.size()));
      boolean nameless = false;
      for (JsonNode answered : ask(some)) {
        // A server that knows an account by both spellings of its name may tell of it twice.
        boolean again = !told.add(answered) && isSpelledTwice(answered);
        nameless |= !again && !take(answered, found);
      }
      if (nameless) {
        found.leaveOutTheRest(some, "an account without a name was answered");
      }
    }
    return found.done();
  }

  private boolean isSpelledTwice(JsonNode answered) {
    return new AccountJson(answered)
        .name()
        .map(settings.nameRule()::key)
        .filter(key -> NameRule.spellings(Set.of(key)).size() > 1)
        .isPresent();
  }

  /** No account is named by half of a character, which JSON could not carry. */
  private static boolean isWhole(String key) {
    return IntStream.range(0, key.length()).noneMatch(at -> SafeText.isLoneSurrogate(key, at));
  }

  /** Asks for no account, which is answered by an empty list. */
  @Override
  public DirectoryCheck check() throws DirectoryException {
    int unasked = ask(List.of()).size();
    return new DirectoryCheck(
        settings.url() + " answers",
        unasked == 0
            ? List.of()
            : List.of(
                "accounts.url: asked for no account, it tells of %d; whom nobody asked for is left aside"
                    .formatted(unasked)));
  }

  private JsonNode ask(List<String> keys) throws DirectoryException {
    JsonAnswer answer;
    try {
      answer = post.ask(settings.url(), Map.of("action", "find-accounts", "keys", keys));
    } catch (NoAnswerException e) {
      throw failure(e.getMessage() + "; is it running, and is accounts.url right?", e);
    }
    if (answer.status() != 200) {
      throw failure(answer.said() + advice(answer.status()), null);
    }
    JsonNode accounts =
        answer.object().map(object -> object.path("accounts")).orElse(MissingNode.getInstance());
    if (!accounts.isArray()) {
      throw failure(answer.said() + ", and no list of accounts", null);
    }
    return accounts;
  }

  private static String advice(int status) {
    return switch (status) {
      case 401, 403 -> " (does it have the same secret as accounts.secret?)";
      case 404, 410 -> "; is the path in accounts.url right?";
      default -> "";
    };
  }

  /** Whether it has a name, so that it is known whom it is about. */
  private boolean take(JsonNode answered, FoundAccounts.Gathering found) {
    AccountJson json = new AccountJson(answered);
    Optional<String> key = json.name().map(settings.nameRule()::key);
    if (key.isPresent()) {
      found.noteUnasked(json.name().orElseThrow(), key.get());
      try {
        found.add(json.read(settings.nameRule()));
      } catch (AccountJson.MalformedAccountException e) {
        found.leaveOut(
            key.get(), SafeText.line(String.valueOf(e.getMessage()), SignedPost.LONGEST));
      }
    }
    return key.isPresent();
  }

  private DirectoryException failure(String what, @Nullable Throwable cause) {
    return new DirectoryException(
        "the account directory " + settings.url() + ": " + SafeText.line(what, SignedPost.LONGEST),
        cause);
  }
}
