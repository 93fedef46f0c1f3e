package dev.latchkey.triage;

import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** Mails of a few lines that somebody typed. */
@NullMarked
final class TypedMail {
  private static final String NORA = "nora@mail.example";

  private TypedMail() {}

  /** The first one of somebody. */
  static InboundMail first(String subject, String text) {
    return mail(List.of(field("Subject", subject)), text);
  }

  /** One that answers another. */
  static InboundMail later(String text) {
    return mail(
        List.of(field("Subject", "Re: Your request"), field("In-Reply-To", "<a@desk.example>")),
        text);
  }

  /** One that answers a letter of ours. */
  static InboundMail answer(String title, String text) {
    return mail(List.of(field("Subject", title), field("In-Reply-To", "<a@desk.example>")), text);
  }

  private static HeaderField field(String name, String value) {
    return new HeaderField(name, value, value);
  }

  private static InboundMail mail(List<HeaderField> fields, String text) {
    return new InboundMail(
        fields,
        EmailAddress.find(NORA),
        List.of(NORA),
        List.of("support@desk.example"),
        BodyText.plain(text),
        "",
        List.of(),
        Set.of());
  }
}
