package dev.latchkey.trust.sender;

import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where a provider of mailboxes writes what it found out about a sender, and under which name. Each
 * writes on every mail that comes from outside at one place: beside the Received field of the
 * server that took the mail in. What stands further down came with the mail.
 */
public enum MailProvider {
  /**
   * Exchange Online writes one field, without a name (older) or as {@code mx.microsoft.com}, above
   * the Received field of a host of {@code mail.protection.outlook.com}, and renames every other
   * field of that name. So a second one is not its own, and neither is believed.
   */
  MICROSOFT_365 {
    private static final String NAME = "mx.microsoft.com";

    @Override
    List<String> results(InboundMail mail) {
      int border = border(mail.headers(), ".mail.protection.outlook.com", "");
      List<String> all = fields(mail.headers());
      List<String> own = fields(mail.headers().subList(0, Math.max(0, border)));
      return all.size() == 1 && own.size() == 1 ? own.stream().flatMap(this::named).toList() : NONE;
    }

    /** The same under its name, which the grammar wants. */
    private Stream<String> named(String value) {
      String id = AuthenticationResultsField.authservId(value).orElse("");
      return id.contains("=")
          ? Stream.of(NAME + "; " + value)
          : Stream.of(value).filter(it -> AuthenticationResultsReader.sameName(id, NAME));
    }
  },

  /**
   * Google writes one field as {@code mx.google.com}, right below the Received field of that host.
   * A second one before the next Received field is a sender's, and neither is believed.
   */
  GOOGLE {
    private static final String NAME = "mx.google.com";

    @Override
    List<String> results(InboundMail mail) {
      List<HeaderField> headers = mail.headers();
      int border = border(headers, NAME, "");
      if (border < 0) {
        return NONE;
      }
      int end = border + 1;
      while (end < headers.size() && !isReceived(headers.get(end))) {
        end++;
      }
      List<String> own =
          fields(headers.subList(0, end)).stream().filter(value -> isNamed(value, NAME)).toList();
      return own.size() == 1 ? own : NONE;
    }
  },

  /**
   * Fastmail writes several fields, under the name of the host of {@code messagingengine.com} that
   * took the mail in, above the Received field of its Postfix.
   */
  FASTMAIL {
    @Override
    List<String> results(InboundMail mail) {
      int border = border(mail.headers(), ".messagingengine.com", "(postfix)");
      if (border < 0) {
        return NONE;
      }
      List<String> words = words(mail.headers().get(border));
      String host = words.get(words.lastIndexOf("by") + 1);
      return fields(mail.headers().subList(0, border)).stream()
          .filter(value -> isNamed(value, host))
          .toList();
    }
  };

  private static final List<String> NONE = List.of();

  /** The values of the fields that this provider wrote on a mail, topmost first. */
  abstract List<String> results(InboundMail mail);

  /**
   * The place of the topmost Received field by such a host; -1 when there is none. Whatever else
   * such a field says of the host that it got the mail from, it ends what may be believed.
   *
   * @param program what must stand behind the host; nothing in particular when it is empty
   */
  private static int border(List<HeaderField> headers, String host, String program) {
    for (int i = 0; i < headers.size(); i++) {
      List<String> words = isReceived(headers.get(i)) ? words(headers.get(i)) : List.of();
      for (int by = 0; by + 1 < words.size(); by++) {
        boolean named =
            words.get(by).equals("by")
                && (host.startsWith(".")
                    ? words.get(by + 1).endsWith(host)
                    : words.get(by + 1).equals(host));
        if (named && (program.isEmpty() || words.contains(program))) {
          return i;
        }
      }
    }
    return -1;
  }

  private static boolean isReceived(HeaderField field) {
    return field.name().equalsIgnoreCase("Received");
  }

  private static List<String> words(HeaderField received) {
    return List.of(received.raw().toLowerCase(Locale.ROOT).strip().split("[ \t]+"));
  }

  private static List<String> fields(List<HeaderField> headers) {
    List<String> values = new ArrayList<>();
    for (HeaderField field : headers) {
      if (field.name().equalsIgnoreCase(AuthenticationResultsReader.FIELD)) {
        values.add(field.raw());
      }
    }
    return values;
  }

  private static boolean isNamed(String value, String name) {
    return AuthenticationResultsField.authservId(value)
        .filter(id -> AuthenticationResultsReader.sameName(id, name))
        .isPresent();
  }
}
