package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.config.ReadingFile;
import dev.latchkey.triage.PossibleNames.Choice;
import dev.latchkey.triage.PossibleNames.Possible;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.learned.CorpusMail;
import dev.latchkey.triage.learned.Opinion;
import dev.latchkey.triage.learned.OpinionReader;
import dev.latchkey.triage.request.RequestReader;
import dev.latchkey.triage.request.RequestReading;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Which word of a mail is the account, where it is known which accounts there are. */
class PossibleNamesTest {
  private static final RequestForm FORM = ReadingFile.standard();
  private static final RequestReader RULES = new RequestReader(FORM);
  private static final OpinionReader OPINIONS =
      OpinionReader.standard(FORM.scorer(), FORM.topics());

  /** How the account names of the fifth were read that nobody learned from. */
  private record Figures(int mails, int right, int wrong, int asked) {
    double percent() {
      return 100.0 * right / mails;
    }
  }

  private static boolean nothing(String name) {
    return name.isEmpty();
  }

  @Test
  void whoKnowsTheAccountsReadsTheFifthBetterThatNobodyLearnedFrom() throws IOException {
    List<CorpusMail> mails = CorpusMail.all(CorpusMail.FOLDER);
    Set<String> accounts = new HashSet<>();
    Map<String, Integer> words = new HashMap<>();
    for (CorpusMail mail : mails) {
      mail.label("username").ifPresent(name -> accounts.add(name.toLowerCase(Locale.ROOT)));
      for (String word : words(mail.text())) {
        words.merge(word, 1, Integer::sum);
      }
    }
    Set<String> common = new HashSet<>();
    words.forEach(
        (word, count) -> {
          if (count > 1 && !accounts.contains(word)) {
            common.add(word);
          }
        });

    Figures without = figures(mails, PossibleNamesTest::nothing);
    Figures with = figures(mails, accounts::contains);
    Figures crowded = figures(mails, name -> accounts.contains(name) || common.contains(name));
    Figures others = figures(mails, common::contains);

    System.out.printf(
        "account names of the fifth: without a directory %s, with theirs %s, with theirs and %d"
            + " words %s, with the words alone %s%n",
        without, with, common.size(), crowded, others);
    assertThat(with.percent()).isGreaterThan(without.percent() + 2);
    assertThat(with.wrong()).isLessThan(without.wrong());
    assertThat(crowded.percent()).isGreaterThan(without.percent() + 1);
    // Where every common word is an account, and theirs is none, hardly one is taken for it.
    assertThat(others.percent()).isGreaterThan(without.percent() - 2);
    assertThat(others.wrong()).isLessThan(without.wrong() + without.mails() / 32);
  }

  private static Set<String> words(String text) {
    return new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_.-]+")));
  }

  private static Figures figures(List<CorpusMail> mails, Predicate<String> exists) {
    int all = 0;
    int right = 0;
    int wrong = 0;
    int asked = 0;
    for (CorpusMail mail : mails) {
      if (!mail.aside()
          || !mail.label("recovery").orElse("").equals("yes")
          || mail.label("username").isEmpty()) {
        continue;
      }
      String read = read(mail.subject(), mail.text(), exists);
      all++;
      right += read.equals(mail.label("username").get()) ? 1 : 0;
      asked += read.equals("?") ? 1 : 0;
      wrong += !List.of("-", "?", mail.label("username").get()).contains(read) ? 1 : 0;
    }
    return new Figures(all, right, wrong, asked);
  }

  private static String read(String subject, String text, Predicate<String> exists) {
    RequestReading rules = RULES.read(subject, text);
    Opinion opinion = OPINIONS.read(subject, text);
    RequestReading request = TwoReadings.request(rules, opinion, Set.of());
    Choice choice =
        PossibleNames.of(text, rules, request, opinion)
            .choose(
                request.username(),
                name -> exists.test(name.toLowerCase(Locale.ROOT)),
                PossibleNamesTest::nothing);
    return choice.oneOf().isEmpty() ? choice.name().or(request::username).orElse("-") : "?";
  }

  @Test
  void inThisOrThatTheOneIsAsLikelyAsTheOther() {
    for (String text :
        List.of(
            "I lost my phone. My account is quokka77 or brinefox, I never know which.",
            "My phone is gone, I need to get in again: \"quokka77\" or maybe \"brinefox\".",
            "Handy weg, ich komme nicht ins Konto. Es heißt quokka77 oder brinefox.",
            "J'ai perdu mon téléphone. Mon compte est quokka77 ou brinefox, je ne sais plus.",
            "Perdí el teléfono y no puedo entrar, soy quokka77 o brinefox.",
            "Perdi o celular. A conta é quokka77 ou brinefox, não lembro.",
            "Lost phone, cannot log in. quokka77 / brinefox")) {
      assertThat(read("Locked out", text, Set.of("quokka77", "brinefox")::contains))
          .as(text)
          .isEqualTo("?");
      assertThat(read("Locked out", text, Set.of("brinefox")::contains))
          .as(text)
          .isEqualTo("brinefox");
    }
  }

  @Test
  void theArticleOfPortugueseJoinsNoNames() {
    assertThat(
            read(
                "Entrar",
                "Não aceita mais. Ponho o usuário dona_neide, ponho a senha, e diz que está errada.",
                Set.of("dona_neide", "ponho")::contains))
        .isEqualTo("dona_neide");
  }

  @Test
  void whatBothReadingsTakeForANameIsNotReplaced() {
    PossibleNames names =
        new PossibleNames(
            List.of(new Possible("kimm", 0.95, true), new Possible("kim", 0.97, false)));

    assertThat(names.choose(Optional.of("kimm"), "kim"::equals, PossibleNamesTest::nothing).name())
        .isEmpty();
  }

  @Test
  void aLikelyNameThatIsNoAccountIsNotReplacedByAnUnlikelyOneThatIs() {
    PossibleNames names =
        new PossibleNames(
            List.of(new Possible("brinefoxx", 0.98, false), new Possible("error", 0.15, false)));

    assertThat(
            names
                .choose(Optional.of("brinefoxx"), "error"::equals, PossibleNamesTest::nothing)
                .name())
        .isEmpty();
  }

  @Test
  void aWordThatASentenceSeemsToIntroduceGivesWayToTheAccount() {
    PossibleNames names =
        new PossibleNames(
            List.of(new Possible("hasta", 0.5, false), new Possible("catedral.obras", 0.9, false)));

    assertThat(
            names
                .choose(Optional.of("hasta"), "catedral.obras"::equals, PossibleNamesTest::nothing)
                .name())
        .contains("catedral.obras");
  }

  @Test
  void noMoreThanEightWordsAreLookedAt() {
    StringBuilder text = new StringBuilder("I lost my phone and cannot log in any more. ");
    for (int i = 0; i < 5_000; i++) {
      text.append("user_").append(i * 7919).append(" or ");
    }
    RequestReading rules = RULES.read("Locked out", text.toString());
    Opinion opinion = OPINIONS.read("Locked out", text.toString());

    assertThat(
            PossibleNames.of(
                    text.toString(), rules, TwoReadings.request(rules, opinion, Set.of()), opinion)
                .names())
        .hasSizeLessThanOrEqualTo(8);
  }
}
