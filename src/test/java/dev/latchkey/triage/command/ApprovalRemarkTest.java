package dev.latchkey.triage.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands below an approval leaves it as it is, or it does not count. */
class ApprovalRemarkTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        "Wait!",
        "Nein",
        "SCAM",
        "Arnaque !",
        "Cuidado",
        "Hmm...",
        "Weird",
        "not sure about the heir though",
        "It's the brother who answered, I don't like it",
        "Could a colleague look at this again?",
        "he would rather have it deleted, please ask him",
        "hm, perhaps it is her sister's account",
        "why does he want to know whether we exist? odd.",
        "looks okay but the phone number is new",
        "not ok",
        "Not really fine with me.",
        "her husband has the phone",
        "Ich habe da so ein Bauchgefühl, der Schwager hat doch das Gerät.",
        "bei der Tochter bin ich unsicher",
        "passt, aber der Name ist anders",
        "mais la collègue m'inquiète un peu",
        "d'accord, mais rappelez-la d'abord",
        "me da mala espina",
        "¿alguien puede llamar a la hermana?",
        "alguém confirma com o irmão, por favor",
        "tudo certo, só o nome é outro",
        "ご主人の件が少し気になります",
        "问题是同事发的，有点奇怪",
        "No, wait, please do not approve.",
        "only if Bob agrees",
        "Viele Grüße aus dem Zug, warte noch auf den Rückruf",
        "Grüße an den Schwager, der hat doch das Handy",
        "Greetings from whoever has her phone",
        "Have a nice day but call her first",
        "Bonne soirée, le frère a répondu à sa place",
        "よろしくないと思います",
        "Saludos a la hermana, que contestó por ella",
        "Good night, he sounds like a kid",
        "nothing fits",
        "Nur für das andere Konto",
        "Viele Grüße\nUli\nder Schwager hat das Handy",
        "Viele Grüße\nUli Brand\nNein, nicht für Vogel",
        "Rechenzentrum der falschen Leute",
        "Regards\nUli\nhe has her phone",
        "Saludos\nEva\nla hermana contestó por ella",
        "よろしくお願いします\n奥様が答えたようです",
        "rien ne concorde"
      })
  void doubts(String remark) {
    assertThat(ApprovalRemark.doubt(remark)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Ada",
        "Thanks, Ada",
        "Sent from my iPhone",
        "Alice Miller\nAccount team\nPhone +49 30 1234",
        "Viele Grüße\nBert",
        "Looks fine to me, no objections.",
        "Checked with HR, no doubts.",
        "I called her this morning.",
        "ID checked, same as before.",
        "kein Problem, alles geprüft",
        "Habe sie angerufen, alles bestätigt.",
        "Pas de souci, tout est en ordre",
        "Sin dudas, la llamé ayer",
        "Sem dúvidas, falei com ela",
        "没有问题，已经核实",
        "問題ありません。本人に電話しました",
        "It is the right one, no objections.",
        "Alles stimmig.\n\nViele Grüße aus dem schönen Harz und noch einen ruhigen Dienst allerseits\nBernd Lüdecke",
        "Gruß aus dem Zug",
        "Bonne soirée à tous",
        "rien à signaler",
        "奥様によろしく",
        "お疲れ様です",
        "Schönen Feierabend zusammen",
        "Un saludo desde Bilbao y buen fin de semana",
        "Boa tarde a todos",
        "Have a good weekend everyone",
        "辛苦了",
        "All consistent, have a quiet shift",
        "Todo cuadra. Hasta mañana",
        "Viele Grüße\nUli Brand\nRechenzentrum der Universität Heilbronn",
        "Viele Grüße\nUli Brand\nUniversität Heilbronn\nTel. +49 (0) 7131 504 12 34",
        "VG Uli",
        "VG\nUli\n\nReferat für Konten und Zugänge\nRaum B 2.04",
        "Mit freundlichen Grüßen\nUli Brand\nInstitut für Informatik der Universität Ulm",
        "Kind regards\nAda Lane\nOffice of the Registrar\nExt. 4411",
        "Cordialement\nLuc Brun\nDirection des systèmes d'information\nTél. 01 23 45 67 89",
        "Bien à vous\nLuc\nService informatique de l'Université de Metz",
        "Saludos\nEva Ruiz\nCentro de Cálculo de la Universidad de Soria",
        "Un saludo\nEva\nServicio de Cuentas y Accesos",
        "Atenciosamente\nRui Melo\nCentro de Informática da Universidade do Minho",
        "辛苦了\n信息中心"
      })
  void leavesItAsItIs(String remark) {
    assertThat(ApprovalRemark.doubt(remark)).isEmpty();
  }

  @Test
  void namesTheWordsInTheWayAlone() {
    assertThat(
            ApprovalRemark.doubt("All fine here, thanks.\nis she\u202E really\nthe same?\n\nUli"))
        .contains("\"is she\uFFFD really\"");
    assertThat(ApprovalRemark.doubt("All fine here, thanks.\nUli")).isEmpty();
  }
}
