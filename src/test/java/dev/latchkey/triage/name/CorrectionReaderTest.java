package dev.latchkey.triage.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionReaderTest {
  private static String told(String written, @Nullable String named, String before) {
    return CorrectionReader.read(
            written.replace(" / ", "\n"),
            Optional.ofNullable(named).filter(name -> !name.isEmpty()),
            before)
        .map(it -> it.name() + (it.sure() ? "" : "?"))
        .orElse("");
  }

  /** A common first name is found where nothing but a name can stand. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Oh Quatsch, sorry, das Konto heisst max, nicht moritz! moritz ist mein Bruder",
        "Nein, ich meinte das Konto max!! nicht moritz",
        "sorry, the account is max, not moritz",
        "Not moritz but max please.",
        "I meant max, not moritz!",
        "Pardon, le compte s'appelle max, pas moritz",
        "La cuenta se llama max, no moritz",
        "A conta chama-se max, não moritz",
        "不是moritz，是max",
        "moritzではなくmaxです",
      })
  void aFirstNameTakesThePlaceOfTheOneThatIsDenied(String written) {
    assertEquals("max", told(written, null, "moritz"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "das Konto gehört mir, nicht moritz",
        "It is not moritz who lost the phone but his son.",
        "Please do not write to moritz, my account is locked.",
        "moritz is my account, not my password",
        "ich habe nicht moritz gefragt, sondern Sie",
        "the account is fine, not broken",
      })
  void otherWordsDoNot(String written) {
    assertEquals("", told(written, null, "moritz"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Beide natürlich! Ich meine meins ist vara und seins peter57. | peter57",
        "Both of course! Mine is vara, his is peter57. | peter57",
        "Übrigens mein Mann Peter hat dasselbe Problem, Konto peter57; meines ist vara | peter57",
        "Le mien c'est vara, le sien c'est pierre57 | pierre57",
        "La mía es vara y la suya es pedro57 | pedro57",
        "A minha é vara, a dele é pedro57 | pedro57",
        "我的是vara，他的是peter57 | peter57",
        "私のはvara、彼のはpeter57です | peter57"
      })
  void whoNamesTheirOwnBesideAnotherMeansTheirOwn(String written, String named) {
    assertEquals("", told(written, named, "vara"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Meins ist vera, seins ist vara.",
        "Mine is vera, hers is vara.",
        "Le mien est vera, le sien est vara.",
        "La mía es vera, la suya es vara."
      })
  void theirOwnOfTwoIsTheAccount(String written) {
    assertEquals("vera", told(written, null, "vara"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"both", "Beide!", "les deux", "las dos", "ambos", "as duas", "両方", "两个"})
  void bothIsNoChoice(String answer) {
    assertEquals(true, CorrectionReader.isBoth(answer));
    assertEquals(false, CorrectionReader.isBoth("vera"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3. yes. And the name is vera, not vara, please change it. I only mistyped! | vera | vera",
        "Yes, I understand that. / The account is vera. | vera | vera",
        "No code has come. You still write vara. My account name is vera, V-E-R-A. Vera|vera|vera",
        "Oh, a typo in my mail just now: the account is vera, not vara. Sorry! / Vera | vera | vera",
        "Entschuldigung, das Konto heißt vera, nicht vara. | | vera",
        "Tippfehler: vera statt vara. | | vera",
        "vera, not vara | | vera",
        "it's vera not vara | | vera",
        "Sorry, not vara but vera. | | vera",
        "Désolé, mon compte est vera et non vara. | vara | vera",
        "Perdón, la cuenta se llama vera, no vara. | | vera",
        "Desculpe, a conta é vera, não vara. | | vera",
        "すみません、アカウント名は vara ではなく vera です。 | vera | vera",
        "varaではなくveraです。 | | vera",
        "抱歉，账号写错了，不是 vara，是 vera。 | | vera",
        "I wrote the wrong username, it should be vera | | vera",
        "Correction: vera | | vera",
        "Ich habe mich vertippt, richtig ist vera | | vera",
        "Die Schreibweise ist falsch, richtig ist vera mit e | | vera",
        "You still write vara. It must be vera. | | vera",
        "Actually I meant vera instead of vara. | | vera",
        "My account is called ostrich-farm, not vara. | ostrich-farm | ostrich-farm",
        "Me equivoqué de cuenta: es vera. | | vera"
      })
  void aNameInThePlaceOfAnotherIsRead(String written, String named, String meant) {
    assertEquals(meant, told(written, named, "vara"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It is vara, not vera, whatever my colleague wrote. | vara",
        "No code has come for vara. / Vera | ",
        "Sorry, I made a mistake with the list: 1. never made 2. yes / Vera | ",
        "I have a second account, vera2, can I use that one meanwhile? | vera2",
        "My colleague Kim's account is kim, she can vouch for me | kim",
        "When does the code come? My project is vera-tools. | ",
        "I cannot do the branch after all, the repository is locked. | ",
        "Nobody else was in my account, not even my brother. | ",
        "1. never made / 2. yes / 3. yes | ",
        "vera@mail.example is my address, and that is spelled wrong in your mail | "
      })
  void whatNamesNoOtherAccountIsLeftAlone(String written, String named) {
    assertEquals("", told(written, named, "vara"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "My account is ostrich-farm and no code came. | ostrich-farm | ostrich-farm?",
        "Mein Konto heißt ostrich-farm. | ostrich-farm | ostrich-farm?",
        "Is my account perhaps vera? | vera | vera?",
        "I made a mistake in what I sent you, so it may vary | | vary?"
      })
  void whereItIsUnclearTheyAreAsked(String written, String named, String meant) {
    assertEquals(meant, told(written, named, "vara"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 yes, but my account is not Omar, that is my first name. It's called omark|omark|omark",
        "3. Yes. / Please correct the account name: it is omar-k, not Omar.|omar-k|omar-k",
        "Yes. / Regards, / Omar||"
      })
  void aFirstNameIsNoAccount(String written, String named, String meant) {
    assertEquals(meant == null ? "" : meant, told(written, named, "Omar"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "da hab ich mich vertippt, das Konto heißt natürlich otto|oto|otto",
        "sorry, typo, it's 'kimb' not 'kim'|kim|kimb",
        "pardon, c'est leon et pas leo, faute de frappe|leo|leon",
        "el usuario correcto es luisa|luis|luisa",
        "Autant pour moi, le compte s'appelle chloée.|chloe|chloée",
        "Bitte vergessen Sie juergen, richtig wäre jürgen1.|juergen|jürgen1",
        "Ups, ich war zu schnell: mit C, also carni.|karni|carni?",
        "ah wait, there is a dash in it: blue-fox|bluefox|blue-fox?",
        "Falta el guion bajo: marta_z|martaz|marta_z?",
        "最後の u が抜けていました。satou です。|sato|satou?",
        "漏了一个n，是 chenn|chen|chenn?",
        "oops fat fingers - it is brightwater, with an e|brightwatr|brightwater?",
        "Sorry, verschrieben: tannenzapf, mit zwei n.|tanenzapf|tannenzapf",
        "Desculpem o dedo gordo, é oliviera-m, com i.|olivera-m|oliviera-m",
        "Aïe, j'ai mal tapé, c'est dupontel avec un e.|dupontl|dupontel",
        "My project is brightwaters, with an s.|brightwater|",
        "oops, one 1 too few: my account is josh11|josh1|josh11?",
        "Mir fehlt nur der Zettel.|kode|",
        "I left off there yesterday. Sam, him and I wait.|kim|"
      })
  void aSlipOfTheHandIsReadInShortNamesToo(String written, String before, @Nullable String meant) {
    assertEquals(meant == null ? "" : meant, told(written, null, before));
  }

  @Test
  void aSignatureIsNoCorrection() {
    assertEquals("", told("I made a mistake with the list. / Omar", null, "omark"));
  }

  @Test
  void digitsTellAccountsApart() {
    assertTrue(NameSlip.slipOfLetters("vara", "vera"));
    assertFalse(NameSlip.slipOfLetters("vera1", "vera2"));
    assertFalse(NameSlip.slipOfLetters("kim", "tim"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not lena-m, it's lenam.",
        "Nicht lena-m, sondern lenam.",
        "Ce n'est pas lena-m, c'est lenam.",
        "No es lena-m sino lenam.",
        "Não é lena-m, é lenam.",
        "lena-m ではなく lenam です。",
        "不是 lena-m，是 lenam。",
        "I misspelled my username, it ends in y.",
        "Der Benutzername war falsch geschrieben, richtig ist lena_m."
      })
  void aNameIsPutRightWhateverItWas(String written) {
    assertTrue(CorrectionReader.says(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not yet, it is still broken.",
        "Is it lena-m or lenam?",
        "That should be done by now.",
        "Mein zweites Konto war falsch geschrieben.",
        "Es ist nicht so, wie Sie meinen."
      })
  void nothingIsPutRight(String written) {
    assertFalse(CorrectionReader.says(written));
  }
}
