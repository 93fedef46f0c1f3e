package dev.latchkey.trust.sender;

import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Results that stand in the header of a mail, whoever wrote them: for an operator, who wants to
 * know which of them are their own server's. It proves nothing.
 *
 * @param authservId the name that it was written under
 * @param receivedAbove how many Received fields stand above it
 */
public record WrittenResults(String authservId, int receivedAbove) {

  /** Those of a mail, topmost first; fields that cannot be read are left out. */
  public static List<WrittenResults> of(InboundMail mail) {
    return of(mail, field -> true);
  }

  /** The same of some of its fields. */
  public static List<WrittenResults> of(InboundMail mail, Predicate<HeaderField> which) {
    List<WrittenResults> results = new ArrayList<>();
    int received = 0;
    for (HeaderField field : mail.headers()) {
      if (field.name().equalsIgnoreCase("Received")) {
        received++;
      } else if (field.name().equalsIgnoreCase(AuthenticationResultsReader.FIELD)
          && which.test(field)) {
        int above = received;
        AuthenticationResultsField.authservId(field.raw())
            .ifPresent(id -> results.add(new WrittenResults(id, above)));
      }
    }
    return results;
  }
}
