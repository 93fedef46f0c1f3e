package dev.latchkey.triage.remark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThanksReaderTest {
  private final ThanksReader reader = new ThanksReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thanks!",
        "OK, thanks anyway",
        "Thank you for your help.\n\nBest regards,\nDora Example",
        "Understood. Thank you all the same!\nDora",
        "Vielen Dank für Ihre Mühe, trotzdem.\nMit freundlichen Grüßen",
        "Merci quand même",
        "Thank you so much, it works again!",
        "Perfect!",
        "Muchas gracias por su ayuda, saludos",
        "\uD83D\uDC4D",
        "",
        "\uD83D\uDC4D Dora Example reacted via Gmail",
        "Liked \u201cYour request was declined\u201d",
        "Dora Example reacted to your message:\n\uD83D\uDC4D",
        "Loved \u201cWhere your request stands\u201d",
        "Muito obrigada pela ajuda!",
        "非常感谢",
        "ありがとうございました",
        "本当に助かります。ありがとうございます！",
        "先日は大変お世話になりました。おかげさまで元通りです。",
        "迅速なご対応をありがとうございました",
        "That helps a lot, thank you!",
        "You have helped us so much. Thanks!",
        "Das hilft mir sehr, danke!",
        "Sie haben mir wirklich sehr geholfen, vielen Dank",
        "Ça m'aide beaucoup, merci !",
        "Eso me ayuda mucho, gracias",
        "Isso ajudou imenso, obrigada!",
        "真的太有帮助了，非常感谢你们！",
        "帮了我大忙，谢谢",
        "❤️",
        "☺️",
        "👍🏽",
        "👨‍👩‍👧",
        "🇩🇪",
        "ℹ️ ✅",
        "💯🎉",
        "🙏 Thanks!",
        "❤️\n\nDora Example reacted via Gmail\n<https://www.google.com/gmail/about/>",
        "Dora Example hat über Gmail reagiert",
        "❤️ Dora Example a réagi via Gmail",
        "Dora Example ha reaccionado a través de Gmail",
        "Dora Example reagiu pelo Gmail",
        "Dora さんが Gmail でリアクションしました",
        "Dora Example 通过 Gmail 做出了回应",
        "👍 Dora Example reacted to your message:",
        "Dora Example reacted with ❤️ to your email",
        "Dora Example hat mit 👍 auf Ihre Nachricht reagiert:",
        "Reacted 👍 to “Approved, waiting until 5 March”",
        "Disliked “Your request was declined”",
        "Laughed at “Do you have recovery codes?”",
        "Emphasized “Approved”",
        "Loved “We have your request.\nIt is LK-1001.”",
        "Loved an image",
        "Removed a like from “Approved”",
        "👍 to “Approved, waiting until 5 March”",
        "Gefällt „Ihre Anfrage“",
        "A aimé « Votre demande »",
        "Le gustó “Su solicitud”",
        "Gostou de “O seu pedido”",
        "赞了“您的申请”",
        "「ご依頼」にいいねしました",
      })
  void thanksHoldNothingNew(String written) {
    assertThat(reader.nothingNew(written, List.of("Dora Example <dora@mail.example>"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thanks, but I still cannot log in.",
        "Thank you. I found my old phone.",
        "Thanks for nothing",
        "Thanks. And now?",
        "It still does not work",
        "Thanks, works not",
        "I am back",
        "OK",
        "yes",
        "Thanks\nHelp me get it back please",
        "Thank you, here it is: 3QTU-Y6Q5-5MBV-BCME",
        "No thanks to you I am still locked out",
        "Eve",
        "Danke, aber es geht nicht.",
        "1️⃣",
        "Nobody reacted to my message",
        "I reacted to your message yesterday, and nothing came",
        "Liked \"your service\" but I still cannot log in",
        "Loved it, and then my phone died",
        "👍 but the code does not work",
        "❤️ 3QTU-Y6Q5-5MBV-BCME",
        "Questioned “Approved”",
        "Liked “your letter” but my code is “gone”",
        "Gefällt „Ihre Anfrage“ nicht, mein Konto heißt „kim“",
        "Niemand hat reagiert",
        "助かりません。ありがとうございます",
        "ありがとうございますが、まだ入れません",
        "That does not help, thanks",
        "Das hilft mir nicht, danke",
        "谢谢，但是没有帮助",
        "ありがとうございます。待ってください",
      })
  void anythingElseIsSomethingNew(String written) {
    assertThat(reader.nothingNew(written, List.of("Dora Example <dora@mail.example>"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Vielen Dank für die schnelle Auskunft!\nD. Example",
        "Danke für die ausführliche Erklärung",
        "Thanks for the prompt reply!\n\nD. E.",
        "Merci pour ces informations rapides !",
        "Gracias por la rápida respuesta",
        "Obrigada pela explicação tão clara",
        "谢谢您及时的回复"
      })
  void praiseOfTheAnswerAndAnInitialAreThanks(String written) {
    assertThat(reader.nothingNew(written, List.of("Dora Example <dora@mail.example>"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Merci beaucoup Carl !!",
        "Thank you, Bob. That is kind.",
        "Danke, Frau Müller!",
        "Vielen Dank, Alice, das ist sehr nett!",
        "Gracias, Alice.",
        "Muito obrigada, Bob!",
        "田中様、ありがとうございました。",
        "谢谢您，Carl！",
        "Hi Carl, thanks a lot!",
      })
  void thanksToSomebodyByNameAreThanks(String written) {
    assertThat(reader.thanksSomebody(written, List.of())).isTrue();
    assertThat(reader.nothingNew(written, List.of())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thanks Bob, but when?",
        "Thanks Bob. It is still locked",
        "Thank you Bob. My name is Peter.",
        "Danke Bob, ich komme nicht rein",
        "Merci Carl, et pour mon autre compte ?",
        "Carl",
        "Thanks, Peter57",
      })
  void moreThanANameIsSomethingNew(String written) {
    assertThat(reader.thanksSomebody(written, List.of())).isFalse();
  }

  /** A mail of 12 MB of any signs is told by its length. */
  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "!", "👍 ", "\"", "thanks ", "\n\n", "<https://a.example> "})
  void noTextOfMegabytesIsLookedThrough(String sign) {
    String text = sign.repeat(6_000_000 / sign.length());

    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          assertThat(new ReactionReader().isTapped(text)).isFalse();
          assertThat(reader.nothingNew(text, List.of())).isFalse();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\uD83D\uDED1", "\uD83D\uDC4E", "\u26d4\ufe0f", "\u274c\u274c", "\uD83D\uDE45"})
  void aSignThatSaysNoIsNews(String written) {
    assertThat(reader.nothingNew(written, List.of())).isFalse();
    assertThat(reader.nothingNew("\uD83D\uDC4D", List.of())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pelletier-m, merci", "merci : pelletier-m", "pelletier.m thanks"})
  void aNameThatNobodySignsWithIsAnAnswer(String written) {
    assertThat(reader.nothingNew(written, List.of("M. Pelletier <mp@mail.example>"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Merci, Jean-Pierre", "Thanks!\nJean-Pierre Martin", "merci\nJean"})
  void aSignatureIsNone(String written) {
    assertThat(reader.nothingNew(written, List.of("Jean Pierre Martin <jp@mail.example>")))
        .isTrue();
  }
}
