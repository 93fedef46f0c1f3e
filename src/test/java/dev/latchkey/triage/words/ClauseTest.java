package dev.latchkey.triage.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was found in a clause is found again in the same words, and in no others. */
class ClauseTest {
  private final Object reader = new Object();
  private final AtomicInteger looked = new AtomicInteger();

  private String read(String text) {
    return read(MailText.of(text).clauses().get(0));
  }

  private String read(List<Words.Word> clause) {
    return Clause.once(
        clause,
        reader,
        () -> {
          looked.incrementAndGet();
          return String.join(" ", clause.stream().map(Words.Word::text).toList());
        });
  }

  @Test
  void theSameWordsElsewhereAreNotLookedAtAgain() {
    assertThat(read("The heron's phone sank.")).isEqualTo("the herons phone sank");
    assertThat(read("\n\n  the HERON'S phone sank")).isEqualTo("the herons phone sank");
    assertThat(looked).hasValue(1);
  }

  @Test
  void everyReaderFindsItsOwn() {
    read("A kestrel took the key.");
    List<Words.Word> clause = MailText.of("A kestrel took the key.").clauses().get(0);
    assertThat(Clause.once(clause, new Object(), clause::size)).isEqualTo(5);
    assertThat(read(clause)).isEqualTo("a kestrel took the key");
  }

  @Test
  void wordsThatTakeOneAnothersPlaceAreNeverMistaken() {
    for (int round = 0; round < 2; round++) {
      IntStream.range(0, 5000)
          .forEach(
              at ->
                  assertThat(read("number x" + at + " here."))
                      .isEqualTo("number x" + at + " here"));
    }
    assertThat(looked.get()).isBetween(5000, 10_000);
  }

  @Test
  void aLongStoryIsRememberedOnlyInItsOwnText() {
    String story = "so ".repeat(30) + "it went.";
    MailText text = MailText.of(story);
    read(text.clauses().get(0));
    read(text.clauses().get(0));
    assertThat(looked).hasValue(1);
    read("\n" + story);
    assertThat(looked).hasValue(2);
  }

  @Test
  void theSameTextIsCutOnceAndNoOtherIsTakenForIt() {
    MailText text = MailText.of("A heron stood in the lake.");
    assertThat(MailText.of(new String("A heron stood in the lake.".toCharArray()))).isSameAs(text);
    IntStream.range(0, 5000)
        .forEach(
            at -> {
              String other = "A heron stood in lake " + at + ".";
              assertThat(MailText.of(other).text()).isEqualTo(other);
              assertThat(MailText.of(other).words().text()).isEqualTo(other);
            });
  }

  @Test
  void manyReadersLeaveNothingWrongBehind() {
    List<Words.Word> clause = MailText.of("Three swans and a swan.").clauses().get(0);
    for (int at = 0; at < 200; at++) {
      int own = at;
      assertThat(Clause.once(clause, new Object(), () -> own)).isEqualTo(own);
    }
    assertThat(read(clause)).isEqualTo("three swans and a swan");
  }

  @Test
  void wordsThatAreNoClauseAreLookedAtEachTime() {
    List<Words.Word> words = Words.of("one two").list();
    read(words);
    read(words);
    assertThat(looked).hasValue(2);
  }
}
