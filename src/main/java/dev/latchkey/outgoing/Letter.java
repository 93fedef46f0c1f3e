package dev.latchkey.outgoing;

import static dev.latchkey.outgoing.Variable.flag;
import static dev.latchkey.outgoing.Variable.line;
import static dev.latchkey.outgoing.Variable.lines;
import static dev.latchkey.outgoing.Variable.moment;
import static dev.latchkey.outgoing.Variable.number;
import static dev.latchkey.outgoing.Variable.questions;
import static dev.latchkey.outgoing.Variable.span;
import static dev.latchkey.outgoing.Variable.state;
import static dev.latchkey.outgoing.Variable.text;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every mail the desk can send. Each has one template a language, and its template may use its own
 * variables and no others.
 *
 * <p>All of them have {@code desk}, the name of the desk, and {@code reference}, the ticket's
 * public name or the empty string.
 */
public enum Letter {
  /**
   * The first answer. The same for accounts that exist and those that do not.
   *
   * <p>{@code place}: in the queue, 0 unknown. {@code missing}: {@code Answers.Question}s. {@code
   * proving}: proofs are asked for next. {@code secrets}: words of {@code SecretKind}s that were
   * found and blacked out. {@code limitMegabytes}: the mail was over this size and its text was not
   * read; 0 when it was.
   */
  ACKNOWLEDGEMENT(
      Audience.REQUESTER,
      MailClass.ACKNOWLEDGEMENT,
      number("place"),
      span("span"),
      questions("missing"),
      flag("proving"),
      new Variable("secrets", Variable.Kind.SECRETS, false),
      number("limitMegabytes")),
  /** Thank you, but these answers are still missing. */
  DETAILS_MISSING(Audience.REQUESTER, MailClass.ANSWER, questions("missing")),
  /** A second mail of the same person joined their ticket. */
  JOINED(Audience.REQUESTER, MailClass.ANSWER, state()),
  /** "How is it going?" */
  STATUS(
      Audience.REQUESTER,
      MailClass.ANSWER,
      state(),
      number("place"),
      span("span"),
      questions("missing"),
      moment("deadline").orNone()),
  /** We wait for you. */
  REMINDER(
      Audience.REQUESTER, MailClass.REMINDER, state(), questions("missing"), moment("deadline")),
  /** We still do, and close the ticket soon. */
  LAST_CALL(
      Audience.REQUESTER, MailClass.REMINDER, state(), questions("missing"), moment("deadline")),
  EXPIRED(Audience.REQUESTER, MailClass.REMINDER),
  /** You can do it alone, this way. */
  SELF_SERVICE(Audience.REQUESTER, MailClass.ANSWER, moment("deadline")),
  /** {@code question}: what staff want to know, in their words. */
  QUESTION(Audience.REQUESTER, MailClass.ANSWER, text("question")),
  IN_REVIEW(Audience.REQUESTER, MailClass.ANSWER, number("place"), span("span")),
  /** {@code executeAt}: the end of the cooling-off time. */
  APPROVED(Audience.REQUESTER, MailClass.ANSWER, moment("executeAt")),
  /** {@code reason}: what staff say about it; may be empty. */
  REJECTED(Audience.REQUESTER, MailClass.ANSWER, text("reason")),
  /** It needs a closer look; says nothing about why. */
  UNDER_CHECK(Audience.REQUESTER, MailClass.ANSWER),
  WITHDRAWN(Audience.REQUESTER, MailClass.ANSWER),
  /** {@code where}: who can help instead, in the words of staff. */
  REDIRECTED(Audience.REQUESTER, MailClass.ANSWER, text("where")),
  /** {@code into}: the reference of the ticket that goes on. */
  MERGED(Audience.REQUESTER, MailClass.ANSWER, line("into")),
  /** It is done, and how not to lose the account again. */
  RECOVERED(Audience.REQUESTER, MailClass.ANSWER),
  /** You hear of us although nothing happened. */
  SIGN_OF_LIFE(Audience.REQUESTER, MailClass.REMINDER, number("place"), span("span")),
  CODE_REFUSED(Audience.REQUESTER, MailClass.ANSWER),
  REOPENED(Audience.REQUESTER, MailClass.ANSWER, questions("missing"), flag("proving")),

