package dev.latchkey.triage.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageReaderTest {
  private final LanguageReader reader = new LanguageReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Hello, I lost my phone and cannot log in any more.
          en | pypi nora2019
          en | Lost my phone with 2FA, account en1, codes lost
          en | locked out, phone gone
          en | account: handy2019
          de | Handy weg, 2FA weg, Konto de1, Codes verloren
          de | Passwort vergessen, Konto kim
          de | Ja zu beidem.
          fr | téléphone perdu, codes perdus, compte fr1
          fr | oui pour les deux
          fr | mot de passe oublié
          es | móvil perdido, contraseña olvidada, cuenta es1
          es | Sí a ambas
          pt | telemóvel perdido, senha esquecida, conta pt1
          pt | Sim, aceito.
          nl | telefoon weg, wachtwoord vergeten
          de | Hallo, ich habe mein Handy verloren und komme nicht mehr in mein Konto.
          fr | Bonjour, j'ai perdu mon téléphone et je ne peux plus accéder à mon compte.
          es | Hola, he perdido mi teléfono y no puedo entrar en mi cuenta.
          pt | Olá, perdi o meu telefone e não consigo entrar na minha conta.
          it | Buongiorno, ho perso il telefono e non riesco più ad accedere al mio account.
          nl | Hallo, ik ben mijn telefoon kwijt en kan niet meer in mijn account.
          sv | Hej, jag har tappat min telefon och kommer inte in på mitt konto.
          da | Hej, jeg har mistet min telefon og kan ikke komme ind på min konto, hvad gør jeg nu?
          nb | Hei, jeg har mistet telefonen og kommer ikke inn på kontoen, hva gjør jeg nå?
          fi | Hei, olen hukannut puhelimeni enkä pääse tilille, mutta minun sähköposti on ok.
          pl | Dzień dobry, zgubiłem telefon i nie mogę się zalogować na moje konto.
          cs | Dobrý den, ztratil jsem telefon a nemám přístup ke svému účtu.
          hu | Helló, elvesztettem a telefonomat és nem tudok belépni, mert nincs kódom.
          tr | Merhaba, telefonumu kaybettim ve hesabıma giremiyorum, bu benim için çok önemli.
          ro | Bună ziua, am pierdut telefonul și nu pot intra în contul meu.
          vi | Xin chào, tôi bị mất điện thoại và không vào được tài khoản của tôi.
          id | Halo, saya kehilangan ponsel dan tidak bisa masuk ke akun saya.
          ru | Здравствуйте, я потерял телефон и не могу войти в аккаунт.
          uk | Добрий день, я загубив телефон і не можу увійти до облікового запису.
          el | Γεια σας, έχασα το κινητό μου.
          zh | 您好，我的手机丢了，无法登录账号。
          ja | 携帯電話をなくして、ログインできません。
          ko | 휴대폰을 잃어버려서 로그인할 수 없습니다.
          he | שלום, איבדתי את הטלפון שלי.
          ar | مرحبا، لقد فقدت هاتفي ولا أستطيع الدخول.
          th | สวัสดี ฉันทำโทรศัพท์หาย เข้าสู่ระบบไม่ได้
          """)
  void languageIsTold(String language, String text) {
    assertThat(reader.read(text)).isEqualTo(language);
  }

  @Test
  void formInEnglishDoesNotHideTheLanguageOfItsAnswer() {
    String form =
        """
        ## Account name
        nora2019
        ## Reason
        手机丢了，恢复码也没有
        ## Code of conduct
        - [x] I agree to follow it
        """;
    assertThat(reader.read(form)).isEqualTo("zh");
  }

  @Test
  void nameInAnotherScriptIsNoLanguage() {
    assertThat(reader.read("I cannot log in. Please help me with it.\n\n李娜")).isEqualTo("en");
  }

  @Test
  void emptyTextIsEnglish() {
    assertThat(reader.read("")).isEqualTo("en");
  }

  @ParameterizedTest
  @CsvSource({
    "fr, 'Je réponds de nouveau en français, parce que mon anglais est mauvais.'",
    "de, 'Ja, das war ich, und ich habe den Code jetzt noch einmal geschickt.'",
    "en, 'I am sorry, here is the code that you asked for.'",
    "ja, 何時間待てばいいのですか？",
    "zh, 请问还要等多久？我已经回复了。"
  })
  void whoWritesOnInAnotherLanguageIsHeard(String language, String text) {
    assertThat(reader.plainly(text)).contains(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "6OJB-4UVP-DPVM-NNCB",
        "thanks, here it is",
        "Danke!",
        "dora",
        "ok, 1. yes 2. no"
      })
  void fewWordsAreOfNoLanguageForCertain(String text) {
    assertThat(reader.plainly(text)).isEmpty();
  }
}
