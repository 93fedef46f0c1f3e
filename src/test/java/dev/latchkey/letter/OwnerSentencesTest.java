package dev.latchkey.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.letter.writing.TemplateCatalog;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.TicketState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence to an owner about how things stand is true in each state it is sent in. */
@NullMarked
class OwnerSentencesTest {
  private static final TemplateCatalog CATALOG = TemplateCatalog.loadDefault();

  /**
   * How things stand.
   *
   * @param state of the ticket after the mail
   * @param reset the recovery was carried out, in this round or an earlier one
   * @param ordered it had been ordered when the mail came
   */
  record Standing(TicketState state, boolean reset, boolean ordered) {
    boolean waits() {
      return EnumSet.of(TicketState.ON_HOLD, TicketState.CONTESTED).contains(state);
    }
  }

  /** What a sentence says, and when it is true. */
  private static final Map<String, Predicate<Standing>> TRUE_WHEN =
      new LinkedHashMap<>(
          Map.of(
              "Nothing is changed on the account until",
              it -> it.waits() && !it.reset() && !it.ordered(),
              "nothing more is changed on the account until",
              it -> it.waits() && it.reset() && !it.ordered(),
              "Nothing was changed",
              it -> !it.reset() && !it.ordered(),
              "nothing was changed on your account",
              it -> !it.reset() && !it.ordered(),
              "Nothing has been approved",
              it -> !it.reset(),
              "nothing comes of it any more",
              it -> it.state().closed() && !it.reset(),
              "carried out before your message came",
              Standing::reset,
              "That stops it",
              it -> !it.state().closed(),
              "The recovery goes on",
              it -> !it.waits() && !it.state().closed(),
              "Your account was changed",
              Standing::reset));

  @ParameterizedTest
  @MethodSource("standings")
  void whatIsWrittenHolds(Standing standing) {
    for (OwnerLetter letter : sent(standing)) {
      RenderedLetter text = text(letter, "en");
      String all = text.subject() + "\n" + text.body();
      TRUE_WHEN.forEach(
          (sentence, holds) -> {
            if (all.contains(sentence)) {
              assertThat(holds.test(standing)).as("%s: %s", letter, sentence).isTrue();
            }
          });
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aResetBeforeIsToldInEveryLanguage(String language) {
    assertThat(text(heard(new RecoveryNow(true, true, false, false, false)), language).body())
        .isNotEqualTo(
            text(heard(new RecoveryNow(true, false, false, false, false)), language).body());
    assertThat(text(new NoticeLetter.NoticeOff("dora", false, true, false), language).body())
        .isNotEqualTo(
            text(new NoticeLetter.NoticeOff("dora", false, false, false), language).body());
    assertThat(refused(true, true, language)).isNotEqualTo(refused(true, false, language));
    assertThat(text(disputed(true), language).subject())
        .isNotEqualTo(text(disputed(false), language).subject());
  }

  /** To the addresses of before no link goes where the account has a new one. */
  @ParameterizedTest
  @MethodSource("languages")
  void whoAskedForAnOwnerReadsWhereTheWayInWent(String language) {
    String moved =
        CATALOG
            .render(
                new DecisionLetter.RecoveredForAnother(
                    "dora", Optional.of(EmailAddress.of("dora@new.example"))),
                language,
                LetterTexts.HEAD)
            .body();
    String stayed =
        CATALOG
            .render(
                new DecisionLetter.RecoveredForAnother("dora", Optional.empty()),
                language,
                LetterTexts.HEAD)
            .body();
    assertThat(moved).contains("dora@new.example");
    assertThat(stayed).doesNotContain("dora@new.example").isNotEqualTo(moved);
  }

  private static OwnerLetter heard(RecoveryNow recovery) {
    return new OwnerLetter.OwnerHeard(
        "dora",
        recovery,
        new OwnerSaid(true, false, false, false, false, Optional.empty()),
        CodeBeside.NONE,
        true);
  }

  static Stream<Standing> standings() {
    return Stream.of(TicketState.values())
        .flatMap(
            state ->
                Stream.of(
                    new Standing(state, false, false),
                    new Standing(state, true, false),
                    new Standing(state, false, true),
                    new Standing(state, true, true)));
  }

  static Stream<String> languages() {
    return CATALOG.languages().stream();
  }

  /** The letters, with what the flows tell them of such a standing. */
  private static List<OwnerLetter> sent(Standing it) {
    boolean closed = it.state().closed();
    List<OwnerLetter> letters = new ArrayList<>();
    letters.add(
        heard(new RecoveryNow(it.waits(), it.reset(), closed, it.ordered() && it.waits(), false)));
    if (!it.ordered()) {
      letters.add(
          new OwnerLetter.OwnerNoted(
              "dora", !it.waits() && !closed, it.waits(), false, false, false));
      letters.add(
          new OwnerLetter.CodeRefused(
              "dora", CodeRefusal.NOT_NEEDED, true, false, closed, it.reset()));
    }
    if (it.state() == TicketState.ON_HOLD || it.state() == TicketState.REJECTED) {
      letters.add(new NoticeLetter.NoticeOff("dora", it.ordered(), it.reset(), closed));
    }
    if (it.state() == TicketState.CONTESTED) {
      letters.add(
          it.reset() || it.ordered()
              ? disputed(it.reset())
              : new NoticeLetter.NoticeStopped("dora", false, ""));
    }
    return letters;
  }

  private static OwnerLetter disputed(boolean done) {
    return new NoticeLetter.NoticeDisputed(
        "dora",
        false,
        done,
        false,
        LetterTexts.HEAD.now(),
        LetterTexts.HEAD.now().plusSeconds(86_400),
        false);
  }

  private static String refused(boolean over, boolean reset, String language) {
    return text(
            new OwnerLetter.CodeRefused("dora", CodeRefusal.NOT_NEEDED, true, false, over, reset),
            language)
        .body();
  }

  private static RenderedLetter text(OwnerLetter letter, String language) {
    return CATALOG.render(letter, language, LetterTexts.HEAD);
  }
}
