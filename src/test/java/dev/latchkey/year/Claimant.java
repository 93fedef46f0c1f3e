package dev.latchkey.year;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Somebody who writes to the desk, with the account that is invented for them.
 *
 * @param id of the mail in its corpus
 * @param recovery whether the mail asks for one
 * @param address they write from
 * @param account its name
 * @param reasons what is wrong, by the label
 * @param registered the addresses of the account
 * @param mailboxLost nobody reads the registered address any more
 */
record Claimant(
    String id,
    String language,
    String subject,
    String body,
    boolean recovery,
    String address,
    String account,
    Set<String> reasons,
    List<String> registered,
    boolean mailboxLost,
    boolean published) {

  /** Out of a labelled first mail. */
  static Claimant of(JsonNode mail) {
    JsonNode label = mail.get("label");
    String id = mail.get("id").asText();
    String word = id.replace("fresh-req-", "").toLowerCase(Locale.ROOT);
    boolean recovery =
        label.path("is_recovery_request").asBoolean(label.path("recovery").asBoolean());
    Set<String> reasons = new LinkedHashSet<>();
    label.path("reasons").forEach(reason -> reasons.add(reason.asText()));
    boolean lost = reasons.contains("lost_email_access");
    String address = word + "@people.example";
    int number = Math.floorMod(word.hashCode(), 3);
    List<String> registered = new ArrayList<>();
    registered.add(lost ? word + "@" + LostMailbox.DOMAIN : address);
    if (!lost && number == 0) {
      registered.add(word + "@other.example");
    }
    String name =
        label.path("username").isTextual() ? label.get("username").asText() : "user-" + word;
    List<String> projects =
        StreamSupport.stream(
                label.path("mentions_projects").isMissingNode()
                    ? label.path("projects").spliterator()
                    : label.get("mentions_projects").spliterator(),
                false)
            .map(JsonNode::asText)
            .toList();
    return new Claimant(
        id,
        mail.path("lang").asText(label.path("language").asText("en")),
        mail.get("subject").asText(),
        mail.path("text").asText(mail.path("body").asText()),
        recovery,
        address,
        name,
        Set.copyOf(reasons),
        List.copyOf(registered),
        lost,
        !projects.isEmpty() || number == 1);
  }

  /** The same person with other words, who asks by the form and lost the second factor. */
  static Claimant byForm(String id, String language, boolean twoAddresses) {
    String word = id.toLowerCase(Locale.ROOT);
    String address = word + "@people.example";
    Claimant bare =
        new Claimant(
            id,
            language,
            "Account recovery request",
            "",
            true,
            address,
            "user-" + word,
            Set.of("lost_2fa_device"),
            twoAddresses ? List.of(address, word + "@other.example") : List.of(address),
            false,
            true);
    return bare.saying(AnswerStyle.FORM.write(bare, ""));
  }

  Claimant saying(String words) {
    return new Claimant(
        id,
        language,
        subject,
        words,
        recovery,
        address,
        account,
        reasons,
        registered,
        mailboxLost,
        published);
  }

  /** A line of the account system's file. */
  String csv() {
    List<String> addresses =
        registered.stream().map(one -> one + " verified since 2021-03-01").toList();
    return "\"%s\",%s,%s,no,%s,,,"
        .formatted(
            account.replace("\"", "\"\""),
            String.join("; ", addresses),
            reasons.contains("lost_2fa_device") || reasons.contains("lost_recovery_codes")
                ? "yes"
                : "no",
            published ? "yes" : "no");
  }
}
