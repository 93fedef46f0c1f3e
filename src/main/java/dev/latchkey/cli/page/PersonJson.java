package dev.latchkey.cli.page;

import dev.latchkey.letter.OurCodes;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.store.TicketViews;
import dev.latchkey.store.TicketViews.TicketView;
import dev.latchkey.store.erasure.Erasure;
import dev.latchkey.store.erasure.ErasurePlan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is kept of a person, as they may read it: codes are blacked out, others only named. */
public final class PersonJson {
  private PersonJson() {}

  public static Map<String, @Nullable Object> of(
      EmailAddress who, Erasure.Kept found, TicketViews tickets) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("address", who.toString());
    json.put("tickets", own(found, who).flatMap(line -> view(tickets, line).stream()).toList());
    json.put(
        "namedInTicketsOfOthers",
        found.tickets().stream()
            .filter(line -> !line.requester().equals(who.toString()))
            .map(line -> line.reference().toString())
            .toList());
    json.put("mails", found.mails().stream().map(PersonJson::mail).toList());
    json.put("letters", found.letters().stream().map(PersonJson::letter).toList());
    return json;
  }

  private static Stream<ErasurePlan.Line> own(Erasure.Kept found, EmailAddress who) {
    return found.tickets().stream().filter(line -> line.requester().equals(who.toString()));
  }

  /** What it is about and what happened when; nothing of who decided, nor what they noted. */
  private static Optional<Map<String, @Nullable Object>> view(
      TicketViews tickets, ErasurePlan.Line line) {
    Optional<TicketView> view = tickets.find(line.reference());
    return view.map(
        it -> {
          Map<String, @Nullable Object> json = TicketJson.of(it.ticket());
          json.remove("assignee");
          json.put("addresses", it.ticket().answers().addresses());
          json.put("details", it.ticket().answers().details());
          json.put(
              "history",
              it.history().stream()
                  .map(entry -> Map.of("at", entry.at().toString(), "event", entry.event().name()))
                  .toList());
          return json;
        });
  }

  private static Map<String, @Nullable Object> mail(Erasure.Mail mail) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("receivedAt", mail.receivedAt().toString());
    json.put("subject", mail.subject());
    json.put("written", mail.written());
    json.put("outcome", mail.outcome());
    return json;
  }

  private static Map<String, @Nullable Object> letter(OutboundMail letter) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("date", letter.date().toString());
    json.put("subject", OurCodes.blackedOut(letter.subject()));
    json.put("body", OurCodes.blackedOut(letter.body()));
    return json;
  }
}
