package dev.latchkey.trust.sender;

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
public record TestMail(String from, List<HeaderField> headers, Set<StructureFault> faults) {

  public static TestMail from(String address) {
    return new TestMail(address, List.of(), Set.of());
  }

  /** The mail with one more field below the others. */
  public TestMail with(String name, String value) {
    List<HeaderField> more = new ArrayList<>(headers);
    more.add(new HeaderField(name, value, value));
    return new TestMail(from, more, faults);
  }

  public TestMail withFault(StructureFault fault) {
    return new TestMail(from, headers, Set.of(fault));
  }

  /** Nobody: what the parser says when From is in doubt. */
  public InboundMail withoutIdentity() {
    return mail(Optional.empty());
  }

  public InboundMail parsed() {
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
