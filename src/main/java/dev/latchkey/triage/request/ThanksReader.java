package dev.latchkey.triage.request;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads whether a later mail holds nothing but thanks, a good-bye or a reaction, and so nothing
 * new. In doubt it does: each word has to be one of the few that people thank with, and nothing is
 * asked. What this takes for thanks is kept and answered by nobody.
 */
public final class ThanksReader {
  /** One of them has to be there: "OK" alone may be an answer. */
  private static final Set<String> THANKS =
      set(
          """
          thanks thank thx thankyou cheers appreciated appreciate perfect great awesome wonderful
          works solved super danke dank dankeschön perfekt klappt funktioniert merci gracias obrigado
          obrigada valeu agradeço agradecido agradecida grato grata agradezco agradecido agradecida
          remercie grazie 谢谢 謝謝 谢谢你 谢谢您 谢谢你们 谢谢大家 非常感谢 多谢 感谢 太好了 ありがとう
          ありがとうございます ありがとうございました どうもありがとうございます どうもありがとうございました
          有難うございます 助かりました 感謝します
          """);

  /** What may stand beside them. */
  private static final Set<String> BESIDE =
      set(
          """
          a again all alright am amazing and anyhow answer anyway anyways back best bye care cool
          day dear effort email everybody everyone everything fine for from good guys have hello help
          helping hi i in it its kind lot lots mail many me know letting informing telling explaining explanation information info notice update message much nevertheless nice nonetheless
          now of ok okay one quick really regards reply response right same sincerely sir madam so support
          take team the this time to trying understood very warm weekend well wishes you your yours
          aber alles antwort auch beste besten die es freundliche freundlichen für gruß grüße grüßen
          gut gute guten hallo herzlich herzlichen hilfe ich ihnen ihre information bescheid jetzt lg liebe mfg mit mühe
          nochmal nochmals ordnung recht schön schöne schönen sehr tag trotzdem und viel viele vielen
          vielmals wieder
          à aide beaucoup bien bonjour bonne cordialement de journée même pour quand réponse information informé prévenu avoir m tous tout
          votre vous
          ayuda buen buenas día hola igual modos muchas muy por respuesta saludos su todas información avisar informarme todo todos
          un una
          a ajuda boa bom cumprimentos de dia e muito muita olá pela pelo por resposta tarde tudo um uma
          abraço
          你 您 你们 您们 好的 好 祝好 再见 了解しました 承知しました よろしくお願いします お願いします
          """);

  /** What mail programs write when somebody clicks on a sign. */
  private static final Pattern REACTION =
      Pattern.compile(
          "(?i)^[^\\p{L}\\p{N}]*([\\p{L}\\p{M}.'’@ -]{1,80} "
              + "(reacted (via gmail|to your (message|email):?)|hat (über|via) gmail reagiert"
              + "|hat auf ihre nachricht reagiert:?|a réagi (via gmail|à votre message ?:?)"
              + "|reaccionó (a través de gmail|a tu mensaje:?)|reagiu (pelo gmail|à sua mensagem:?))"
              + "|(liked|loved|emphasi[sz]ed|laughed at|a aimé|le gustó|gostou de|gefällt) [\"“„«].*)$");

  /** The address of the mail program below it. */
  private static final Pattern LINK = Pattern.compile("<?https?://\\S+>?");

  /**
   * Whether nothing but thanks was written.
   *
   * @param written what was typed, a signature with it or not
   * @param names how the sender is called, which may stand below
   */
  public boolean nothingNew(String written, List<String> names) {
    List<String> lines = written.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (lines.stream().anyMatch(REACTION::matches)
        && lines.stream()
            .allMatch(
                line -> REACTION.matches(line) || LINK.matches(line) || words(line).isEmpty())) {
      return true;
    }
    if (written.indexOf('?') >= 0 || written.indexOf('？') >= 0) {
      return false;
    }
    List<String> words = words(written);
    Set<String> called = Set.copyOf(words(String.join(" ", names)));
    return words.isEmpty()
        || (words.stream().anyMatch(THANKS::contains)
            && words.stream()
                .allMatch(w -> THANKS.contains(w) || BESIDE.contains(w) || called.contains(w)));
  }

  private static Set<String> set(String words) {
    return Set.copyOf(List.of(words.strip().split("\\s+")));
  }

  /** Runs of letters and digits; emoji and marks are no words. */
  private static List<String> words(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replace("'", "").replace("’", "");
    return List.of(plain.split("[^\\p{L}\\p{M}\\p{N}]+")).stream()
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
