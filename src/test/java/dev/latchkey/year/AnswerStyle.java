package dev.latchkey.year;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which people answer the questions of a letter. */
enum AnswerStyle {
  /** In sentences. */
  PROSE,
  /** With the numbers of the letter, or a line each where it has none. */
  NUMBERED,
  /** In the form of the account system. */
  FORM,
  /** Each under the question, which stays quoted. */
  BETWEEN,
  /** In sentences, with a question of their own. */
  WITH_A_QUESTION;

  private static final Pattern ITEM = Pattern.compile("^\\s*(?:(\\d+)[.)]|[-*])\\s+(\\S.*)$");

  private static final Map<String, String> NAME_IS =
      Map.of(
          "de", "Mein Kontoname ist %s.",
          "fr", "Le nom de mon compte est %s.",
          "es", "El nombre de mi cuenta es %s.",
          "pt", "O nome da minha conta é %s.",
          "zh", "我的账户名是 %s。",
          "ja", "アカウント名は %s です。");

  private static final String REST_IN_ENGLISH =
      "I never made any recovery codes. I agree to the code of conduct, and I understand that this"
          + " may take time.";

  private static final Map<String, String> THE_REST =
      Map.of(
          "de",
          "Wiederherstellungscodes habe ich nie erstellt. Dem Verhaltenskodex stimme ich zu, und ich"
              + " weiß, dass es dauern kann.",
          "fr",
          "Je n'ai jamais créé de codes de récupération. J'accepte le code de conduite et je"
              + " comprends que cela peut prendre du temps.",
          "es",
          "Nunca generé códigos de recuperación. Acepto el código de conducta y entiendo que puede"
              + " tardar.",
          "pt",
          "Nunca criei códigos de recuperação. Concordo com o código de conduta e entendo que pode"
              + " demorar.",
          "zh",
          "我从来没有生成过恢复代码。我同意行为准则，也明白这可能需要一些时间。",
          "ja",
          "リカバリーコードは作成したことがありません。行動規範に同意します。時間がかかることも理解しています。");

  /** The mail's own lines, quotes of the letter included where the style keeps them. */
  String write(Claimant who, String letter) {
    return switch (this) {
      case PROSE -> prose(who);
      case WITH_A_QUESTION -> prose(who) + "\n\n" + question(who);
      case FORM -> form(who);
      case NUMBERED -> numbered(who, letter);
      case BETWEEN -> between(who, letter);
    };
  }

  private static String prose(Claimant who) {
    String name =
        NAME_IS.getOrDefault(who.language(), "My account name is %s.").formatted(who.account());
    String rest = THE_REST.getOrDefault(who.language(), REST_IN_ENGLISH);
    return name + " " + reason(who) + " " + rest;
  }

  private static String question(Claimant who) {
    return switch (who.language()) {
      case "de" -> "Wie lange dauert so etwas normalerweise?";
      case "fr" -> "Combien de temps cela prend-il d'habitude ?";
      case "es" -> "¿Cuánto suele tardar?";
      case "pt" -> "Quanto tempo costuma levar?";
      case "zh" -> "一般需要多长时间？";
      case "ja" -> "通常どのくらいかかりますか。";
      default -> "How long does this usually take, and who will see my answers?";
    };
  }

  private static String form(Claimant who) {
    return """
    Request for account recovery.

    ## Username

    `%s`

    ## Reason for the request

    %s

    ## Recovery codes

    - [x] I never generated or have lost my recovery codes

    ## Code of Conduct

    - [x] I agree to follow the Code of Conduct

    ## Acknowledgement

    - [x] I understand that this may take some time
    """
        .formatted(who.account(), reasonInEnglish(who));
  }

  private static String numbered(Claimant who, String letter) {
    List<String> lines = new ArrayList<>();
    for (String line : letter.split("\n")) {
      Matcher item = ITEM.matcher(line);
      if (item.matches()) {
        String answer = answer(who, item.group(2));
        if (!answer.isEmpty()) {
          lines.add(item.group(1) == null ? answer : item.group(1) + ". " + answer);
        }
      }
    }
    return lines.isEmpty() ? prose(who) : String.join("\n", lines);
  }

