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
          obrigada grazie 谢谢 謝謝 ありがとう ありがとうございます
          """);

  /** What may stand beside them, in English, German, French and Spanish. */
  private static final Set<String> BESIDE =
      set(
          """
          a again all alright am amazing and anyhow answer anyway anyways back best bye care cool
          day dear effort email everybody everyone everything fine for from good guys have hello help
          helping hi i in it its kind lot lots mail many me message much nevertheless nice nonetheless
          now of ok okay one quick really regards reply response right same sincerely sir madam so support
          take team the this time to trying understood very warm weekend well wishes you your yours
          aber alles antwort auch beste besten die es freundliche freundlichen für gruß grüße grüßen
          gut gute guten hallo herzlich herzlichen hilfe ich ihnen ihre jetzt lg liebe mfg mit mühe
          nochmal nochmals ordnung recht schön schöne schönen sehr tag trotzdem und viel viele vielen
          vielmals wieder
          à aide beaucoup bien bonjour bonne cordialement de journée même pour quand réponse tous tout
          votre vous
          ayuda buen buenas día hola igual modos muchas muy por respuesta saludos su todas todo todos
          un una
          """);

  /** What mail programs write when somebody clicks on a sign. */
  private static final Pattern REACTION =
      Pattern.compile(
          "(?i)^[^\\p{L}\\p{N}]*([\\p{L}\\p{M}.'’@ -]{1,80} reacted (via gmail|to your message:?)"
              + "|(liked|loved|emphasi[sz]ed) [\"“].*)$");

  /**
   * Whether nothing but thanks was written.
   *
   * @param written what was typed, a signature with it or not
   * @param names how the sender is called, which may stand below
   */
  public boolean nothingNew(String written, List<String> names) {
    List<String> lines = written.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (lines.size() == 1 && REACTION.matches(lines.get(0))) {
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
    return Set.of(words.strip().split("\\s+"));
  }

  /** Runs of letters and digits; emoji and marks are no words. */
  private static List<String> words(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replace("'", "").replace("’", "");
    return List.of(plain.split("[^\\p{L}\\p{M}\\p{N}]+")).stream()
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
