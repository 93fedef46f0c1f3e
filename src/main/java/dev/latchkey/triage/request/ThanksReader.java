package dev.latchkey.triage.request;

import com.google.re2j.Pattern;
import dev.latchkey.triage.words.QuestionMark;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
          kindness take team that thats is was the this time to trying understood very warm weekend well wishes you your yours
          aber alles antwort auch beste besten die es freundliche freundlichen für gruß grüße grüßen
          gut gute guten hallo herzlich herzlichen hilfe ich ihnen ihre information bescheid jetzt lg liebe mfg mit mühe
          nochmal nochmals ordnung recht schön schöne schönen sehr tag trotzdem und viel viele vielen
          vielmals wieder das ist war nett lieb freundlich
          à aide beaucoup bien bonjour bonne cordialement de journée même pour quand réponse information informé prévenu avoir m tous tout
          votre vous cest est très gentil gentille sympa
          ayuda buen buenas día hola igual modos muchas muy por respuesta saludos su todas información avisar informarme todo todos
          un una es muy amable amables
          a ajuda boa bom cumprimentos de dia e muito muita olá pela pelo por resposta tarde tudo um uma
          abraço é foi gentil amável
          你 您 你们 您们 好的 好 祝好 再见 了解しました 承知しました よろしくお願いします お願いします
          """);

  /** Nobody thanks in more characters, and no letter that a telephone repeats has more. */
  private static final int LONGEST = 10_000;

  /** Nobody thanks somebody by name in more. */
  private static final int FEW = 300;

  /** A sign somebody clicked on. */
  private static final String SIGN = "[^\\p{L}\\p{N}\\s\"“”„«»?]{1,24}";

  /** What is reacted to: one pair of marks, so that nothing stands behind it. */
  private static final String SAID = "(?:[\"“][^\"”]*[\"”]|„[^“”]*[“”]|«[^»]*»|「[^」]*」)";

  /** What mail programs write when somebody clicks on a sign. */
  private static final Pattern REACTION =
      Pattern.compile(
          ("(?i)^[^\\p{L}\\p{N}]*[\\p{L}\\p{M}\\p{N}.'’@ -]{1,80}?(?:"
                  + " (?:has )?reacted (?:via gmail|(?:with SIGN )?to your (?:message|email)|with SIGN)"
                  + "| hat (?:(?:über|via) gmail|(?:mit SIGN )?auf ihre (?:nachricht|e-mail)) reagiert"
                  + "| a réagi (?:via gmail|(?:avec SIGN )?à votre (?:message|e-mail))"
                  + "| (?:reaccionó|ha reaccionado) (?:a través de gmail|con gmail"
                  + "|(?:con SIGN )?a (?:tu|su) (?:mensaje|correo))"
                  + "| reagiu (?:pelo gmail|através do gmail|(?:com SIGN )?(?:à sua mensagem|ao seu e-mail))"
                  + "| ?さんが ?(?:gmail ?(?:で|経由で)|あなたのメッセージに ?(?:SIGN ?で)?) ?リアクションしました"
                  + "| ?(?:通过|透過) ?gmail ?(?:做出|作出)?了?(?:回应|回應|反应)"
                  + "| ?对(?:你|您)的(?:消息|邮件)(?:做出|作出)了(?:回应|反应)"
                  + ")[ :：.。]*(?:SIGN)?\\s*$")
              .replace("SIGN", SIGN));

  /** What telephones write for it: a word or a sign, and all that was said between marks. */
  private static final Pattern TAPPED =
      Pattern.compile(
          ("(?is)^[^\\p{L}\\p{N}\"“„«]*(?:"
                  + "(?:liked|loved|disliked|laughed at|emphasi[sz]ed"
                  + "|reacted (?:with )?SIGN to|removed an? (?:like|heart|reaction) from"
                  + "|gefällt(?: mir:?)?|liebt|hat mit SIGN reagiert auf"
                  + "|a aimé|a adoré|a réagi avec SIGN à"
                  + "|le gustó|le encantó|reaccionó con SIGN a"
                  + "|gostou de|amou|adorou|reagiu com SIGN a"
                  + "|赞了|喜欢|点赞了)\\s*(?:SAID|an? (?:image|attachment|photo))"
                  + "|SIGN (?:to|auf|à|a) SAID"
                  + "|SAID ?(?:に|を) ?(?:[\"“「]?いいね[!！]?[\"”」]?|SIGN) ?(?:しました)?"
                  + ")\\s*$")
              .replace("SIGN", SIGN)
              .replace("SAID", SAID));

  /** A sign that is shown as a picture, although it is a letter: ℹ️, ™️. */
  private static final Pattern PICTURED = Pattern.compile("[^0-9#*]\\x{FE0F}");

  private static final char AS_PICTURE = '\uFE0F';

  private static final String NAME = "\\p{Lu}\\p{L}{1,19}(?:-\\p{Lu}\\p{L}{1,19})?";

  /** Who is thanked: a name alone at the end or the beginning of a clause, politely or not. */
  private static final java.util.regex.Pattern ADDRESSED =
      java.util.regex.Pattern.compile(
          "(?:(?<=\\p{L}[,，、]? |\\p{L}[,，、])|^)"
              + "(?:(?:Mr|Mrs|Ms|Dr|Herr|Frau|M|Mme|Monsieur|Madame|Sra?|Señora?|Senhora?)\\.? )?"
              + NAME
              + "(?=\\s*(?:[^\\p{L}\\p{N}\\s]|\\n|$))"
              + "|(?:NAME|[\\p{IsHan}\\p{IsKatakana}ー]{1,8}) ?(?:さん|様|さま)".replace("NAME", NAME));

  /** Words that a mark joins. */
  private static final java.util.regex.Pattern JOINED =
      java.util.regex.Pattern.compile("[\\p{L}\\p{N}]++(?:[-_.][\\p{L}\\p{N}]++)++");

  /** A hand, a sign or a cross that says no, in the place of words. */
  private static final java.util.regex.Pattern STOP_SIGN =
      java.util.regex.Pattern.compile(
          "[\\x{270b}\\x{26d4}\\x{274c}\\x{274e}\\x{2716}"
              + "\\x{1f6d1}\\x{1f6ab}\\x{1f44e}\\x{1f645}]");

  /** What stands between two words. */
  private static final java.util.regex.Pattern BETWEEN =
      java.util.regex.Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  /** The address of the mail program below it. */
  private static final Pattern LINK = Pattern.compile("<?https?://\\S+>?");

  /**
   * Whether all of a mail is the reaction of a telephone, which repeats what it is about.
   *
   * @param whole its text, what it quotes included
   */
  public boolean isReaction(String whole) {
    return whole.length() <= LONGEST && TAPPED.matches(whole.strip());
  }

  /**
   * Whether nothing but thanks was written.
   *
   * @param written what was typed, a signature with it or not
   * @param names how the sender is called, which may stand below
   */
  public boolean nothingNew(String written, List<String> names) {
    return written.length() <= LONGEST
        && (isReaction(written) || isReactionOfGmail(written) || onlyThanks(written, names))
        && !signsNo(written);
  }

  /** Most mails are told by their first word; what else may contradict is looked for after that. */
  private static boolean onlyThanks(String written, List<String> names) {
    if (QuestionMark.isIn(written)) {
      return false;
    }
    Set<String> called = words(String.join(" ", names)).collect(Collectors.toSet());
    boolean thanks = false;
    boolean silent = true;
    for (Iterator<String> words = words(written).iterator(); words.hasNext(); silent = false) {
      String word = words.next();
      boolean here = THANKS.contains(word);
      if (!here && !BESIDE.contains(word) && !called.contains(word)) {
        return false;
      }
      thanks = thanks || here;
    }
    return (thanks || silent) && !namesAccount(written, names, called);
  }

  /**
   * The same, where a name may stand beside the thanks: whom they are for. What this takes for
   * thanks may be "Thanks, Stop!"; so only where no harm comes of it.
   */
  public boolean thanksSomebody(String written, List<String> names) {
    String text = written.strip();
    return nothingNew(written, names)
        || (text.length() <= FEW
            && ADDRESSED
                .matcher(text)
                .results()
                .filter(found -> words(found.group()).noneMatch(ThanksReader::isKnown))
                .map(found -> text.substring(0, found.start()) + " " + text.substring(found.end()))
                .anyMatch(rest -> words(rest).findAny().isPresent() && nothingNew(rest, names)));
  }

  /**
   * Whether a sign stands in {@code written} that says no: a stop sign, a thumb that points down.
   */
  public static boolean signsNo(String written) {
    return written.length() <= LONGEST && STOP_SIGN.matcher(written).find();
  }

  /** "pelletier-m, merci" from M. Pelletier: nobody signs so, it is the name of an account. */
  private static boolean namesAccount(String written, List<String> names, Set<String> called) {
    String writer = " " + words(String.join(" ", names)).collect(Collectors.joining(" ")) + " ";
    return JOINED
        .matcher(written)
        .results()
        .map(found -> words(found.group()).toList())
        .filter(parts -> parts.stream().anyMatch(part -> called.contains(part) && !isKnown(part)))
        .anyMatch(parts -> !writer.contains(" " + String.join(" ", parts) + " "));
  }

  private static boolean isKnown(String word) {
    return THANKS.contains(word) || BESIDE.contains(word);
  }

  /** Whether one line says it and no other says more; most mails are told by their first line. */
  private static boolean isReactionOfGmail(String written) {
    boolean reaction = false;
    for (String line : (Iterable<String>) written.lines().map(String::strip)::iterator) {
      if (words(line).findAny().isEmpty() || LINK.matches(line)) {
        continue;
      }
      if (!REACTION.matches(line)) {
        return false;
      }
      reaction = true;
    }
    return reaction;
  }

  private static Set<String> set(String words) {
    return Set.copyOf(List.of(words.strip().split("\\s+")));
  }

  /** Runs of letters and digits; emoji and marks are no words. */
  private static Stream<String> words(String text) {
    return text.lines().flatMap(ThanksReader::wordsOfLine);
  }

  private static Stream<String> wordsOfLine(String line) {
    String unpictured =
        line.indexOf(AS_PICTURE) < 0 ? line : PICTURED.matcher(line).replaceAll(" ");
    return BETWEEN
        .splitAsStream(unpictured.toLowerCase(Locale.ROOT).replace("'", "").replace("’", ""))
        .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit));
  }
}
