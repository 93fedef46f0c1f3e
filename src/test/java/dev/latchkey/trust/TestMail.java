package dev.latchkey.trust;

import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.StructureFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A mail put together field by field, as the parser would hand it over. */
record TestMail(String from, List<HeaderField> headers, Set<StructureFault> faults) {

  static TestMail from(String address) {
    return new TestMail(address, List.of(), Set.of());
  }

  /** The mail with one more field below the others. */
  TestMail with(String name, String value) {
    List<HeaderField> more = new ArrayList<>(headers);
    more.add(new HeaderField(name, value, value));
    return new TestMail(from, more, faults);
  }

  TestMail withFault(StructureFault fault) {
    return new TestMail(from, headers, Set.of(fault));
  }

  /** Nobody: what the parser says when From is in doubt. */
  InboundMail withoutIdentity() {
    return mail(Optional.empty());
  }

  InboundMail parsed() {
    return mail(Optional.of(EmailAddress.of(from)));
  }

  private InboundMail mail(Optional<EmailAddress> identity) {
    return new InboundMail(
        headers,
        identity,
        List.of(from),
        List.of(),
        BodyText.plain("APPROVE KQ7M"),
        "",
        List.of(),
        faults);
  }
}
