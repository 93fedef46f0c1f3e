package dev.latchkey.ticket;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Answers.Question;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far the talk with the requester has come.
 *
 * @param asked the numbered questions of our last letter, in their order: the first is number 1
 * @param fruitless how many answers in a row brought nothing that was asked for and not known
 * @param staffQuestion what the staff asked, until it is answered
 * @param extensions how often the requester was given more time
 * @param place the lowest place in the queue that the requester was told; it never rises
 * @param promised by when they were told to have a decision, or the reset
 * @param level that the evidence amounted to when it was last put before the staff
 */
public record Dialogue(
    List<Question> asked,
    int fruitless,
    Optional<StaffQuestion> staffQuestion,
    int extensions,
    Optional<Integer> place,
    Optional<Instant> promised,
    Optional<String> level) {

  /** Nothing was said yet. */
  public static final Dialogue NONE =
      new Dialogue(
          List.of(), 0, Optional.empty(), 0, Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * A question of the staff.
   *
   * @param words in their own words
   * @param by who asked
   */
  public record StaffQuestion(String words, EmailAddress by) {}

  public Dialogue {
    asked = List.copyOf(asked);
  }

  /** The same after a letter with these questions. */
  public Dialogue asking(List<Question> questions) {
    return new Dialogue(questions, fruitless, staffQuestion, extensions, place, promised, level);
  }

  /** The same after an answer that brought something, or nothing. */
  public Dialogue answered(boolean something) {
    int rounds = something ? 0 : fruitless + 1;
    return new Dialogue(asked, rounds, staffQuestion, extensions, place, promised, level);
  }

  /** The same with a question of the staff, or without one. */
  public Dialogue with(Optional<StaffQuestion> question) {
    return new Dialogue(asked, fruitless, question, extensions, place, promised, level);
  }

  /** The same after the requester was given more time. */
  public Dialogue extended() {
    return new Dialogue(asked, fruitless, staffQuestion, extensions + 1, place, promised, level);
  }

  /** The same after they were told this place, or a lower one before. */
  public Dialogue told(int now) {
    int lowest = place.map(before -> Math.min(before, now)).orElse(now);
    return new Dialogue(
        asked, fruitless, staffQuestion, extensions, Optional.of(lowest), promised, level);
  }

  /** As it was before a command that is taken back; but a place that was told never rises. */
  public Dialogue takenBackTo(Dialogue before) {
    return place.map(before::told).orElse(before);
  }

  /** The same with a promised moment, or with none. */
  public Dialogue promising(Optional<Instant> moment) {
    return new Dialogue(asked, fruitless, staffQuestion, extensions, place, moment, level);
  }

  /** The same, put before the staff with evidence that amounts to this level. */
  public Dialogue at(String name) {
    return new Dialogue(
        asked, fruitless, staffQuestion, extensions, place, promised, Optional.of(name));
  }
}
