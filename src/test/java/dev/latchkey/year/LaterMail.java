package dev.latchkey.year;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * What somebody wrote later, and at which moment of a ticket's life it is played.
 *
 * @param author the corpus says who: the requester, or somebody else
 * @param label what the mail is, by its label
 */
record LaterMail(
    String id,
    String language,
    String author,
    String label,
    String subject,
    String text,
    Moment moment) {

  /** When a mail is sent. */
  enum Moment {
    /** Codes are on their way. */
    WHILE_PROVING,
    /** A member of staff asked something. */
    AFTER_A_QUESTION,
    /** The case lies before the staff. */
    IN_REVIEW,
    /** The account was recovered. */
    AT_THE_END,
    /** An owner holds the letter with the code, for a request that is not theirs. */
    OWNER_GOT_A_CODE
  }

  private static final Set<String> ANSWERS =
      Set.of(
          "info",
          "step_done",
          "cannot_comply",
          "confirm_intent",
          "withdraw",
          "self_resolved",
          "answers",
          "done",
          "cannot",
          "confirm",
          "objection",
          "resolved",
          "more_time");

  private static final Map<String, Moment> MOMENTS =
      Map.ofEntries(
          Map.entry("info", Moment.AFTER_A_QUESTION),
          Map.entry("answers", Moment.AFTER_A_QUESTION),
          Map.entry("question", Moment.WHILE_PROVING),
          Map.entry("step_done", Moment.WHILE_PROVING),
          Map.entry("done", Moment.WHILE_PROVING),
          Map.entry("cannot", Moment.WHILE_PROVING),
          Map.entry("cannot_comply", Moment.WHILE_PROVING),
          Map.entry("more_time", Moment.WHILE_PROVING),
          Map.entry("self_resolved", Moment.WHILE_PROVING),
          Map.entry("resolved", Moment.WHILE_PROVING),
          Map.entry("withdraw", Moment.WHILE_PROVING),
          Map.entry("thanks", Moment.AT_THE_END),
          Map.entry("objection", Moment.OWNER_GOT_A_CODE),
          Map.entry("confirm", Moment.OWNER_GOT_A_CODE));

  /** Out of a labelled later mail of either corpus. */
  static LaterMail of(JsonNode mail) {
    JsonNode label = mail.get("label");
    String what = label.path("kind").asText(label.path("intent").asText());
    return new LaterMail(
        mail.get("id").asText(),
        mail.path("lang").asText("en"),
        label.path("author").asText("requester"),
        what,
        mail.get("subject").asText(),
        mail.path("text").asText(mail.path("body").asText()),
        MOMENTS.getOrDefault(what, Moment.IN_REVIEW));
  }

  /** It tells the desk something, so something must come of it. */
  boolean answer() {
    return ANSWERS.contains(label);
  }
}
