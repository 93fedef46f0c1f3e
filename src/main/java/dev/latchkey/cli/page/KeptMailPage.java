package dev.latchkey.cli.page;

import dev.latchkey.store.MailViews.Kept;
import dev.latchkey.ticket.Reference;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A mail that arrived, with all that is kept of it. */
public final class KeptMailPage {
  private final PrintWriter out;
  private final DeskTime time;

  public KeptMailPage(PrintWriter out, DeskTime time) {
    this.out = out;
    this.time = time;
  }

  public void print(Kept mail) {
    out.println(
        "mail %d  %s"
            .formatted(mail.id(), Objects.requireNonNullElse(mail.outcome(), mail.state())));
    field("came", time.inFull(mail.receivedAt()));
    field("stored", time.inFull(mail.storedAt()));
    field("ended", mail.handledAt() == null ? "" : time.inFull(mail.handledAt()));
    field("state", mail.state());
    field("attempts", Integer.toString(mail.attempts()));
    field("octets", mail.size() + (mail.headerOnly() ? " (only its header was read)" : ""));
    field("kept", mail.octetsKept() ? "yes, sealed: --raw" : "no, it stands in the mailbox only");
    field("from", text(mail.sender()));
    field("taken for", text(mail.writer()));
    field("kind", text(mail.kind()));
    field("message id", text(mail.messageId()));
    field("subject", MaskedCodes.in(text(mail.subject())));
    field("ticket", ticket(mail));
    field("heard by", text(mail.heard()));
    reasons(mail).forEach(reason -> field("because", reason));
    out.println();
    text(mail.written()).lines().forEach(line -> out.println("  | " + Terminal.harmless(line)));
    out.flush();
  }

  public static Map<String, @Nullable Object> json(Kept mail) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", mail.id());
    json.put("state", mail.state());
    json.put("receivedAt", mail.receivedAt().toString());
    json.put("storedAt", mail.storedAt().toString());
    json.put("handledAt", mail.handledAt() == null ? null : mail.handledAt().toString());
    json.put("size", mail.size());
    json.put("headerOnly", mail.headerOnly());
    json.put("octetsKept", mail.octetsKept());
    json.put("attempts", mail.attempts());
    json.put("messageId", mail.messageId());
    json.put("sender", mail.sender());
    json.put("writer", mail.writer());
    json.put("kind", mail.kind());
    json.put("subject", mail.subject());
    json.put("written", mail.written());
    json.put("outcome", mail.outcome());
    json.put("reasons", reasons(mail));
    json.put("ticket", mail.ticketId() == null ? null : ticket(mail));
    json.put("heard", mail.heard());
    return json;
  }

  private static List<String> reasons(Kept mail) {
    return Arrays.stream(text(mail.reasons()).split("; "))
        .filter(reason -> !reason.isBlank())
        .toList();
  }

  private static String ticket(Kept mail) {
    return mail.ticketId() == null ? "" : new Reference(mail.ticketId()).toString();
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }

  /** A line for a field; none when it is empty. */
  private void field(String name, String value) {
    if (!value.isBlank()) {
      out.printf("  %-16s %s%n", name, Terminal.cell(value, 500));
    }
  }
}
