package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.RegisteredAddress;
import dev.latchkey.check.Assessment;
import dev.latchkey.check.Evidence;
import dev.latchkey.check.Level;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A case in words for the staff: plain facts with source and time, and what they do not prove. */
public final class CaseText {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  /** The values of the letter CASE, without code and expiry. */
  Map<String, @Nullable Object> of(FlowContext turn, CaseFile file) {
    Ticket ticket = file.ticket();
    Assessment assessment = file.assessment();
    List<Evidence> evidence = file.evidence();
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("account", account(file.account(), ticket));
    values.put("claims", claims(ticket));
    values.put(
        "evidence",
        evidence.stream()
            .map(
                piece ->
                    "%s, through %s, %s"
                        .formatted(
                            piece.kind().sentence(), piece.source(), MOMENT.format(piece.at())))
            .toList());
    values.put(
        "unproved",
        evidence.stream().map(piece -> piece.kind().doesNotProve()).distinct().toList());
    values.put(
        "warnings",
        assessment.warnings().stream()
            .map(warning -> warning.kind().sentence() + ": " + warning.source())
            .toList());
    values.put("duplicates", duplicates(turn, ticket));
    values.put("level", assessment.level());
    values.put("approvers", assessment.approvers());
    values.put("coolingOff", words(assessment.coolingOff()));
    values.put("recommendation", recommendation(assessment));
    values.put("written", ticket.answers().details().lines().limit(200).toList());
    return values;
  }

  private static List<String> account(Optional<Account> account, Ticket ticket) {
    if (account.isEmpty()) {
      return List.of("The account directory knows no such account.");
    }
    Account known = account.get();
    List<String> lines = new ArrayList<>();
    lines.add("Name: " + known.name());
    for (RegisteredAddress address : known.addresses()) {
      lines.add(
          "Address: %s%s%s%s%s"
              .formatted(
                  address.address(),
                  address.verified() ? "" : ", not verified",
                  address.addedAt().map(at -> ", since " + MOMENT.format(at)).orElse(""),
                  address.removedAt().map(at -> ", removed " + MOMENT.format(at)).orElse(""),
                  address.address().equals(ticket.requester()) ? " (the requester's)" : ""));
    }
    lines.add("Second factor: " + (known.secondFactor() ? "yes" : "no"));
    lines.add("Publishes: " + (known.published() ? "yes" : "no"));
    lines.add("Critical: " + (known.critical() ? "yes" : "no"));
    return lines;
  }

  private static List<String> claims(Ticket ticket) {
    Answers answers = ticket.answers();
    List<String> lines = new ArrayList<>();
    lines.add("Requester: " + ticket.requester());
    answers.accountName().ifPresent(name -> lines.add("Account name: " + name));
    answers.index().ifPresent(index -> lines.add("Index: " + index));
    lines.add(
        "Reasons: "
            + answers.reasons().stream()
                .map(Reason::word)
                .sorted()
                .collect(Collectors.joining(", ")));
    answers
        .recoveryCodes()
        .ifPresent(
            none ->
                lines.add("Recovery codes: " + (none ? "has none" : "does not say to have none")));
    if (!answers.addresses().isEmpty()) {
      lines.add("Addresses named: " + String.join(", ", answers.addresses()));
    }
    if (!answers.projects().isEmpty()) {
      lines.add("Projects named: " + String.join(", ", answers.projects()));
    }
    return lines;
  }

  private static List<String> duplicates(FlowContext turn, Ticket ticket) {
    return turn.work().tickets().openOfRequester(ticket.requester()).stream()
        .filter(other -> other.id() != ticket.id())
        .limit(10)
        .map(
            other ->
                "%s of the same address, about %s, %s"
                    .formatted(
                        other.reference(), other.account().orElse("no account"), other.state()))
        .toList();
  }

  private static String recommendation(Assessment assessment) {
    if (assessment.recommended()) {
      return "Approval is recommended: %d points in %d groups."
          .formatted(assessment.points(), assessment.groups());
    }
    String lacking =
        "Missing for a recommendation: " + String.join("; ", assessment.lacking()) + ".";
    return assessment.level() == Level.FLOOR
        ? "Approval is not possible. " + lacking
        : "Approval is possible, but not recommended. " + lacking;
  }

  /** A length of time in words, for staff. */
  public static String words(Duration duration) {
    if (duration.isZero()) {
      return "none";
    }
    long hours = duration.toHours();
    return hours % 24 == 0 ? hours / 24 + " d" : hours + " h";
  }
}