  /**
   * Answer with this code if it was you.
   *
   * <p>{@code account}, in this and the next: its name as the directory has it, never as the
   * requester wrote it.
   */
  CODE(Audience.OWNER, MailClass.CODE, line("account"), line("code"), moment("expiresAt")),
  NOTICE_STARTED(Audience.OWNER, MailClass.NOTICE, line("account"), line("cancelCode")),
  NOTICE_APPROVED(
      Audience.OWNER, MailClass.NOTICE, line("account"), moment("executeAt"), line("cancelCode")),
  /** 24 hours before the reset. */
  NOTICE_FINAL(
      Audience.OWNER, MailClass.NOTICE, line("account"), moment("executeAt"), line("cancelCode")),
  NOTICE_RECOVERED(Audience.OWNER, MailClass.NOTICE, line("account"), line("cancelCode")),
  NOTICE_STOPPED(Audience.OWNER, MailClass.NOTICE, line("account")),

  /**
   * What staff decide on. All but {@code claims} and {@code written} are the desk's own words.
   *
   * <p>{@code code}: what makes an APPROVE count, and {@code expiresAt} until when. {@code
   * account}: what the directory says. {@code claims}: what the requester says. {@code evidence}:
   * what was proved, and {@code unproved} what was not. {@code level}: the assurance level. {@code
   * approvers}: how many people must approve; 0 when nobody can. {@code coolingOff}: how long.
   * {@code recommendation}: the desk's own. {@code written}: the requester's lines.
   */
  CASE(
      Audience.STAFF,
      MailClass.STAFF,
      line("code"),
      moment("expiresAt"),
      lines("account"),
      lines("claims"),
      lines("evidence"),
      lines("unproved"),
      lines("warnings"),
      lines("duplicates"),
      new Variable("level", Variable.Kind.LEVEL, false),
      number("approvers"),
      line("coolingOff"),
      text("recommendation"),
      lines("written")),
  /** The desk cannot carry out the reset itself: please do this, then answer DONE. */
  TASK(Audience.STAFF, MailClass.STAFF, text("account"), lines("steps")),
  /** {@code command}: the line as it was understood. */
  COMMAND_DONE(Audience.STAFF, MailClass.STAFF, line("command"), state(), text("detail")),
  COMMAND_REFUSED(Audience.STAFF, MailClass.STAFF, text("reason")),
  /** To all staff, at once. {@code by}: who decided. */
  DECIDED(
      Audience.STAFF,
      MailClass.STAFF,
      line("command"),
      line("by"),
      state(),
      moment("executeAt").orNone()),
  /** Tickets that wait for staff; {@code days}: the longest of them. */
  NUDGE(Audience.STAFF, MailClass.STAFF, number("days"), lines("lines")),
  CONTESTED(Audience.STAFF, MailClass.ALERT, text("why"), lines("lines")),
  /** A command in your name was refused. */
  FORGED_COMMAND(Audience.STAFF, MailClass.ALERT, text("reason")),
  TICKET_STATUS(Audience.STAFF, MailClass.STAFF, lines("lines")),
  QUEUE(Audience.STAFF, MailClass.STAFF, lines("lines")),
  HELP(Audience.STAFF, MailClass.STAFF),
  ALARM(Audience.STAFF, MailClass.ALERT, text("summary"), lines("lines"));

  private final Audience audience;
  private final MailClass mailClass;

  @SuppressWarnings("ImmutableEnumChecker") // a copy
  private final Map<String, Variable> variables;

  Letter(Audience audience, MailClass mailClass, Variable... own) {
    this.audience = audience;
    this.mailClass = mailClass;
    this.variables =
        Stream.concat(Stream.of(line("desk"), line("reference")), Stream.of(own))
            .collect(Collectors.toUnmodifiableMap(Variable::name, variable -> variable));
  }

  /** Who it is for. */
  public Audience audience() {
    return audience;
  }

  /** What budget it is taken from. */
  public MailClass mailClass() {
    return mailClass;
  }

  /** The name of its template in every language's folder, for example {@code last-call.txt}. */
  public String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
  }

  /** What its template may use, by name. */
  public Map<String, Variable> variables() {
    return variables;
  }
}
