package dev.latchkey.triage.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.BodyText;
import dev.latchkey.triage.reply.ReplyTrimmer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences of this project's own, some of each kind in each language. */
class OwnerAnswerReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Give it to her? Over my dead body.",
        "Not on your life.",
        "Nur über meine Leiche.",
        "Kommt gar nicht infrage!",
        "Plutôt mourir.",
        "Por encima de mi cadáver.",
        "Nem morto.",
        "想都别想。"
      })
  void anIdiomThatRefusesObjects(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.OBJECTS);
    assertThat(reader.refuses(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Will you close it over my dead body? I don't understand the question.",
        "Attendre encore, c'est hors de question ? Je ne comprends pas.",
        "My late aunt used to say over my dead body whenever anybody asked her for money."
      })
  void anIdiomInAQuestionOrAStoryRefusesNothing(String words) {
    assertThat(reader.refuses(words)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"はいと言うように頼まれましたが、何のことか分かりません。", "はいと答えろと言われました。"})
  void aYesTheyWereToldToSayIsNone(String words) {
    assertThat(reader.read(words)).isNotEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It was me, because the dog ate everything.",
        "Ich war's, weil mein Arm in Gips ist, seit Montag.",
        "C'est moi, parce que mon mari est parti avec tout.",
        "Fui yo. Por eso les llega de otro lado.",
        "Sim, fui eu, já que o barco afundou.",
        "是我申请的,因为我的包掉海里了。",
        "Yes, that was me. I can't get into my old mailbox any more.",
        "That is correct, I submitted it. I no longer work there, hence the new one.",
        "Sí, la hice yo; al mío no puedo entrar.",
        "Sim, fui eu. Não consigo abrir o meu email antigo.",
        "是我申请的。原来的邮箱登不上了。",
        "Ja, das war ich. Mein Handy geht nicht mehr."
      })
  void whyTheyAskedTakesNoYesBack(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes, that was me, because I am so forgetful, and I am the Queen of England.",
        "Yes, because I was told to on the phone by your support.",
        "Ja, aber nur weil mein Mann das will.",
        "Yes, because your support called me.",
        "It was me. I cannot approve it.",
        "Das war ich. Weitergeben dürfen Sie es nicht."
      })
  void aReasonThatRestrictsIsForAPerson(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.UNCLEAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes please give it to her, she's taking over the package from me",
        "He can have the account, I've left the project",
        "He's my successor, please let him have access.",
        "Ja, das Konto kann er haben.",
        "Vous pouvez le lui confier.",
        "Passt, gebt es ihm ruhig, er macht das Projekt jetzt weiter",
        "Sie darf es haben, wir haben das so besprochen",
        "Vous pouvez lui donner l'accès, elle reprend le projet après moi",
        "Por mí perfecto, dénsela a ella",
        "Pode passar para ele, está tudo combinado entre nós",
        "彼女に引き継いでもらうことになっていますので、どうぞ進めてください。",
        "可以的，给她吧，以后由她来维护",
        "そうです、私が頼みました。",
        "Stimmt so, ich habe das gestern angeleiert."
      })
  void whoGivesItToAnotherAgrees(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please don't give it to her",
        "Gebt ihr das Konto nicht.",
        "Ne lui donnez pas le compte",
        "Ni se les ocurra dársela",
        "Don't you dare give it to her",
        "I'd rather keep my account.",
        "Das Konto bleibt bei mir",
        "Prefiero quedarme con la cuenta.",
        "自分で持っていたいです。",
        "我想自己留着"
      })
  void whoDoesNotGiveItObjects(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He says he may have it",
        "Give it to her once I've called you.",
        "If you give it to him I will go to the police",
        "he may have guessed my password",
        "Give it to her and I'll see you in court",
        "Sure, give it to her, everybody takes what they like anyway",
        "彼に渡していただいては困ります",
        "That was me, I want to keep my account"
      })
  void whatGivesItOnlyPerhapsIsForAPerson(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.UNCLEAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "She told me to say yes, it was me",
        "Sie sagte, ich soll ja sagen: ich war das",
        "On m'a demandé de dire oui, c'est moi",
        "Me pidieron que dijera que sí, fui yo",
        "はいと言うように頼まれました",
        "他让我说同意，是我"
      })
  void aYesThatTheyWereToldToSayIsNone(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.UNCLEAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It was not me, because I can log in.",
        "Ich habe das nicht beantragt, weil ich alles habe.",
        "No he sido yo porque no puedo entrar.",
        "It was not really me.",
        "Non, ce n'était vraiment pas moi.",
        "Eso no fui realmente yo.",
        "Anúlenla ya.",
        "Rechácenlo, por favor.",
        "No, anulen eso.",
        "Einspruch.",
        "Das ist hinter meinem Rücken passiert.",
        "Someone else, who else would it be! It was not me."
      })
  void aDenialWithAReasonIsOne(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "That was really only me.",
        "Das war schon ich.",
        "C'était vraiment moi.",
        "Fui realmente yo.",
        "Who else would it be? It's me.",
        "Wer denn sonst? Das war ich.",
        "Quem mais seria? Fui eu.",
        "¿Quién más va a ser? Fui yo.",
        "Qui voulez-vous que ce soit ? C'est moi.",
        "Mein Assistent hat das in meinem Auftrag eingereicht, bitte fortfahren.",
        "My secretary sent it at my request.",
        "Hat seine Richtigkeit.",
        "お問い合わせの件、私本人によるものです。"
      })
  void aYesMayBeSaidWithEmphasis(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Whatever happens, do not stop the recovery, I still need it.",
        "Por favor no la anulen.",
        "No lo bloqueen.",
        "Surtout ne classez pas mon dossier.",
        "Não arquivem o meu pedido.",
        "どうか打ち切らないでください。"
      })
  void whoAsksUsNotToStopDoesNotObject(String words) {
    assertThat(reader.leaning(words).goesOn()).isTrue();
    assertThat(reader.read(words)).isNotEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"No, anulen eso.", "Don't stop, it was not me who asked.", "Go on."})
  void whoDeniesOrOnlyUrgesDoesNotAskForThat(String words) {
    assertThat(reader.leaning(words).goesOn()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "唔係我。唔好批。",
        "我冇申請過，唔好畀佢入。",
        "Não autorizo",
        "No autorizo nada.",
        "JAMAIS DE LA VIE",
        "Das genehmige ich nicht.",
        "NEIN. Weder habe ich Ihnen geschrieben, noch bin ich in Lissabon.",
        "Je ne vous ai jamais écrit.",
        "Yo no les he escrito.",
        "Não vos escrevi nada.",
        "Niéguense, se lo ruego."
      })
  void whoGivesNoLeaveOrNeverWroteObjects(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm not authorised to change the DNS.",
        "Entschuldigung, dass ich Ihnen so lange nicht geschrieben habe.",
        "唔該晒，搞掂喇。",
        "No me autoriza la página a entrar."
      })
  void whoMayNotDoAThingOrWritesLateDoesNot(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.UNCLEAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes, it was me who asked. Sorry if it seems suspicious, I used my neighbour's computer.",
        "That was me. I used the library's computer, hence the strange address. Go ahead.",
        "Ja, das war ich. Die komische Absenderadresse gehört meinem Bruder.",
        "Der Antrag ist von mir, auch wenn die Uhrzeit seltsam wirkt.",
        "Keine Sorge, das stammt aus meiner Feder, ich habe es vom Rechner meiner Tochter geschrieben.",
        "Oui c'est moi qui ai demandé. Je sais que ça a l'air louche, mon ordinateur est en panne.",
        "Sí, fui yo. Sé que suena raro, pero la solicitud es mía.",
        "Fui eu que pedi, no sábado, no hotel.",
        "私が申請しました。怪しく見えたかもしれませんが、本人です。"
      })
  void thatTheirMailLooksOddToUsIsNoDoubt(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes, I asked. But there is a strange phone in my list.",
        "Yes, that was me. There is a strange device in my account.",
        "It seems odd that you ask. I would check who that is.",
        "Ja, das war ich. Die fremde Anmeldung aber nicht.",
        "Oui c'est moi, mais il y a un appareil suspect dans ma liste."
      })
  void whatIsOddToThemIsForAPerson(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.UNCLEAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"請勿放行", "别放行", "Bitte nicht durchwinken.", "Não liberem isso.", "如果看起来可疑，请停止。"})
  void whoIsNotToBeLetThroughIsObjectedTo(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please let nobody in.",
        "Don't let him in.",
        "No le den acceso a nadie.",
        "Não liberem nada.",
        "Bitte niemanden reinlassen.",
        "Ne donnez pas suite, s'il vous plaît.",
        "I want this turned down.",
        "却下でお願いします。",
        "千万别批。"
      })
  void whomNobodyIsToLetInTheyObjectTo(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "They do not let me in.",
        "No me dejan entrar, por eso les escribí.",
        "Man hat mich nicht reinlassen wollen.",
        "You would not let us in either."
      })
  void whoIsNotLetInOrdersNothing(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.UNCLEAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It was me who asked, on Sunday. The new address in it is nothing that I know.",
        "It was me who asked. I did not name the second address in it.",
        "That was me, but the rest is not from me.",
        "Das war ich. Die zweite Adresse darin kenne ich nicht."
      })
  void aYesBesideADenialIsForAPerson(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.UNCLEAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fine by me, it was me.",
        "That is okay with me, the request is mine.",
        "Ist in Ordnung, das war ich.",
        "Estoy de acuerdo, fui yo.",
        "Je suis d'accord, c'est ma demande.",
        "Estou de acordo, fui eu.",
        "異論はありません。私です。",
        "没问题，是我。"
      })
  void whatIsFineWithThemTheyAgreeTo(String words) {
    assertThat(new OwnerAnswerReader().read(words)).isEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "That is not fine by me.",
        "Das geht nicht in Ordnung, einverstanden bin ich nicht.",
        "No estoy de acuerdo.",
        "Não estou de acordo."
      })
  void whatIsNotFineWithThemTheyObjectTo(String words) {
    assertThat(new OwnerAnswerReader().read(words)).isEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fine by me if my wife agrees.",
        "Fine by me, but wait until Friday.",
        "Is that fine by me?",
        "Le code est refusé."
      })
  void whatIsFineOnlyPerhapsIsForAPerson(String words) {
    assertThat(new OwnerAnswerReader().read(words)).isEqualTo(OwnerAnswer.UNCLEAR);
  }

  /** "No worries" is no "no": what calms us denies nothing, and agrees to nothing by itself. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "No worries, I filed that request myself.",
        "Not to worry, it was only me trying to get back in.",
        "That was my doing, sorry for the noise.",
        "Don't worry, that was me on the train.",
        "That's my request, everything's in order.",
        "Keine Sorge, das war ich selber.",
        "Ja, das war ich selber, von der Firmenadresse aus. Macht ruhig weiter.",
        "Das stimmt so, hab ich angestoßen. Gerne weiter.",
        "Ne vous inquiétez pas, c'était moi.",
        "Oui, c'est bien moi qui ai demandé, allez-y.",
        "Je suis à l'origine de la demande, vous pouvez y aller.",
        "No se preocupen, la petición la hice yo.",
        "Não se preocupem, fui eu que pedi.",
        "心配なく、私が出しました。",
        "没事,是我自己提交的。",
        "申请是我发的,可以继续。",
        "是我弄的,谢谢提醒。",
      })
  void whatCalmsUsStandsBesideAYes(String words) {
    assertThat(new OwnerAnswerReader().read(words)).isEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No worries.",
        "Don't worry.",
        "No problem.",
        "No rush.",
        "Keine Sorge.",
        "Ne vous inquiétez pas.",
        "No hay problema.",
        "Não se preocupem.",
        "没事。",
        "心配しないでください。",
        "Don't worry about me, worry about who wrote that.",
        "It was me, I have no problem to get in.",
        "Ja, das war ich, kein Problem mit dem Einloggen.",
        "Oui, aucun problème pour me connecter.",
      })
  void whatOnlyCalmsUsIsForAPerson(String words) {
    assertThat(new OwnerAnswerReader().read(words)).isEqualTo(OwnerAnswer.UNCLEAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Don't worry, I did not request it.",
        "It was not just me, it was not me at all.",
        "Esto es una estafa y ni la hice yo ni la voy a consentir.",
        "Je ne suis pas à l'origine de cette demande.",
        "Não fiz eu, ni lo hice yo.",
        "No worries, but it was not me.",
        "Keine Sorge, das war ich selber nicht.",
        "Bei mir ist alles in Ordnung, ich habe bei euch nichts bestellt.",
        "Ne vous inquiétez pas, ce n'était pas moi.",
        "No se preocupen, no la hice yo.",
        "Não se preocupem, não fui eu.",
        "心配なく、私ではありません。",
        "没事,不过不是我发的。",
        "不是我自己提交的。",
      })
  void whatCalmsUsTakesNoDenialBack(String words) {
    assertThat(new OwnerAnswerReader().read(words)).isEqualTo(OwnerAnswer.OBJECTS);
  }

  /** "Pretending to be me" holds "be me", and says the contrary. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Someone is pretending to be me.",
        "That person is posing as me.",
        "Da gibt sich einer für mich aus.",
        "Der will sich als mich ausgeben.",
        "Il essaie de se faire passer pour moi.",
        "Alguien se está haciendo pasar por mí.",
        "Alguien se hizo pasar por mí.",
        "Alguém está se fazendo passar por mim.",
        "私のふりをしている人がいます。",
        "有人假装是我。",
        "Estão a fazer-se passar por mim.",
        "Quelqu'un passe pour moi.",
        "Some person says he is me.",
      })
  void whoeverPassesForThemIsNotThem(String words) {
    assertThat(new OwnerAnswerReader().read(words)).isEqualTo(OwnerAnswer.OBJECTS);
  }

  /** Why an answer comes late restricts nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "会社のメールなので金曜日まで見られませんでした。",
        "I couldn't read my work mail until Friday.",
        "Ich konnte die Firmenmail nicht lesen, bevor ich zurück war.",
        "Je n'ai pas pu lire ma messagerie avant de rentrer.",
        "No pude leer el correo hasta que volví.",
        "Não consegui ver o email antes de hoje.",
        "不过我之前没看到邮件。",
      })
  void beingLateIsNoDoubt(String words) {
    assertThat(new OwnerAnswerReader().speaksAgainst(words)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Do nothing until I could read the contract.",
        "though only if you tell me who asked",
        "bitte nichts ändern, bevor Sie mich anrufen",
        "金曜日まで何もしないでください。",
        "但我想知道是谁申请的",
      })
  void whatRestrictsItIs(String words) {
    assertThat(new OwnerAnswerReader().speaksAgainst(words)).isTrue();
  }

  /** Where a person is, or what is theirs, says nothing of who asked; nor does whoever wonders. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Komisch, gerade bin ich eingeloggt und mein Handy liegt hier.",
        "Gestern war ich in Berlin.",
        "Merkwürdig, hier bin ich noch drin.",
        "Estranho, estou logado agora mesmo e meu celular está aqui.",
        "Entrei hoje de manhã e meu celular funciona.",
        "Passei a tarde em casa e minha senha está certa.",
        "变成这样很奇怪，我本人一直在登录",
        "我本人每天都在用。",
        "Yes, odd, that was me.",
        "help me!!!",
        "Aidez moi",
        "Call me.",
        "Hilft mir",
        "Call me, somebody",
        "Sí, fui yo, pero tengan cuidado.",
        "Oui, c'était moi, méfiez-vous quand même.",
      })
  void whoWondersOrIsSomewhereSaysNoYes(String words) {
    assertThat(new OwnerAnswerReader().read(words)).isEqualTo(OwnerAnswer.UNCLEAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O pedido é meu.",
        "É minha sim, podem seguir.",
        "Ja, bin ich.",
        "Das bin ich.",
        "这是我本人申请的",
        "当然是我啊!",
        "是我本人没错",
        "Ja, das bin ich selbst.",
        "Klar war ich das.",
        "I have nothing against it.",
        "No objections at all.",
        "Ich hab nichts dagegen.",
        "No tengo nada en contra.",
        "Je n'ai rien contre.",
        "Não tenho nada contra.",
        "我没有异议。",
        "異存はありません。",
      })
  void whatIsTheirsOrDeniesAnObjectionIsAYes(String words) {
    assertThat(new OwnerAnswerReader().read(words)).isEqualTo(OwnerAnswer.AGREES);
  }

  /** Whoever wonders denies as well as anybody. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Vorsicht das war ich nicht",
        "be careful that was not me",
        "Weird that I never asked for this",
        "qué raro que yo no pedí nada",
        "おかしい、私ではありません",
        "我没有申请，太奇怪了",
        "O pedido não é meu.",
        "on essaie de me voler mon compte !!! aidez moi",
      })
  void whoWondersMayDeny(String words) {
    assertThat(new OwnerAnswerReader().read(words)).isEqualTo(OwnerAnswer.OBJECTS);
  }

  private final OwnerAnswerReader reader = new OwnerAnswerReader();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not me",
        "NOT ME!!",
        "It certainly was not me.",
        "I never asked for any of this.",
        "Nobody here requested a reset, please reject it.",
        "Somebody else is after my account.",
        "Please do not give them access.",
        "No.",
        "I know nothing about a recovery.",
        "Nein, das war ich ganz sicher nicht.",
        "Ich habe nichts beantragt.",
        "Bitte sofort sperren!",
        "Das ist Betrug.",
        "Ce n'était pas moi.",
        "Je n'ai rien demandé.",
        "Annulez tout, s'il vous plaît.",
        "Yo no fui, no he solicitado nada.",
        "Cancelen esto, por favor.",
        "Não fui eu quem pediu.",
        "Nunca solicitei isso.",
        "这不是我申请的,请取消。",
        "我没有提交过任何请求。",
        "私ではありません。止めてください。",
        "身に覚えがありません。",
        "To nie ja!",
        "Dat was ik niet.",
        "Ich nicht.",
        "Nicht ich!",
        "Please halt it.",
        "Halt! Nicht zurücksetzen!",
        "Ich hab nichts gemacht.",
        "I have not done this.",
        "I did not initiate this.",
        "I did not do this and do not need it.",
        "I do not need it and I did not do it.",
        "I do not see why I should: I did not do this."
      })
  void thisObjects(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes, that was me.",
        "yes",
        "It was me. Please do not stop it.",
        "I asked for this on Monday, thank you.",
        "That's right, I requested it.",
        "I can confirm.",
        "Ja, das war ich.",
        "Ich habe das beantragt. Bitte nicht abbrechen!",
        "Oui, c'est bien moi.",
        "C'est moi, n'annulez pas.",
        "Sí, fui yo.",
        "Fui yo, no lo cancelen.",
        "Sim, fui eu. Não cancelem, por favor.",
        "是我本人,请不要取消。",
        "はい、私です。止めないでください。"
      })
  void thisAgrees(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "主人が今日になって、やっぱり自分でできたと言っています。",
        "田中は自分で解決したそうです。",
        "自分でログインできたようです",
        "もう自分で直しました",
        "息子が自分で設定し直したとのことです",
        "Yes, this is my account. I want that request gone.",
        "Yes, my account.",
        "Yes, that is my address.",
        "Yes, it is my account. Who asked?",
        "Yes, it was me, but I changed my mind.",
        "It was me. I changed my mind.",
        "Yes. Call me before you do anything.",
        "Yes, that was me. Please get rid of it.",
        "Yes, I asked for it. I want to take it back.",
        "Ja, mein Konto.",
        "Ja, das ist mein Konto. Die Anfrage soll weg.",
        "Ja, das war ich. Ich habe es mir anders überlegt.",
        "Oui, c'est mon compte. Supprimez cette demande.",
        "Oui, mon compte.",
        "Oui, c'était moi, mais j'ai changé d'avis.",
        "Sí, es mi cuenta. Eliminen esa solicitud.",
        "Sí, mi cuenta.",
        "Sí, fui yo. Cambié de opinión.",
        "Sim, é a minha conta. Apaguem o pedido.",
        "Sim, minha conta.",
        "Sim, fui eu. Mudei de ideia.",
        "是的,是我的账号。请撤销这个申请。",
        "是的,是我的账号。",
        "是我申请的,不过我改变主意了。",
        "はい、私のアカウントです。その依頼は破棄してください。",
        "はい、私です。でも気が変わりました。"
      })
  void aYesToSomethingElseOrTakenBackIsNone(String words) {
    assertThat(reader.read(words)).isNotEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes, it is my account and I asked for the reset.",
        "Yes, my account, that was me.",
        "Yes, go ahead, it is my account.",
        "Ja, das ist mein Konto, und ich habe das beantragt.",
        "Oui, c'est mon compte et c'est moi qui ai demandé.",
        "Sí, es mi cuenta y fui yo.",
        "Sim, é a minha conta e fui eu.",
        "是我的账号,是我申请的。",
        "はい、私のアカウントで、私が依頼しました。"
      })
  void aYesThatAlsoNamesTheAccountIsOne(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What is this about?",
        "I am not sure, it might have been me.",
        "Is this phishing?",
        "Should I stop it?",
        "Did my colleague ask for that?",
        "Where do I find the code?",
        "Thank you.",
        "I did not get the code.",
        "Please remove me from your list.",
        "Yes. Wait, which account is that about?",
        "If it was me, I have forgotten it.",
        "I asked for it, but meanwhile I found my phone.",
        "Worum geht es?",
        "Vielleicht war ich das, ich weiß nicht.",
        "De quoi s'agit-il ?",
        "¿De qué se trata?",
        "Do que se trata?",
        "这是什么?",
        "何のことですか?",
        "Je ne comprends pas, c'est quoi ce code ? Je n'ai rien fait d'autre que vous écrire.",
        "I have done nothing except lose a phone.",
        "Ich habe nichts anderes gemacht als Ihnen zu schreiben.",
        "No hice nada más que escribirles.",
        "Ich nicht mehr verstehen, mein Deutsch schlecht. Ich wollen Konto zurück bitte.",
        "I do not need it any more.",
        "I did not need it in the end.",
        "I do not know how to do it.",
        "I did not get it, and I do not see it anywhere.",
        "I did not mean this account.",
        "Ya no lo necesito.",
        "No lo tengo.",
        "Não recebi o código.",
        "Je n'ai rien reçu.",
        "我不需要了。"
      })
  void thisIsForAPerson(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.UNCLEAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yeah sure, I asked for that. And I'm the Queen of England.",
        "Yes it was me. I'd like to know who else was there, though.",
        "Of course it was me. Just like I sold you that bridge last year.",
        "Sure, I requested this. In my sleep, presumably.",
        "Yes, that was me. \uD83D\uDE44",
        "Yes, I did ask. Nice try.",
        "Ja klar war ich das. Und morgen fliege ich zum Mond.",
        "Ja, das war ich, und der Papst ist evangelisch.",
        "Ja, natürlich, das hab ich beantragt. Wer's glaubt, wird selig.",
        "Das war ich. Mich würde allerdings interessieren, was ihr da treibt.",
        "Ja, ich war das. Träumt weiter!",
        "Bien sûr que c'est moi... dans vos rêves.",
        "Oui oui, c'est moi, et la marmotte met le chocolat dans le papier.",
        "Oui, c'est bien moi. Et moi je suis la reine d'Angleterre.",
        "C'était moi, évidemment. Comme d'habitude, c'est toujours la faute du chat.",
        "Oui, c'est moi. J'aimerais quand même voir la liste des connexions d'hier.",
        "Claro que fui yo. Y yo soy Napoleón.",
        "Sí, fui yo, y los burros vuelan.",
        "Sí, lo pedí yo. Ni en sueños.",
        "Fui yo, por supuesto. Cuéntenme otra de vaqueros.",
        "Sí, yo mismo. Quisiera ver la lista de quienes entraron ayer.",
        "Claro que fui eu. E eu sou o Pelé.",
        "Sim, fui eu, e as galinhas têm dentes.",
        "Sim, pedi eu. Conta outra.",
        "Fui eu, com certeza. Só nos vossos sonhos.",
        "Sim, fui eu. Queria saber o que fizeram ontem, no entanto.",
        "是我申请的。我还是秦始皇呢。",
        "对,是我,太阳从西边出来了。",
        "是我本人。你们做梦吧。",
        "当然是我。真会编故事。",
        "是的,是我申请的。我想知道还有谁进去过。",
        "はい、私です。寝言は寝て言ってください。",
        "はい、私が依頼しました。明日は槍が降りますね。",
        "私です。なんて言うと思いましたか。",
        "そうです、私です。ついでに火星の王様です。",
        "はい、私です。ほかに誰が入ったのか知りたいです。"
      })
  void aYesThatIsMockedOrAsksForMoreIsNone(String words) {
    assertThat(reader.read(words)).isNotEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes, that was me. My laptop fell into the lake.",
        "Hello, yes, I asked for it, thanks for checking.\nKim",
        "Yes, it was me. Please go on.",
        "It was me, I am locked out since Friday. Best wishes from Leeds",
        "That was me, for the account kimtools.",
        "Ja, das war ich. Mein Handy ist in den Fluss gefallen.",
        "Guten Morgen, ja, ich habe das beantragt, danke der Nachfrage.\nTheo",
        "Ja, das war ich. Bitte machen Sie weiter.",
        "Das war ich, ich bin seit Freitag ausgesperrt. Viele Grüße aus Linz",
        "Oui, c'est bien moi. Mon téléphone est tombé dans la rivière.",
        "Bonjour, oui, c'est moi qui ai demandé, merci de vérifier.\nZoé",
        "Oui, c'était moi. Continuez, s'il vous plaît.",
        "Sí, fui yo. Se me rompió el móvil.",
        "Buenos días, sí, lo pedí yo, gracias por preguntar.\nInés",
        "Sí, fui yo. Sigan adelante, por favor.",
        "Sim, fui eu. Perdi o telemóvel na segunda.",
        "Bom dia, sim, fui eu, obrigado pelo cuidado.\nRui",
        "Sim, fui eu. Podem continuar.",
        "是我申请的。我的手机摔坏了。",
        "你好,是我,谢谢确认。",
        "是我本人,请继续办理。",
        "はい、私です。スマホが壊れました。",
        "お世話になっております。はい、私です。よろしくお願いします。",
        "はい、私です。続けてください。",
        "はい、私が申請しました。間違いありません。\n\n黒田",
        "是本人申请的，请继续办。\n老马",
        "Nobody is impersonating me, I asked myself."
      })
  void aYesWithItsReasonOrPolitenessIsOne(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.AGREES);
  }

  @Test
  void aWordOfTwoLanguagesStopsNothing() {
    assertThat(reader.read("Dann halt einen neuen Code bitte.")).isEqualTo(OwnerAnswer.WANTS_CODE);
    assertThat(reader.read("Das ist halt so, ich warte.")).isEqualTo(OwnerAnswer.UNCLEAR);
  }

  @Test
  void aDisclaimerIsNoAnswer() {
    assertThat(
            read(
                "That was me.\n\n-- \nDora\nBeware of fraud! Any unauthorised use is prohibited.",
                "Re: x"))
        .isEqualTo(OwnerAnswer.AGREES);
  }

  @Test
  void whatIsQuotedIsNoAnswer() {
    assertThat(read("> If it was not you, write \"not me\".\n> Please stop\n\nyes", "Re: x"))
        .isEqualTo(OwnerAnswer.AGREES);
    assertThat(read("> If it was you, write \"yes\".\n", "Re: x")).isEqualTo(OwnerAnswer.NOTHING);
  }

  @Test
  void theSubjectCountsWhereTheTextSaysNothing() {
    assertThat(read("\n-- \nDora\n", "NOT ME!! stop this")).isEqualTo(OwnerAnswer.OBJECTS);
    assertThat(read("", "Re: The recovery of your account was stopped"))
        .isEqualTo(OwnerAnswer.NOTHING);
    assertThat(read("", "")).isEqualTo(OwnerAnswer.NOTHING);
  }

  private OwnerAnswer read(String text, String subject) {
    return reader.read(new ReplyTrimmer().trim(BodyText.plain(text)), subject);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ja, das war ich, bitte nichts sperren.",
        "Yes it was me who asked, do not stop anything please.",
        "Oui, c'est moi, n'annulez surtout rien.",
        "Sí, lo pedí yo, no cancelen nada.",
        "That was me. Please do carry on."
      })
  void whatStopsNothingAgrees(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No, do not carry on, that was not me.",
        "Ja, mein Konto, aber angefordert hab ich nichts, sperren!",
        "Nothing was asked by me. Block.",
        "Yes, block it."
      })
  void anOrderBesideAnotherDenialAgreesToNothing(String words) {
    assertThat(reader.read(words)).isNotEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You can drop this.",
        "Könnt ihr verwerfen, ich komm wieder rein.",
        "Pueden cancelar esto.",
        "Vous pouvez annuler."
      })
  void leaveToStopIsAnOrderAndNoDenial(String words) {
    assertThat(reader.onlyOrders(words)).isTrue();
    assertThat(reader.letsStop(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You can drop this, I asked for nothing.",
        "You can cancel that, it was not me.",
        "Pueden cancelar, alguien quiere robarme la cuenta."
      })
  void leaveBesideADenialIsMoreThanAnOrder(String words) {
    assertThat(reader.onlyOrders(words)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Stop!", "Please stop this.", "Sperren Sie das Konto!", "Arrêtez !"})
  void whoTellsUsToStopGivesNoLeave(String words) {
    assertThat(reader.letsStop(words)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your colleague on Telegram told me to send you this.",
        "Please hold off until I have spoken to my brother, he may have written this.",
        "But I did not ask for this?",
        "Das habe ich aber nicht beantragt?!",
        "Ihr Kollege hat mich angerufen, ich soll Ihnen das schicken.",
        "Mais je n'ai rien demandé, non ?",
        "Attendez encore, je dois en parler à ma femme.",
        "Su colega me pidió que les mandara esto.",
        "Esperem um pouco, quero pensar.",
        "你们的同事让我发给你们的。",
        "ちょっと待ってください。"
      })
  void thisSpeaksAgainstAProofThatItStandsBeside(String words) {
    assertThat(reader.speaksAgainst(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Here is the code, thanks!",
        "I no longer have the phone, so here is the code. Is that all?",
        "Ja, das war ich, im Zug. Bitte nicht abbrechen!",
        "Hier ist der Code, hat etwas gedauert.",
        "Voilà le code. Quand est-ce que ce sera fini ?",
        "Aquí está, gracias.",
        "Segue o código, obrigado.",
        "是我申请的，请继续。",
        "コードです。よろしくお願いします。"
      })
  void thisDoesNotSpeakAgainstIt(String words) {
    assertThat(reader.speaksAgainst(words)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I don't know who that person is.",
        "Whoever this is, they are lying to you.",
        "Keine Ahnung, wer das ist.",
        "Wer auch immer Ihnen geschrieben hat, lügt.",
        "Je ne sais pas qui c'est.",
        "No sé quién es esa persona, la cuenta es mía.",
        "Quem escreveu para vocês está mentindo.",
        "その人は嘘をついています。",
        "我不认识这个人。"
      })
  void whoDoesNotKnowWhoAskedObjects(String written) {
    assertThat(new OwnerAnswerReader().read(written)).isEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I deny having asked for this.",
        "I would like it put on record that I repudiate this application.",
        "Ich bestreite, diesen Antrag gestellt zu haben.",
        "Je conteste avoir fait cette demande.",
        "Niego haber presentado esta solicitud.",
        "nego que isso veio de mim",
        "我否认那是我弄的。",
        "自分が出したというのは否定します。"
      })
  void whoDisputesItObjects(String written) {
    assertThat(reader.read(written)).isEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I deny nothing, it was me.",
        "Ich leugne nichts, der Antrag stammt von mir.",
        "Je ne nie pas que c'était moi.",
        "No niego nada, la solicitud es mía.",
        "Não nego nada, o pedido é meu.",
        "我不否认，申请是我的。",
        "否定しません、その申請は私のものです。",
        "No scammer this time, it was me.",
        "I can't make head or tail of this.",
        "La page refuse de s'ouvrir, elle reste blanche.",
        "No idea who picked that user name, probably my predecessor."
      })
  void whoDeniesADenialDoesNot(String written) {
    assertThat(reader.read(written)).isNotEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am not lying, it was me.",
        "The account is mine.",
        "La cuenta es mía.",
        "I don't know who else has access."
      })
  void whoSpeaksOfThemselvesDoesNot(String written) {
    assertThat(new OwnerAnswerReader().read(written)).isNotEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We object to this.",
        "The board objects to this application.",
        "Ich erhebe Einwände gegen den Antrag.",
        "Ich bin dagegen.",
        "Nous formons opposition.",
        "Je suis contre.",
        "Nos oponemos a ese trámite.",
        "Formulo oposición.",
        "Oponho-me.",
        "Nós opomo-nos a este pedido.",
        "对此提出异议。",
        "我有异议。",
        "異議があります。",
        "反対です。",
        "No se la den a nadie.",
        "Que no se la den.",
        "Ne validez pas.",
        "别批准。"
      })
  void whoIsAgainstItObjects(String written) {
    assertThat(reader.read(written)).isEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I don't object.",
        "Ich widerspreche dem nicht.",
        "Je ne m'oppose pas.",
        "No me opongo.",
        "No estoy en contra.",
        "Não me oponho.",
        "我没有异议。",
        "異議はございません。",
        "反対しません。",
        "No me den nada a mí."
      })
  void whoIsNotAgainstItDoesNot(String written) {
    assertThat(reader.read(written)).isNotEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I filled it in myself.",
        "I was expecting this mail.",
        "Das Formular habe ich ausgefüllt.",
        "Auf diese Mail habe ich gewartet.",
        "J'ai rempli le formulaire.",
        "Exact, mes codes sont partis à la poubelle.",
        "Rellené el formulario.",
        "Fue idea mía.",
        "Preenchi o formulário.",
        "Exato, joguei fora os códigos.",
        "フォームに記入しました。",
        "メールをお待ちしていました。",
        "是我自己填的。",
        "一直在等这封邮件。"
      })
  void whoeverDidItOrWaitedForTheLetterAgrees(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "None of us filled in a form.",
        "Ich habe kein Formular ausgefüllt.",
        "Je n'ai rempli aucun formulaire.",
        "Yo no llené nada.",
        "Não preenchi nada.",
        "Dazu haben wir niemanden ermächtigt.",
        "Nous n'avons mandaté personne.",
        "Someone is pretending to be me, aren't they."
      })
  void whoDidNotDoItObjects(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My neighbour filled in the form.",
        "Mein Nachbar hat das Formular ausgefüllt.",
        "I was not expecting this mail.",
        "Para qué, si todo abre como debe.",
        "如果是我申请的我肯定记得。",
        "要是我弄的我会记得。",
        "If I filled it in I'd remember.",
        "週末に確認します。",
        "我先确认一下。"
      })
  void whatIsSupposedOrSomebodyElsesIsNoYes(String words) {
    assertThat(reader.read(words)).isNotEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I kicked this off from my new laptop.",
        "Kein Einwand von mir.",
        "Das habe ich selbst angestoßen, mein Handy ist weg.",
        "J'ai entamé la démarche depuis le bureau.",
        "Lo puse en marcha yo.",
        "Dei início a isso.",
        "管理者に代わりに申請してもらいました。",
        "差し支えありません。",
        "承知しています。私の申請です。",
        "是我在新手机上操作的。",
        "这是本人在办理。"
      })
  void aYesNeedsNoYes(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.AGREES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I did not kick this off.",
        "Ich habe das nicht in Gang gesetzt.",
        "Não dei início a nada.",
        "我知道这件事，但不是我申请的。",
        "大丈夫です。申請していません。",
        "Tudo certo comigo, não fui eu.",
        "不是我在操作的。"
      })
  void theSameDeniedObjects(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"是我同事在新手机上操作的。", "問題ありませんか。", "大丈夫でしょうか。"})
  void neitherIsOne(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.UNCLEAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I never wrote that.",
        "I never wrote this!",
        "I did not write that.",
        "I did not write this mail, please stop.",
        "I didn't write that.",
        "I didn't write this.",
        "It was not me.",
        "Das habe ich nie geschrieben.",
        "Das habe ich nicht geschrieben.",
        "Das war ich nicht.",
        "Je n'ai jamais écrit cela.",
        "Je n'ai jamais écrit ça.",
        "Je n'ai pas écrit cela.",
        "Je n'ai pas écrit ça.",
        "Ce n'était pas moi.",
        "No lo escribí yo.",
        "Nunca lo escribí.",
        "No fui yo.",
        "Não escrevi isso.",
        "Nunca escrevi isso.",
        "Não fui eu.",
        "そのようなメールは書いていません。",
        "そんなメールは送っていません。",
        "私ではありません。",
        "我没有写过这封信。",
        "我没写过这个。",
        "不是我。",
      })
  void whoWroteNothingSaysSo(String text) {
    assertThat(new OwnerAnswerReader().read(text)).isEqualTo(OwnerAnswer.OBJECTS);
    assertThat(new OwnerAnswerReader().deniesBeingTheWriter(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No.",
        "No, it was not my phone.",
        "I never did that.",
        "I don't know.",
        "Never made. I never wrote that down.",
        "I never wrote this down.",
        "I did not write that down, and I did not write this down.",
        "I didn't write that down; I didn't write this down.",
        "Nein, habe ich nicht.",
        "Je n'en ai pas.",
        "没有。",
        "ありません。",
        "Was it not me who asked?",
        "I was on holiday when the phone fell into the lake, and of everything that my brother"
            + " then did with the account I can only say that it was not me.",
      })
  void whoAnswersOurQuestionsMayDenyThatInOtherWords(String text) {
    assertThat(new OwnerAnswerReader().deniesBeingTheWriter(text)).isFalse();
  }
}
