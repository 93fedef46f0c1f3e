package dev.latchkey.triage.owner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people answer who are asked to vouch: they speak of somebody else. */
class VoucherAnswerTest {
  private final OwnerAnswerReader reader = OwnerAnswerReader.ofVouchers();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No. I know Dora, and she did not ask",
        "No. I know Dora, and she did not ask.",
        "I know Dora and she did not ask for this.",
        "I called her and she never requested anything.",
        "She told me it was not her.",
        "This isn't Dora.",
        "That is not him.",
        "Dora has not lost her phone, somebody else is writing to you.",
        "No, I spoke with Dora an hour ago and she knows nothing about it.",
        "No - Dora sits next to me and has not asked for anything at all.",
        "He says he did not do it.",
        "They didn't ask.",
        "Don't believe it, it's a scam.",
        "Nein. Ich kenne Dora, und sie hat nicht darum gebeten.",
        "Nein, ich habe mit Dora gesprochen, und sie weiß von nichts.",
        "Ich habe sie angerufen, sie hat das nicht beantragt.",
        "Das ist nicht Dora.",
        "Er war das nicht.",
        "Non. Je connais Dora, et elle n'a rien demandé.",
        "Je l'ai appelée, elle n'a pas fait cette demande.",
        "Ce n'est pas elle.",
        "Non, j'ai parlé avec Dora et elle n'est au courant de rien.",
        "No. Conozco a Dora y ella no lo ha pedido.",
        "La he llamado y no ha pedido nada.",
        "No es ella.",
        "No, he hablado con Dora y no sabe nada de esto.",
        "Não. Conheço a Dora e ela não pediu isso.",
        "Liguei para ela e ela não pediu nada.",
        "Não é ela.",
        "Não, falei com a Dora e ela não sabe de nada.",
        "いいえ。ドラさんを知っていますが、彼女は依頼していません。",
        "彼女に電話しましたが、頼んでいないそうです。",
        "本人ではありません。",
        "彼女ではありません。",
        "不。我认识Dora，她没有申请过。",
        "我给她打了电话，她没有提出这个请求。",
        "不是她。",
        "这不是Dora本人。",
        "No! Dora is on holiday with me and she didn't send you anything.",
        "No, I phoned him and he was very surprised.",
        "It wasn't them.",
        "Nein! Er hat nichts angefordert.",
        "Sie war es nicht, ich habe gefragt.",
        "Er hat keine Ahnung davon, ich habe ihn angerufen.",
        "Das war er nicht.",
        "Nein, Dora sitzt neben mir und hat ihr Handy in der Hand.",
        "Je viens de l'avoir au téléphone, il ne sait rien de tout ça.",
        "Ce n'est pas lui.",
        "Ce n'était pas elle.",
        "No, está a mi lado y entra sin problemas.",
        "Hablé con él y no sabía nada.",
        "No fue él.",
        "Ella no pidió esto.",
        "Não, ela está aqui comigo e entra normalmente.",
        "Ele não solicitou nada.",
        "Não foi ele.",
        "Eles não pediram isso.",
        "いいえ、ドラさんは今隣にいて、普通にログインできています。",
        "彼は頼んでいません。",
        "彼ではない。",
        "不，Dora现在就在我旁边，她能正常登录。",
        "他没有提出申请。",
        "不是他。",
        "他不知道这件事。"
      })
  void whoeverSaysNoOrThatTheOwnerDidNotAskObjects(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.OBJECTS);
    assertThat(reader.objectsInPart(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I know Dora, I spoke with her on the phone. It is her.",
        "Yes, it is her. No doubt.",
        "No problem, I spoke with her an hour ago and it is really her.",
        "I have known him for ten years, we talked yesterday.",
        "Yes, she asked for it, she lost her phone.",
        "We met in person, not by mail. She lost her phone.",
        "She can't log in any more, she told me on the phone.",
        "Sorry for the delay, I did not see your mail. I spoke with Dora, it is her.",
        "Ich habe mit Dora telefoniert, sie ist es.",
        "Ja, sie hat ihr Handy verloren und kommt nicht mehr rein.",
        "Oui, c'est bien elle, je l'ai eue au téléphone.",
        "Sí, es ella, hablé con ella por teléfono.",
        "Sim, é ela, falei com ela ontem.",
        "はい、本人です。電話で話しました。",
        "是的，是她本人，我们通过电话了。",
        "Can you tell me what this is about?",
        "Who is asking?",
        "I do not know Dora.",
        "I haven't spoken with her.",
        "I can't reach her at the moment, I'll try tomorrow.",
        "She asked me, and I have no doubt about it.",
        "I know it is her. I have not lost her number, so I called.",
        "I spoke to him: he asked for it, no question about it.",
        "Nobody else has her number, and she answered; it is her.",
        "No worries, it's her.",
        "Kein Problem, ich habe mit ihm gesprochen, er hat das angefordert.",
        "Ich habe keinen Zweifel, sie ist es.",
        "Aucun doute, c'est lui.",
        "Sem dúvida, é ele, falei com ele.",
        "間違いありません、彼女です。",
        "没问题，是他。",
        "What does this mean? I don't understand your letter.",
        "Ich weiß nicht, worum es geht.",
        "I don't know how to do this.",
        "No doubt, it's him.",
        "Kein Zweifel, das ist sie.",
        "Aucun doute, c'est elle.",
        "No hay duda, es él.",
        "Não há dúvida, é ela.",
        "毫无疑问，就是她。"
      })
  void whatDeniesSomethingElseIsNoObjection(String words) {
    assertThat(reader.read(words)).isNotEqualTo(OwnerAnswer.OBJECTS);
    assertThat(reader.objectsInPart(words)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It is her voice, yes. But she did not ask for this.",
        "Yes, I know her; she never requested it, though.",
        "Ja, das ist ihre Nummer. Sie hat das nicht beantragt."
      })
  void whatAgreesBesideAnObjectionTakesItNotAway(String words) {
    assertThat(reader.objectsInPart(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"She did not ask for this.", "He never requested it."})
  void anOwnerSpeaksOfThemselves(String words) {
    assertThat(new OwnerAnswerReader().read(words)).isEqualTo(OwnerAnswer.UNCLEAR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "She is logged in right now, I see her online.",
        "That can't be her, she is in the room with me.",
        "The one who writes to you is an impostor.",
        "He still has his phone, I called him on it.",
        "I don't know anybody of that name.",
        "I can't vouch for that person.",
        "Sie ist gerade eingeloggt, ich sehe sie online.",
        "Das kann sie nicht sein, sie sitzt hier im Zimmer.",
        "Wer Ihnen da schreibt, ist ein Hochstapler.",
        "Ich kenne niemanden, der so heißt.",
        "Ich bürge nicht für diese Person.",
        "Ça ne peut pas être elle, elle est dans la pièce avec moi.",
        "C'est une autre personne qui vous écrit.",
        "Je ne connais personne de ce nom.",
        "Je ne peux pas me porter garant de cette personne.",
        "No puede ser ella, está en la habitación conmigo.",
        "Les escribe una persona distinta.",
        "No conozco a nadie con ese nombre.",
        "No puedo responder por esa persona.",
        "Não pode ser ela, está na sala comigo.",
        "Quem vos escreve é uma pessoa diferente.",
        "Não conheço ninguém com esse nome.",
        "Não posso responder por essa pessoa.",
        "彼女のはずがありません、今同じ部屋にいます。",
        "書いているのは別の人物です。",
        "そういう名前の人は知りません。",
        "その人を保証することはできません。",
        "不可能是她,她就在我房间里。",
        "给你们写信的是另一个人。",
        "我不认识叫这个名字的人。",
        "我没法替这个人担保。"
      })
  void thatItIsSomebodyElseObjects(String words) {
    assertThat(reader.read(words)).isEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes, I know him, he lost his phone and cannot log in.",
        "I can vouch for her, no problem.",
        "I can't vouch before I have spoken to him.",
        "She was logged in last week, then her phone broke.",
        "Nobody else would write like that, it's her.",
        "It's not an impostor, it's Femke.",
        "Ja, ich bürge für ihn, er kommt nicht mehr rein.",
        "Ich kenne sie gut, das ist sie.",
        "Ich kenne ihn nicht persönlich, frage aber nach.",
        "Er ist nicht eingeloggt, weil sein Handy weg ist.",
        "Oui, je me porte garant de lui, c'est bien lui.",
        "Sí, respondo por él, es mi compañero.",
        "No lo conozco en persona, pero le pregunto.",
        "Sim, respondo por ela.",
        "是的,我替他担保,是他本人。",
        "我跟他不熟,先问问。",
        "はい、保証します。",
        "彼女をよく知っています。ログインできていないそうです。",
        "I didn't get a code, so I can't vouch.",
        "He told me that he can't log in any more.",
        "Who writes to you? Is it somebody else?",
        "I'd like to know who else vouches before I answer."
      })
  void whoVouchesOrCannotYetDoesNot(String words) {
    assertThat(reader.read(words)).isNotEqualTo(OwnerAnswer.OBJECTS);
  }
}
