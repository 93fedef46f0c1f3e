package dev.latchkey.check;

import crawlercommons.domains.EffectiveTldFinder;
import dev.latchkey.mail.EmailAddress;
import java.util.Map;
import java.util.Set;

/**
 * Whose hands a mailbox is in, as far as addresses tell: two at one organisation fall together, and
 * some addresses are other names of one mailbox.
 */
public final class Mailboxes {
  /** Domains of providers that deliver to the same mailbox as another one of theirs. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "googlemail.com", "gmail.com",
          "protonmail.com", "proton.me",
          "protonmail.ch", "proton.me",
          "pm.me", "proton.me",
          "me.com", "icloud.com",
          "mac.com", "icloud.com",
          "yandex.com", "yandex.ru",
          "ya.ru", "yandex.ru",
          "fastmail.fm", "fastmail.com");

  /** Where anybody gets a mailbox: two at such a place have nothing to do with each other. */
  private static final Set<String> FOR_EVERYBODY =
      Set.of(
          "126.com",
          "163.com",
          "aol.com",
          "bluewin.ch",
          "daum.net",
          "fastmail.com",
          "foxmail.com",
          "free.fr",
          "freenet.de",
          "gmail.com",
          "gmx.at",
          "gmx.ch",
          "gmx.com",
          "gmx.de",
          "gmx.net",
          "hotmail.co.uk",
          "hotmail.com",
          "hotmail.de",
          "hotmail.es",
          "hotmail.fr",
          "hotmail.it",
          "icloud.com",
          "laposte.net",
          "libero.it",
          "live.com",
          "mail.com",
          "mail.ru",
          "mailbox.org",
          "msn.com",
          "naver.com",
          "orange.fr",
          "outlook.com",
          "outlook.de",
          "outlook.es",
          "outlook.fr",
          "outlook.jp",
          "posteo.de",
          "proton.me",
          "qq.com",
          "rediffmail.com",
          "riseup.net",
          "seznam.cz",
          "sina.com",
          "t-online.de",
          "tutanota.com",
          "uol.com.br",
          "wanadoo.fr",
          "web.de",
          "yahoo.co.in",
          "yahoo.co.jp",
          "yahoo.co.uk",
          "yahoo.com",
          "yahoo.com.br",
          "yahoo.de",
          "yahoo.es",
          "yahoo.fr",
          "yandex.ru",
          "zoho.com");

  private Mailboxes() {}

  /**
   * In whose hands an address is: those of an organisation, which makes as many addresses as it
   * likes, or, at a provider that gives mailboxes to everybody, those of one person.
   */
  public static String hands(EmailAddress address) {
    String organisation = organisation(address);
    return FOR_EVERYBODY.contains(organisation) ? plain(address) : organisation;
  }

  /**
   * The organisational domain, by the <a href="https://publicsuffix.org/list/">public suffix
   * list</a> with its private part: {@code mail.corp.co.uk} is of {@code corp.co.uk}, and {@code
   * dora.github.io} stands alone. Below a suffix that the list does not know it is the last two
   * labels, so that what is unknown counts as one organisation rather than as two.
   */
  public static String organisation(EmailAddress address) {
    String domain = OTHER_NAMES.getOrDefault(address.domain(), address.domain());
    String assigned = EffectiveTldFinder.getAssignedDomain(domain, true, false);
    if (assigned != null) {
      return OTHER_NAMES.getOrDefault(assigned, assigned);
    }
    int last = domain.lastIndexOf('.');
    int before = domain.lastIndexOf('.', last - 1);
    return domain.substring(before + 1);
  }

  /** Whether both are at one organisation: a second mailbox there is no second witness. */
  public static boolean together(EmailAddress one, EmailAddress other) {
    return organisation(one).equals(organisation(other));
  }

  /** Whether somebody may take one address for the other when they read it. */
  public static boolean mistakable(EmailAddress one, EmailAddress other) {
    return WarningCheck.looksLike(one, other);
  }

  /**
   * Whether both are names of one mailbox: the same but for a detail behind a plus sign (RFC 5233),
   * for another name of the provider, or for dots where Gmail looks at none.
   */
  public static boolean same(EmailAddress one, EmailAddress other) {
    return plain(one).equals(plain(other));
  }

  private static String plain(EmailAddress address) {
    String domain = OTHER_NAMES.getOrDefault(address.domain(), address.domain());
    int detail = address.local().indexOf('+');
    String local = detail > 0 ? address.local().substring(0, detail) : address.local();
    return (domain.equals("gmail.com") ? local.replace(".", "") : local) + "@" + domain;
  }
}
