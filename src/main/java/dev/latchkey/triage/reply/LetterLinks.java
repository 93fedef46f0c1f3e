package dev.latchkey.triage.reply;

import dev.latchkey.triage.reply.PlacedWords.Word;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Links of a letter as they come back: repeated behind their text, or led through another server
 * that counts who follows them.
 */
final class LetterLinks {
  private static final int NEAR = 60;

  /** So many words before the first one of a letter may be links that it begins with. */
  private static final int LEAD = 4;

  private final PlacedWords reply;
  private final String text;
  private final List<String> hosts = new ArrayList<>();

  LetterLinks(PlacedWords reply, PlacedWords letter, String text) {
    this.reply = reply;
    this.text = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < letter.size(); i++) {
      if (letter.get(i).isLink()) {
        hosts.add(host(letter.get(i)));
      }
    }
  }

  /** Adds links near words of letter {@code number} that can be nothing but the letter's. */
  void find(int[] letterOf, int[] placeIn, int number) {
    lead(letterOf, placeIn, number);
    int last = -1;
    int distance = 0;
    for (int i = 0; i < reply.size(); i++) {
      if (letterOf[i] == number) {
        last = i;
        distance = 0;
      } else if (last >= 0 && ++distance < NEAR && reply.get(i).isLink() && isOurs(i)) {
        letterOf[i] = number;
        placeIn[i] = placeIn[last];
      }
    }
  }

  /** A letter that begins with an address comes back with one word more before its first. */
  private void lead(int[] letterOf, int[] placeIn, int number) {
    int first = 0;
    while (first < reply.size() && letterOf[first] != number) {
      first++;
    }
    for (int i = Math.max(0, first - LEAD); first < reply.size() && i < first; i++) {
      if (reply.get(i).isLink() && isOurs(i)) {
        letterOf[i] = number;
        placeIn[i] = placeIn[first];
      }
    }
  }

  private boolean isOurs(int at) {
    String link = target(reply.get(at));
    if (link.length() > 3 && text.contains(link)) {
      return true;
    }
    String own = host(reply.get(at));
    String decoded = decoded(link.substring(own.length()));
    return hosts.stream()
        .anyMatch(host -> !host.isEmpty() && !own.endsWith(host) && decoded.contains(host));
  }

  private static String decoded(String link) {
    try {
      return URLDecoder.decode(link, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return link;
    }
  }

  private static String host(Word link) {
    String target = target(link);
    int end = target.indexOf('/');
    return end < 0 ? target : target.substring(0, end);
  }

  private static String target(Word link) {
    return link.key().substring("link ".length());
  }
}
