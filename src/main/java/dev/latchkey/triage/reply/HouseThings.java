package dev.latchkey.triage.reply;

import dev.latchkey.triage.reply.QuoteWords.Use;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds in one pass which things a paragraph speaks of, wherever in its words their words stand.
 */
final class HouseThings {
  /** A power of two. */
  private static final int PLACES = 1024;

  private record Sign(String word, Use thing) {}

  /** By their first two signs; at most places there is none. */
  private final List<List<Sign>> signs = new ArrayList<>();

  HouseThings(QuoteWords words, Set<Use> things) {
    for (int place = 0; place < PLACES; place++) {
      signs.add(new ArrayList<>());
    }
    for (Use thing : things) {
      words.of(thing).forEach(word -> signs.get(place(word, 0)).add(new Sign(word, thing)));
    }
  }

  /** Those in {@code text}, which is in small letters. */
  Set<Use> in(String text) {
    Set<Use> met = EnumSet.noneOf(Use.class);
    for (int at = 0; at + 1 < text.length(); at++) {
      for (Sign sign : signs.get(place(text, at))) {
        if (text.startsWith(sign.word(), at)) {
          met.add(sign.thing());
        }
      }
    }
    return met;
  }

  private static int place(String text, int at) {
    return (text.charAt(at) * 31 + text.charAt(at + 1)) & (PLACES - 1);
  }
}
