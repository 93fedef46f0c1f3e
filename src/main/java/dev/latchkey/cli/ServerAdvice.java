package dev.latchkey.cli;

import dev.latchkey.mail.MailTransportException;
import java.util.function.UnaryOperator;

/** What an operator does about a mail server that cannot be used: which key, in which line. */
final class ServerAdvice {
  private final UnaryOperator<String> places;

  /**
   * @param places a key with its line, for people
   */
  ServerAdvice(UnaryOperator<String> places) {
    this.places = places;
  }

  /**
   * The whole finding.
   *
   * @param section {@code imap} or {@code smtp}
   */
  String of(String section, MailTransportException problem) {
    String advice = advice(section, problem.stage());
    return "%s: %s%s"
        .formatted(section, problem.getMessage(), advice.isEmpty() ? "" : "; " + advice);
  }

  private String advice(String section, MailTransportException.Stage stage) {
    return switch (stage) {
      case NAME ->
          "is %s a typing error? Else the DNS of this machine does not know it"
              .formatted(key(section, "host"));
      case CONNECTION ->
          ("is the server running, is %s its port (%s), and does a firewall let this machine"
                  + " through?")
              .formatted(key(section, "port"), ports(section));
      case ENDED ->
          ("its log says why: too many connections, or an address that it shut out (fail2ban)?"
                  + " Else look at %s and %s (%s)")
              .formatted(key(section, "port"), key(section, "security"), ports(section));
      case REFUSED -> "it is tried again; its log says why, and whether it shut this machine out";
      case TLS ->
          ("look at %s: tls and starttls have ports of their own (%s); for a certificate of an"
                  + " authority of your own set trusted-certificates")
              .formatted(key(section, "security"), ports(section));
      case LOGIN ->
          "look at %s and %s; try both with another mail program"
              .formatted(key(section, "user"), key(section, "password"));
      case FOLDER ->
          "look at %s and %s; its user must be allowed to read, make and empty them"
              .formatted(key(section, "folder"), key(section, "processed-folder"));
      case OTHER -> "";
    };
  }

  private String key(String section, String name) {
    return places.apply(section + "." + name);
  }

  private static String ports(String section) {
    return section.equals("imap")
        ? "993 for tls, 143 for starttls and none"
        : "465 for tls, 587 for starttls, 25 for none";
  }
}
