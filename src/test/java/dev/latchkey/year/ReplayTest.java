package dev.latchkey.year;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The corpora as conversations: nobody's words are lost, and most cases finish by themselves. */
class ReplayTest {

  @Test
  void realConversationsReachACaseAndNoAnswerIsDropped() throws Exception {
    Assumptions.assumeTrue(Corpus.isThere(), "no corpora here");
    try (Replay replay = new Replay(ReplayTest.class)) {
      ReplayFigures figures = replay.play();
      figures.print();
      assertThat(figures.share(ReplayFigures.FINISHED, ReplayFigures.ASKED)).isGreaterThan(80);
      assertThat(figures.dropped()).isEmpty();
      assertThat(figures.unheard()).isEmpty();
      assertThat(figures.withoutLetter()).hasSizeLessThanOrEqualTo(2);
    }
  }
}
