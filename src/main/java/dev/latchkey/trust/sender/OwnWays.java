package dev.latchkey.trust.sender;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The desk's own ways for mail to come in by other hands: groups that deliver to its mailbox, and
 * web forms that write for people. What such a mail says of its writer is a claim and never proved,
 * since whoever reaches the group or the form could have written it.
 */
public final class OwnWays {
  /** A desk that people write to themselves. */
  public static final OwnWays NONE = new OwnWays(List.of(), Set.of());

  /** Fields that name a group: the List-Id of RFC 2919, and what Google Groups and Mailman set. */
  private static final List<String> GROUP_FIELDS =
      List.of("List-Id", "X-BeenThere", "X-Spam-Checked-In-Group");

  /** Where a group that rewrites From puts the one that was there, the surest first. */
  private static final List<String> WRITER_FIELDS =
      List.of("X-Original-From", "X-Original-Sender", "X-MailFrom", "Reply-To");

  private final Set<String> groups;
  private final Set<EmailAddress> forms;

  /**
   * The ways of one desk.
   *
   * @param groups List-Ids ({@code help.desk.example}) or addresses of groups
   * @param forms the addresses that web forms write as
   */
  public OwnWays(List<String> groups, Set<EmailAddress> forms) {
    this.groups = groups.stream().map(OwnWays::name).collect(Collectors.toUnmodifiableSet());
    this.forms = Set.copyOf(forms);
  }

  /** Whether {@code mail} says that it came by one of these ways. */
  public boolean passedOn(InboundMail mail) {
    if (isRewritten(mail)) {
      return writer(mail).isPresent();
    }
    return GROUP_FIELDS.stream()
            .flatMap(field -> mail.fields(field).stream())
            .map(OwnWays::named)
            .anyMatch(groups::contains)
        || (mail.field("Precedence").isPresent()
            && mail.to().stream().map(OwnWays::name).anyMatch(groups::contains));
  }

  /**
   * Who wrote a mail in which From is the group or the form, as far as it says so unambiguously:
   * that group's fields, or the Reply-To of a form. Empty for every other mail.
   */
  public Optional<EmailAddress> writer(InboundMail mail) {
    if (!isRewritten(mail)) {
      return Optional.empty();
    }
    boolean form = mail.identity().filter(forms::contains).isPresent();
    return (form ? Stream.of("Reply-To") : WRITER_FIELDS.stream())
        .flatMap(field -> mail.field(field).stream())
        .flatMap(field -> PlainMailbox.find(field.raw()).stream())
        .filter(writer -> !isWay(writer))
        .findFirst();
  }

  private boolean isRewritten(InboundMail mail) {
    return mail.identity().filter(this::isWay).isPresent();
  }

  private boolean isWay(EmailAddress address) {
    return forms.contains(address) || groups.contains(name(address.toString()));
  }

  /** What stands between the brackets of a List-Id, or all of a field without any. */
  private static String named(HeaderField field) {
    String value = field.raw();
    int open = value.lastIndexOf('<');
    int close = value.indexOf('>', open + 1);
    return name(open >= 0 && close > open ? value.substring(open + 1, close) : value);
  }

  /**
   * A List-Id is made of the address of its list: {@code help@desk.example} without the at sign.
   */
  private static String name(String group) {
    return group.strip().toLowerCase(Locale.ROOT).replace('@', '.');
  }
}
