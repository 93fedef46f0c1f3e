package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.form.Wish;
import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.owner.OwnerAnswerReader;
import dev.latchkey.triage.proof.ProofReply;
import dev.latchkey.triage.proof.ProofReplyReader;
import dev.latchkey.triage.secret.SecretRedactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The words that letters offer as an answer are read as what the letters say they do. */
class PromisedWordsTest {
  private static final Pattern QUOTED =
      Pattern.compile(
          "[\"„«“]\\h?(?<quoted>[^\"„“”«»{}]+?)\\h?[\"“”»]"
              + "|(?i:\\bwith|as a reply|als antwort|antworten sie(?: bis dahin| sofort| hier)?"
              + "|répondez(?: avant cette date| tout de suite| à celui-ci)?"
              + "|responda(?: antes de esa fecha| enseguida| a este| antes disso| já| a este e-mail)?"
              + "|comme réponse|como respuesta|como resposta)"
              + "\\h?: (?<named>[^.:{}]+)[.]"
              + "|「(?<ja>[^「」]+)」|“(?<zh>[^“”]+)”|回复：(?<plain>[^。]+)。");

  /** What each is read as. */
  private static final Map<String, String> READ_AS =
      Map.ofEntries(
          Map.entry("done", "PROOF"),
          Map.entry("I cannot", "NO_PROOF"),
          Map.entry("erledigt", "PROOF"),
          Map.entry("geht nicht", "NO_PROOF"),
          Map.entry("c'est fait", "PROOF"),
          Map.entry("je ne peux pas", "NO_PROOF"),
          Map.entry("hecho", "PROOF"),
          Map.entry("no puedo", "NO_PROOF"),
          Map.entry("feito", "PROOF"),
          Map.entry("não consigo", "NO_PROOF"),
          Map.entry("已完成", "PROOF"),
          Map.entry("做不到", "NO_PROOF"),
          Map.entry("完了", "PROOF"),
          Map.entry("できません", "NO_PROOF"),
          Map.entry("recovery code:", "SAVED_CODE"),
          Map.entry("Wiederherstellungscode:", "SAVED_CODE"),
          Map.entry("code de récupération\u00a0:", "SAVED_CODE"),
          Map.entry("código de recuperación:", "SAVED_CODE"),
          Map.entry("código de recuperação:", "SAVED_CODE"),
          Map.entry("リカバリーコード：", "SAVED_CODE"),
          Map.entry("恢复码：", "SAVED_CODE"),
          Map.entry("it worked", "RESOLVED"),
          Map.entry("it did not work", "NOT_WORKING"),
          Map.entry("please close this", "RESOLVED"),
          Map.entry("more time", "MORE_TIME"),
          Map.entry("new code", "code"),
          Map.entry("no mail", "NO_MAIL"),
          Map.entry("never mind", "RESOLVED"),
          Map.entry("hat sich erledigt", "RESOLVED"),
          Map.entry("not me", "objection"),
          Map.entry("es hat geklappt", "RESOLVED"),
          Map.entry("es hat nicht geklappt", "NOT_WORKING"),
          Map.entry("bitte schließen", "RESOLVED"),
          Map.entry("mehr Zeit", "MORE_TIME"),
          Map.entry("neuer Code", "code"),
          Map.entry("keine Mail", "NO_MAIL"),
          Map.entry("nicht ich", "objection"),
          Map.entry("funcionó", "RESOLVED"),
          Map.entry("no funcionó", "NOT_WORKING"),
          Map.entry("pueden cerrar", "RESOLVED"),
          Map.entry("más tiempo", "MORE_TIME"),
          Map.entry("ningún correo", "NO_MAIL"),
          Map.entry("ya no hace falta", "RESOLVED"),
          Map.entry("no fui yo", "objection"),
          Map.entry("nuevo código", "code"),
          Map.entry("ça a marché", "RESOLVED"),
          Map.entry("ça n'a pas marché", "NOT_WORKING"),
          Map.entry("vous pouvez fermer", "RESOLVED"),
          Map.entry("plus de temps", "MORE_TIME"),
          Map.entry("pas de mail", "NO_MAIL"),
          Map.entry("plus besoin", "RESOLVED"),
          Map.entry("pas moi", "objection"),
          Map.entry("nouveau code", "code"),
          Map.entry("funcionou", "RESOLVED"),
          Map.entry("não funcionou", "NOT_WORKING"),
          Map.entry("podem fechar", "RESOLVED"),
          Map.entry("mais tempo", "MORE_TIME"),
          Map.entry("nenhum e-mail", "NO_MAIL"),
          Map.entry("já não é necessário", "RESOLVED"),
          Map.entry("não fui eu", "objection"),
          Map.entry("novo código", "code"),
          Map.entry("ログインできました", "RESOLVED"),
          Map.entry("ログインできません", "NOT_WORKING"),
          Map.entry("取り下げます", "RESOLVED"),
          Map.entry("もう必要ありません", "RESOLVED"),
          Map.entry("もう少し時間をください", "MORE_TIME"),
          Map.entry("メールが届きません", "NO_MAIL"),
          Map.entry("新しいコード", "code"),
          Map.entry("私ではありません", "objection"),
          Map.entry("可以登录了", "RESOLVED"),
          Map.entry("还是无法登录", "NOT_WORKING"),
          Map.entry("请关闭", "RESOLVED"),
          Map.entry("不需要了", "RESOLVED"),
          Map.entry("需要更多时间", "MORE_TIME"),
          Map.entry("没收到邮件", "NO_MAIL"),
          Map.entry("新的验证码", "code"),
          Map.entry("不是我", "objection"),
          Map.entry("it was me", "yes"),
          Map.entry("das war ich", "yes"),
          Map.entry("fui yo", "yes"),
          Map.entry("c'était moi", "yes"),
          Map.entry("fui eu", "yes"),
          Map.entry("私です", "yes"),
          Map.entry("是我", "yes"),
          Map.entry("please continue", "GOES_ON"),
          Map.entry("bitte weitermachen", "GOES_ON"),
          Map.entry("pueden continuar", "GOES_ON"),
          Map.entry("merci de continuer", "GOES_ON"),
          Map.entry("podem continuar", "GOES_ON"),
          Map.entry("続けてください", "GOES_ON"),
          Map.entry("请继续办理", "GOES_ON"));