  private static String between(Claimant who, String letter) {
    StringBuilder mail = new StringBuilder("Hi, see below.\n\nOn Monday, Support wrote:\n");
    boolean any = false;
    String pending = "";
    for (String line : letter.strip().split("\n")) {
      boolean goesOn = line.startsWith("  ") && !line.isBlank();
      if (!pending.isEmpty() && !goesOn) {
        mail.append('\n').append(pending).append("\n\n");
        any = true;
        pending = "";
      }
      mail.append("> ").append(line).append('\n');
      Matcher item = ITEM.matcher(line);
      if (item.matches()) {
        pending = answer(who, item.group(2));
      }
    }
    return any ? mail.toString() : prose(who);
  }

  /** What they say to one question, in a word or two. */
  private static String answer(Claimant who, String question) {
    String words = question.toLowerCase(Locale.ROOT);
    if (words.contains("conduct")) {
      return "Yes, I agree";
    }
    if (words.contains("recovery code")) {
      return "never made";
    }
    if (words.contains("take") || words.contains("time")) {
      return "I understand that this may take time";
    }
    if (words.contains("happened") || words.contains("wrong")) {
      return reasonInEnglish(who);
    }
    return words.contains("account") ? who.account() : "";
  }

  private static String reason(Claimant who) {
    String main =
        List.of("lost_email_access", "lost_2fa_device", "forgot_password").stream()
            .filter(who.reasons()::contains)
            .findFirst()
            .orElse("");
    return switch (who.language() + " " + main) {
      case "de lost_2fa_device" -> "Ich habe mein Handy mit der Authenticator-App verloren.";
      case "de forgot_password" -> "Ich habe mein Passwort vergessen.";
      case "de lost_email_access" -> "Ich habe keinen Zugriff mehr auf meine E-Mail-Adresse.";
      case "fr lost_2fa_device" ->
          "J'ai perdu mon téléphone avec l'application d'authentification.";
      case "fr forgot_password" -> "J'ai oublié mon mot de passe.";
      case "fr lost_email_access" -> "Je n'ai plus accès à mon adresse e-mail.";
      case "es lost_2fa_device" -> "Perdí el móvil con la aplicación de autenticación.";
      case "es forgot_password" -> "Olvidé mi contraseña.";
      case "es lost_email_access" -> "Ya no tengo acceso a mi correo electrónico.";
      case "pt lost_2fa_device" -> "Perdi o telemóvel com a aplicação de autenticação.";
      case "pt forgot_password" -> "Esqueci a minha senha.";
      case "pt lost_email_access" -> "Já não tenho acesso ao meu e-mail.";
      case "zh lost_2fa_device" -> "我丢了装有验证器的手机。";
      case "zh forgot_password" -> "我忘记了密码。";
      case "zh lost_email_access" -> "我无法再访问我的邮箱。";
      case "ja lost_2fa_device" -> "認証アプリの入ったスマートフォンを紛失しました。";
      case "ja forgot_password" -> "パスワードを忘れました。";
      case "ja lost_email_access" -> "登録したメールアドレスを使えなくなりました。";
      default -> reasonInEnglish(who);
    };
  }

  private static String reasonInEnglish(Claimant who) {
    List<String> said = new ArrayList<>();
    for (String reason : who.reasons().stream().sorted().toList()) {
      said.add(
          switch (reason) {
            case "lost_2fa_device" -> "I lost my phone with the authenticator app.";
            case "forgot_password" -> "I forgot my password.";
            case "lost_email_access" -> "I no longer have access to my email address.";
            case "lost_recovery_codes" -> "I lost my recovery codes.";
            case "recovery_codes_invalid" -> "My recovery codes are refused.";
            case "email_unverified" -> "My email address was never verified.";
            case "account_compromised" -> "Somebody else got into my account.";
            case "locked_or_frozen" -> "My account is frozen.";
            default -> "Something else is wrong with my login.";
          });
    }
    return said.isEmpty() ? "I lost my phone with the authenticator app." : String.join(" ", said);
  }
}
