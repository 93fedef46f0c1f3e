package dev.latchkey.flow.mail;

import dev.latchkey.mail.SafeText;
import dev.latchkey.ticket.Answers;
import dev.latchkey.triage.request.RequestReading;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes answers of the form out of what a mail says; cut to what the desk keeps. */
final class AnswersReader {
  /** An account may be named by a mail address. */
  private static final int NAME = 254;

  private static final int DETAILS = 20_000;
  private static final int ITEMS = 20;

  private AnswersReader() {}

  static Answers of(RequestReading request) {
    return new Answers(
        request.username().map(name -> SafeText.cut(name, NAME)),
        request.index().map(name -> SafeText.cut(name, NAME)),
        request.reasons(),
        request.recoveryCodes(),
        request.codeOfConduct(),
        request.acknowledged(),
        few(request.addresses()),
        few(request.projects()),
        SafeText.cut(request.details(), DETAILS));
  }

  /** No answer at all, for a mail whose body was not read. */
  static Answers none() {
    return new Answers(
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        "");
  }

  private static List<String> few(List<String> items) {
    return items.stream()
        .map(item -> SafeText.cut(SafeText.line(item), NAME))
        .filter(item -> !item.isBlank())
        .limit(ITEMS)
        .toList();
  }
}