  private final IntentReader intents = new IntentReader(ReadingForms.shipped());
  private final OwnerAnswerReader owners = new OwnerAnswerReader();

  @Test
  void eachOfferedWordIsOneThatWeKnow() throws IOException {
    TreeSet<String> offered = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("templates"))) {
      for (Path file : files.filter(PromisedWordsTest::isRead).toList()) {
        String letter = Files.readString(file).replaceAll("\\s+", " ");
        Matcher quoted = QUOTED.matcher(letter);
        while (quoted.find()) {
          String words =
              Stream.of("quoted", "named", "ja", "zh", "plain")
                  .map(quoted::group)
                  .filter(Objects::nonNull)
                  .findFirst()
                  .orElseThrow();
          offered.add(words.strip().toLowerCase(Locale.ROOT));
        }
      }
    }
    assertThat(offered)
        .isNotEmpty()
        .isSubsetOf(
            READ_AS.keySet().stream().map(words -> words.toLowerCase(Locale.ROOT)).toList());
  }

  /** What vouchers are offered is held by the test of their words. */
  private static boolean isRead(Path path) {
    String name = path.getFileName().toString();
    return name.endsWith(".txt") && !name.startsWith("vouch");
  }

  @TestFactory
  Stream<DynamicTest> eachIsReadAsPromised() {
    return READ_AS.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> assertRead(entry.getKey(), entry.getValue())));
  }

  @Test
  void aDoubtEndsNothing() {
    for (String doubt :
        new String[] {
          "I am not sure that it worked, what should I see now?",
          "It worked until last week, but now I still cannot get in.",
          "I do not think it worked.",
          "Ich glaube nicht, dass es geklappt hat."
        }) {
      assertThat(intents.read(doubt).intent()).as(doubt).isNotEqualTo(Intent.RESOLVED);
    }
  }

  private void assertRead(String words, String expected) {
    if (expected.equals("SAVED_CODE")) {
      assertThat(new SecretRedactor().redact(words + " h7kq-29xm-4rtd").text())
          .doesNotContain("h7kq");
    } else if (expected.endsWith("PROOF")) {
      ProofReply read = new ProofReplyReader().read(words);
      assertThat(read.allDone()).isEqualTo(expected.equals("PROOF"));
      assertThat(read.allCannot()).isEqualTo(expected.equals("NO_PROOF"));
    } else if (expected.equals("objection")) {
      assertThat(owners.read(words)).isEqualTo(OwnerAnswer.OBJECTS);
    } else if (expected.equals("yes")) {
      assertThat(owners.read(words)).isEqualTo(OwnerAnswer.AGREES);
    } else if (expected.equals("GOES_ON")) {
      // People read it and decide; the desk takes it neither for an end nor for an objection.
      assertThat(intents.read(words).intent()).isNotEqualTo(Intent.RESOLVED);
      assertThat(owners.read(words)).isNotEqualTo(OwnerAnswer.OBJECTS);
    } else if (expected.equals("code")) {
      assertThat(owners.read(words)).isEqualTo(OwnerAnswer.WANTS_CODE);
    } else {
      for (String written :
          new String[] {
            words, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + "!"
          }) {
        IntentReading read = intents.read(written);
        if (expected.equals("RESOLVED")) {
          assertThat(read.intent()).as(written).isEqualTo(Intent.RESOLVED);
        } else {
          assertThat(read.intent()).as(written).isNotEqualTo(Intent.RESOLVED);
          assertThat(read.wishes()).as(written).contains(Wish.valueOf(expected));
        }
      }
    }
  }
}
