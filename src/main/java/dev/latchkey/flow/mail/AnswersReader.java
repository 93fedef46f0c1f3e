package dev.latchkey.flow.mail;

import dev.latchkey.ticket.Answers;
import dev.latchkey.triage.request.RequestReading;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes answers of the form out of what a mail says; cut to what the desk keeps. */
final class AnswersReader {
  private static final int NAME = 100;
  private static final int DETAILS = 20_000;
  private static final int ITEMS = 20;

  private AnswersReader() {}

  static Answers of(RequestReading request) {
    return new Answers(
        request.username().map(name -> cut(name, NAME)),
        request.index().map(name -> cut(name, NAME)),
        request.reasons(),
        request.recoveryCodes(),
        request.codeOfConduct(),
        request.acknowledged(),
        few(request.addresses()),
        few(request.projects()),
        cut(request.details(), DETAILS));
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
        .map(item -> cut(item.replace('\n', ' '), NAME))
        .filter(item -> !item.isBlank())
        .limit(ITEMS)
        .toList();
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
