package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.config.ReadingFile;
import dev.latchkey.triage.SignSentences.Group;
import dev.latchkey.triage.words.Sign;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each sign reads the sentences that say it and leaves alone those that nearly do: what is denied,
 * said of another thing, or only planned. The sentences stand in {@code signs/}, in a file for each
 * group of questions, and are read as the desk reads those questions.
 *
 * <p>Signs on what is found elsewhere have no sentences: a filled form, an account name or a
 * question mark is no meaning of words, and a reason found before is the sum of other signs.
 */
class SignSentencesTest {
  private static final List<Group> GROUPS = Group.all(ReadingFile.standard());

  static Stream<Named<Group>> groups() {
    return GROUPS.stream().map(group -> Named.of(group.name(), group));
  }

  static Stream<Arguments> signsWithSentencesThatSayThem() throws IOException {
    return sentences(true);
  }

  static Stream<Arguments> signsWithSentencesThatDoNot() throws IOException {
    return sentences(false);
  }

  private static Stream<Arguments> sentences(boolean says) throws IOException {
    Stream.Builder<Arguments> all = Stream.builder();
    for (Group group : GROUPS) {
      SignSentences sentences = SignSentences.of(group.name());
      for (Sign sign : group.signs()) {
        (says ? sentences.saying(sign) : sentences.missing(sign))
            .forEach(
                sentence -> all.add(Arguments.of(Named.of(group.name(), group), sign, sentence)));
      }
    }
    return all.build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("groups")
  void everySignHasASentenceItReadsAndOneItDoesNot(Group group) throws IOException {
    SignSentences sentences = SignSentences.of(group.name());

    assertThat(group.signs())
        .as("signs without a sentence of either kind")
        .filteredOn(sign -> sentences.saying(sign).isEmpty() || sentences.missing(sign).isEmpty())
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("groups")
  void everySentenceBelongsToASignThatIsAsked(Group group) throws IOException {
    assertThat(SignSentences.of(group.name()).signs())
        .isSubsetOf(group.signs().stream().map(Sign::toString).toList());
  }

  @ParameterizedTest(name = "{0}: {1} in \"{2}\"")
  @MethodSource("signsWithSentencesThatSayThem")
  void aSignIsReadWhereItIsSaid(Group group, Sign sign, String sentence) {
    assertThat(group.read(sign, sentence)).as(sentence).isTrue();
  }

  @ParameterizedTest(name = "{0}: no {1} in \"{2}\"")
  @MethodSource("signsWithSentencesThatDoNot")
  void aSignIsNotReadWhereItIsNotSaid(Group group, Sign sign, String sentence) {
    assertThat(group.read(sign, sentence)).as(sentence).isFalse();
  }
}
