package dev.latchkey.triage.secret;

import dev.latchkey.triage.words.TextWords;
import dev.latchkey.triage.words.TextWords.Word;
import dev.latchkey.triage.words.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words that people put around a secret, out of {@code secret-words.txt}. */
final class SecretWords {
  private static final int LONGEST_PHRASE = 3;
  private static final Map<String, List<String>> SECTIONS =
      WordList.sections(SecretWords.class, "secret-words.txt");

  /** What words announce. */
  enum Topic {
    PASSWORD,
    TOKEN,
    SEED,
    RECOVERY,
    COOKIE
  }

  /**
   * Words that announce a secret.
   *
   * @param first index of the first word
   * @param next index of the word after the last
   * @param end where the last of them ends in the text
   * @param unspaced in a script without blanks, where the value may touch the word
   */
  record Mention(Topic topic, int first, int next, int end, boolean unspaced) {}

  private static final Map<String, Topic> PHRASES = new HashMap<>();
  private static final Set<String> OPENERS = new HashSet<>();
  private static final Map<Topic, List<String>> UNSPACED = new HashMap<>();

  static final Set<String> COPULA = set("copula");
  static final Set<String> FILLER = set("filler");
  static final Set<String> GAP = set("gap");
  static final Set<String> PREPOSITION = set("preposition");
  static final Set<String> DETERMINER = set("determiner");
  static final Set<String> NEEDS_SIGN = set("needs-sign");
  static final Set<String> IDENTITY = set("identity");
  static final Set<String> FORGOTTEN = set("forgotten");
  static final Set<String> ACCOUNT = set("account");
  static final Set<String> FOR = set("for");
  static final Set<String> THAT = set("that");
  static final Set<String> OF_UNSPACED = set("of-unspaced");
  static final Set<String> BEFORE_NAME = set("before-name-unspaced");
  static final Set<String> ORDINARY = set("ordinary");
  static final Set<String> CODE = set("code");
  static final Set<String> OTHER_CODE = set("other-code");
  static final Set<String> CODE_UNSPACED = set("code-unspaced");
  static final Set<String> KEPT_ON = set("kept-on");
  static final Set<String> KEPT_ON_UNSPACED = set("kept-on-unspaced");
  private static final List<String> ORDINARY_ENDINGS = List.copyOf(set("ordinary-endings"));

  static {
    // The most special last: "secret key" is a seed, though also a kind of token.
    for (Topic topic :
        List.of(Topic.PASSWORD, Topic.TOKEN, Topic.COOKIE, Topic.SEED, Topic.RECOVERY)) {
      String section = topic.name().toLowerCase(Locale.ROOT);
      for (String phrase : set(section)) {
        String words = phrase.replace('_', ' ');
        PHRASES.put(words, topic);
        if (words.indexOf(' ') > 0) {
          OPENERS.add(words.substring(0, words.indexOf(' ')));
        }
      }
      UNSPACED.put(topic, List.copyOf(set(section + "-unspaced")));
    }
  }

  private SecretWords() {}

  private static Set<String> set(String section) {
    Set<String> words = new HashSet<>();
    SECTIONS
        .getOrDefault(section, List.of())
        .forEach(line -> words.addAll(List.of(line.split(" +"))));
    return words;
  }

  /** Every mention in the text, in order. */
  static List<Mention> mentions(String text, List<Word> words) {
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Mention mention = mention(text, words, i);
      if (mention != null) {
        mentions.add(mention);
        i = Math.max(i, mention.next() - 1);
      }
    }
    return mentions;
  }

  private static @Nullable Mention mention(String text, List<Word> words, int i) {
    Word word = words.get(i);
    if (OPENERS.contains(word.lower())) {
      StringBuilder phrase = new StringBuilder(word.lower());
      Topic longest = null;
      int next = 0;
      for (int j = i + 1; j < Math.min(words.size(), i + LONGEST_PHRASE); j++) {
        if (!areNeighbours(text, words.get(j - 1), words.get(j))) {
          break;
        }
        Topic topic = PHRASES.get(phrase.append(' ').append(words.get(j).lower()).toString());
        if (topic != null) {
          longest = topic;
          next = j + 1;
        }
      }
      if (longest != null) {
        return new Mention(longest, i, next, words.get(next - 1).end(), false);
      }
    }
    Topic topic = PHRASES.get(word.lower());
    if (topic == null && word.lower().indexOf('_') >= 0) {
      topic = lastParts(word.lower());
    }
    if (topic != null) {
      return new Mention(topic, i, i + 1, word.end(), false);
    }
    return TextWords.isUnspaced(text.charAt(word.start())) ? unspaced(word, i) : null;
  }

  /** {@code TWINE_PASSWORD}, {@code aws_secret_access_key}: what the last parts say. */
  private static @Nullable Topic lastParts(String name) {
    int last = name.lastIndexOf('_');
    int secondLast = name.lastIndexOf('_', last - 1);
    Topic two = PHRASES.get(name.substring(secondLast + 1).replace('_', ' '));
    return two != null ? two : PHRASES.get(name.substring(last + 1));
  }

  private static @Nullable Mention unspaced(Word word, int i) {
    for (Map.Entry<Topic, List<String>> entry : UNSPACED.entrySet()) {
      for (String said : entry.getValue()) {
        int at = word.lower().lastIndexOf(said);
        if (at >= 0) {
          return new Mention(entry.getKey(), i, i + 1, word.start() + at + said.length(), true);
        }
      }
    }
    return null;
  }

  private static boolean areNeighbours(String text, Word left, Word right) {
    int gap = right.start() - left.end();
    return gap <= 3
        && text.substring(left.end(), right.start())
            .chars()
            .allMatch(c -> " -_'’\u00A0\n>".indexOf(c) >= 0);
  }

  /** Whether a word says how a password is, not what it is. */
  static boolean isOrdinary(String lower) {
    return ORDINARY.contains(lower)
        || FILLER.contains(lower)
        || PHRASES.containsKey(lower)
        || ORDINARY_ENDINGS.stream()
            .anyMatch(ending -> lower.length() > ending.length() + 1 && lower.endsWith(ending));
  }
}
