package dev.latchkey.triage.mark;

import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import java.util.List;
import java.util.Locale;

/**
 * What the return address and From say about whether a machine sends bounces here.
 *
 * @param nullSender the topmost Return-Path is {@code <>} (RFC 5321 section 4.5.5), or what some
 *     servers write for it
 * @param daemon From is the mail system itself (RFC 3834 section 2 and long custom)
 * @param postmaster From is a role that both people and servers write as
 * @param noReply From takes no answers
 */
public record SenderMarks(boolean nullSender, boolean daemon, boolean postmaster, boolean noReply) {

  /** What says nothing. */
  public static final SenderMarks NONE = new SenderMarks(false, false, false, false);

  private static final List<String> DAEMONS =
      List.of(
          "mailer-daemon",
          "mailerdaemon",
          "mailer_daemon",
          "mail-daemon",
          "maildaemon",
          "mdaemon",
          "microsoftexchange329e71ec88ae4615bbc36ab6ce41109e",
          "double-bounce");
  private static final List<String> DAEMON_NAMES =
      List.of(
          "mail delivery s",
          "mail.delivery.s",
          "mailer daemon",
          "mailer-daemon",
          "mail delivery agent");
  private static final List<String> POSTMASTERS =
      List.of(
          "postmaster",
          "post_master",
          "post-master",
          "mailmaster",
          "mail-system",
          "mailsystem",
          "bounce",
          "bounces",
          "ndr",
          "dsn",
          "mmsc",
          "mailadmin",
          "mailadm",
          "imss",
          "virus-admin",
          "virusalert",
          "mailsweeper",
          "amavis");
  private static final List<String> NO_REPLIES =
      List.of(
          "noreply",
          "no-reply",
          "no_reply",
          "no.reply",
          "donotreply",
          "do-not-reply",
          "do_not_reply",
          "do.not.reply",
          "dontreply",
          "dont-reply",
          "nao-responda",
          "naoresponda",
          "nao-responder",
          "no-responder",
          "noresponder",
          "nepasrepondre",
          "ne-pas-repondre",
          "nicht-antworten",
          "nichtantworten",
          "keine-antwort",
          "non-rispondere",
          "geen-antwoord");

  /** Reads the topmost Return-Path and From. */
  public static SenderMarks of(InboundMail mail) {
    String from = mail.field("From").map(HeaderField::text).orElse("").toLowerCase(Locale.ROOT);
    String raw = mail.field("From").map(HeaderField::raw).orElse("").toLowerCase(Locale.ROOT);
    String local = localPart(raw);
    boolean daemon =
        DAEMONS.stream().anyMatch(local::startsWith)
            || DAEMON_NAMES.stream().anyMatch(from::contains);
    boolean noReply = NO_REPLIES.stream().anyMatch(mark -> isMark(local, mark));
    return new SenderMarks(
        nullSender(mail),
        daemon,
        POSTMASTERS.stream().anyMatch(mark -> isMark(local, mark)),
        noReply);
  }

  /** What stands before the last at sign of the address; all of it when there is none. */
  private static String localPart(String from) {
    int open = from.lastIndexOf('<');
    int close = from.indexOf('>', open + 1);
    String address =
        open >= 0
            ? from.substring(open + 1, close < 0 ? from.length() : close)
            : MailAddresses.in(from).stream().findFirst().orElse(from);
    int at = address.lastIndexOf('@');
    return (at < 0 ? address : address.substring(0, at)).strip();
  }

  private static boolean nullSender(InboundMail mail) {
    String path = mail.field("Return-Path").map(HeaderField::raw).orElse("").strip();
    String address = path.toLowerCase(Locale.ROOT).replace("<", "").replace(">", "").strip();
    return (path.startsWith("<") && address.isEmpty()) || address.startsWith("mailer-daemon");
  }

  /** {@code mark} is the local part or a piece of it between punctuation. */
  private static boolean isMark(String local, String mark) {
    int at = local.indexOf(mark);
    int end = at + mark.length();
    return at >= 0
        && (at == 0 || !Character.isLetterOrDigit(local.charAt(at - 1)))
        && (end == local.length() || !Character.isLetter(local.charAt(end)));
  }
}
