package dev.latchkey.triage.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.ticket.Danger;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which dangers are told of, and which mails about stolen phones tell of none. */
class DangerReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "me robaron el bolso con el móvil. Códigos: también estaban en el bolso!!",
        "los ladrones tienen también los códigos, qué hago?",
        "bloquez mon compte le voleur a mon téléphone",
        "My bag was stolen. The recovery codes were in the bag as well.",
        "The thief knows my password.",
        "Mein Handy wurde geklaut, die Codes waren auch in der Tasche.",
        "Der Dieb hat jetzt auch meine Wiederherstellungscodes",
        "Roubaram a mala com o telemóvel, os códigos também estavam na mala",
        "手机被偷了，恢复码也在包里",
        "スマホを盗まれました。コードもかばんの中でした。",
        "Burgled on Sunday: laptop gone, and the envelope with my recovery codes too",
        "Einbruch letzte Nacht. Der Zettel mit den Codes ist auch weg.",
        "On m'a arraché mon sac avec le téléphone et le carnet où étaient mes codes de secours",
        "Me atracaron ayer; se llevaron el móvil y la hoja con los códigos",
        "Assaltaram-me o carro, o caderno com os códigos desapareceu",
        "空き巣に入られ、コードを書いた手帳を持っていかれました",
        "家里遭贼了，写着恢复码的本子不见了",
        "My wallet got nicked along with the slip that has my backup codes on it",
        "can the burglar get in with the codes from my desk?",
        "My handbag was snatched. Could they use the codes in my diary?",
        "Kann der Dieb mit den Codes auf dem Zettel was anfangen?",
        "Die Tasche wurde gestohlen, samt Papier. Werden die Codes jetzt missbraucht?",
        "Le voleur peut-il utiliser les codes de mon carnet ?",
        "Me robaron la mochila. ¿Pueden entrar con los códigos de la libreta?",
        "¡Los códigos NO los tengo, los tiene el ladrón!",
        "O ladrão pode usar os códigos da folha?",
        "小偷能用本子上的恢复码吗",
        "メモごと盗まれたので手元にありません。悪用されませんか？",
        "泥棒がメモのコードを使えますか？",
        "se llevaron el móvil y la libreta donde tenía apuntados los códigos, fue un robo",
      })
  void whatGetsOneInIsInOtherHands(String written) {
    assertThat(DangerReader.in(written)).contains(Danger.TAKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My ex knows my email password and keeps resetting things.",
        "my stalker can read this mailbox sometimes",
        "Mein Exmann liest meine Mails mit. Was tun?",
        "Der Ex hat noch mein altes Handy mit der App",
        "Mon ex a accès à ma boîte mail",
        "Mi exnovio tiene mi teléfono con el autenticador",
        "O meu ex sabe a senha do meu email",
        "前男友能看我的邮箱",
        "元彼がメールを読んでいます",
        "A hacker got into my inbox last week",
      })
  void whomTheyFearHasOrReads(String written) {
    assertThat(DangerReader.in(written)).contains(Danger.TAKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Our ex-employee has the phone with the authenticator.",
        "The old mailbox was my ex wife's idea, I lost the password.",
        "Meine Frau liest meine Mails auch, kein Problem.",
        "前同事拿走了手机",
        "I set it up with my ex. The phone broke in May.",
        "My colleague can read this mailbox too, we share it.",
      })
  void whomTheyDoNotFearOrWhoHasNothing(String written) {
    assertThat(DangerReader.in(written)).doesNotContain(Danger.TAKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please make sure nobody can recover my account by mail, ever.",
        "I want you to refuse any recovery for this account",
        "Please write in your files that nobody may get this account back by email.",
        "Bitte lehnen Sie jede Wiederherstellung ab!",
        "Ne laissez personne récupérer mon compte",
        "No permitan ninguna recuperación de mi cuenta",
        "Não deixem ninguém recuperar a minha conta",
        "请不要让任何人找回我的账号",
        "誰にも復旧させないでください",
      })
  void nobodyShallGetItBack(String written) {
    assertThat(DangerReader.in(written)).contains(Danger.BLOCK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nobody can recover my account, not even your form. Please help.",
        "Niemand konnte mein Konto wiederherstellen.",
        "Why can no one recover it?",
        "personne ne peut m'aider à récupérer mon compte",
        "nadie me ayuda a recuperar mi cuenta",
        "谁能帮我找回账号？没有人能找回",
      })
  void aLamentThatNobodyCanIsNoWish(String written) {
    assertThat(DangerReader.in(written)).doesNotContain(Danger.BLOCK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jeanluc: le voleur a mon téléphone, bloquez mon compte",
        "Please lock my account right away.",
        "können Sie mein Konto sperren?",
        "Por favor, bloqueen mi cuenta",
        "Bloqueiem a minha conta, por favor",
        "请先冻结我的账号",
        "アカウントを止めてください",
        "Somebody is in my account eve. Please freeze it.",
        "Jemand ist in meinem Konto, bitte sperren Sie es!"
      })
  void theyWantItBlocked(String written) {
    assertThat(DangerReader.in(written)).contains(Danger.BLOCK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "somebody pretending to be your support called me and wanted the code",
        "Ligou-me um senhor a dizer que era do vosso apoio e queria o código.",
        "E o senhor que ligou, era vosso?",
        "Gestern rief mich jemand an. Er wollte den Code.",
        "some chap phoned. He was after the digits you sent",
        "the caller keeps ringing, shall I read him the number?",
        "Vorhin klingelte es, ein Anruf: er will diese Nummer wissen",
        "Un monsieur a téléphoné et il voulait ces chiffres",
        "Recibí una llamada, querían ese número",
        "Recebi um telefonema, queriam os números",
        "刚有人打来，让我报这串数字",
        "さっき着信があり、番号を聞かれました",
        "Quelqu'un se faisait passer pour votre support.",
        "Me llamaron de su soporte y me pidieron el código",
        "有人打电话给我，自称是你们的客服",
        "サポートを名乗る人から電話があり、コードを聞かれました",
        "Somebody phoned, pretending to be you. I gave him a code and now I am out.",
        "Got a call this morning. I told them the code, stupid me",
        "Da rief jemand an, ich habe ihm den Code vorgelesen",
        "Quelqu'un s'est fait passer pour vous au téléphone, je lui ai dit le code",
        "Me llamaron y les di el código",
        "Alguém se fez passar por vocês",
        "有人冒充你们，我把验证码给了他",
        "御社を名乗る男に番号を伝えてしまいました"
      })
  void somebodyPassesForUs(String written) {
    assertThat(DangerReader.in(written)).isEqualTo(Set.of(Danger.POSED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My phone was stolen on the train and I never generated recovery codes.",
        "I rang you yesterday and asked for a code, nothing came",
        "Please call me, I need the code by phone",
        "Ich habe angerufen, ich will einen neuen Code",
        "I lost a device and never made recovery codes, and I do not know what to do",
        "My phone number is not mine any more, I changed my contract",
        "My phone was stolen, but the codes are safe in my drawer: may I use them?",
        "A thief stole my phone, please help me to get my account back.",
        "This form stole my time.",
        "Your login page is a thief of time.",
        "Did you block my account? I cannot sign in.",
        "My account is locked, please unlock my account.",
        "Mein Konto wurde gesperrt, warum?",
        "Me robaron el móvil y no tengo códigos.",
        "On m'a volé mon téléphone, je n'ai jamais eu de codes.",
        "手机被偷了，从来没有恢复码",
        "スマホを盗まれました。コードは作っていません。",
        "My phone was stolen, the codes are at home.",
        "Please call me, I have a question about the code.",
        "I was told on the phone by my provider that the number is dead",
        "I gave my phone to my brother and I pretended to be happy about it"
      })
  void aStolenPhoneAloneIsNone(String written) {
    assertThat(DangerReader.in(written)).isEmpty();
    assertThat(DangerReader.strangerInside(written)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mon téléphone est cassé et le site me demande six chiffres après le mot de passe.",
        "Le compte appelé kestrel me demande le code après le mot de passe.",
        "Mi cuenta llamada kestrel me pide un código después de la contraseña.",
        "La validación por teléfono no sirve, el sitio pide el código.",
        "A minha conta, chamada kestrel, pede um código depois da senha.",
        "Meu celular ligado ao site pediu um código depois da senha.",
        "スマホの電話番号が変わり、サイトにコードを求められます。",
        "電話を機種変更したら、六桁の番号を求められました。"
      })
  void aPageThatAsksForACodeIsNobodyWhoRang(String written) {
    assertThat(DangerReader.in(written)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Un homme m'a téléphoné, il voulait le code.",
        "Deux fois on m'a appelé, il fallait donner ces chiffres.",
        "Ha llamado un señor y pide los números.",
        "Recebi uma chamada e queriam os códigos.",
        "Am Telefon wollte einer die Ziffern wissen.",
        "さっき電話があり、番号を聞かれました。"
      })
  void whoeverRangAndWantedItPassesForSomebody(String written) {
    assertThat(DangerReader.in(written)).containsExactly(Danger.POSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "im in. one thing tho, someone called kev is in there as 2nd user?? dont know any kev",
        "Da steht ein zweiter Benutzer, den kenne ich nicht",
        "Il y a un autre utilisateur, je ne le connais pas",
        "aparece otro usuario que no conozco",
        "aparece outro utilizador que não conheço",
        "账号里多了一个用户，我不认识",
        "知らないユーザーが登録されています。心当たりがありません。",
        "all my post goes off by a forwarding rule that i never set",
        "works now, but theres a phone number in there. Thats not mine",
        "Da ist eine Weiterleitung drin, die habe ich nie angelegt",
        "Il y a une redirection vers une adresse que je n'ai jamais mise, je ne l'ai pas créée",
        "Aparece otro dispositivo. ¡No es mío!",
        "Está lá um reencaminhamento que nunca criei",
        "邮箱里有一条转发规则，不是我设的",
        "転送設定があります。設定した覚えがありません。"
      })
  void aUserWhomNobodyKnows(String written) {
    assertThat(DangerReader.strangerInside(written)).isTrue();
  }

  @Test
  void aColleagueWhomTheyKnowIsNoStranger() {
    assertThat(DangerReader.strangerInside("Bob is the second user of our account, he is ill."))
        .isFalse();
  }
}
