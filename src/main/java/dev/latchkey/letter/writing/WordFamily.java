package dev.latchkey.letter.writing;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Level;
import dev.latchkey.check.Warning;
import dev.latchkey.letter.Asking;
import dev.latchkey.letter.CodeFault;
import dev.latchkey.letter.CodeRefusal;
import dev.latchkey.letter.Contest;
import dev.latchkey.letter.Deciding;
import dev.latchkey.letter.Handover;
import dev.latchkey.letter.Unchecked;
import dev.latchkey.letter.Unseen;
import dev.latchkey.letter.Vouched;
import dev.latchkey.letter.Wrote;
import dev.latchkey.mail.UnreadableBody;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.Danger;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.CommandFault;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.triage.secret.SecretKind;
import dev.latchkey.trust.staff.Gate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Words of {@code words.properties} that belong together: keys {@code state.PROVING} and so on, for
 * every constant of a type.
 */
public enum WordFamily {
  /** Where a ticket stands, as a sentence to the requester. */
  STATE(TicketState.class),
  /** What the requester can do about it, as a sentence to them. */
  TODO(TicketState.class),
  /** Where a ticket stands, in few words for staff. */
  STAGE(TicketState.class),
  /** What a question of the form asks, as an item of a list. */
  QUESTION(Answers.Question.class),
  /** What stands in the place of a secret in the words of others. */
  REMOVED(SecretKind.class),
  /** A kind of secret, as an item of a list. */
  SECRET(SecretKind.class),
  /** What an inquiry is about, as a sentence to whoever wrote it. */
  ABOUT(Concern.class),
  /** The same in few words, for staff. */
  CONCERN(Concern.class),
  /** Why a mail cannot be read, as a sentence to whoever wrote it. */
  UNREADABLE(UnreadableBody.class),
  /** Why somebody is locked out, in few words for staff. */
  REASON(Reason.class),
  /** What somebody says about their recovery codes, in few words. */
  CODES(RecoveryCodes.class),
  /** Why a person looks at a request now, as a sentence to who made it. */
  HANDOVER(Handover.class),
  /** Why people decide now, as sentences to the requester. */
  DECIDING(Deciding.class),
  /** Why a proof is asked for, as sentences to the requester. */
  ASKING(Asking.class),
  /** Why a proof could not be seen, as a sentence to the requester. */
  UNSEEN(Unseen.class),
  /** Why a recovery code was not checked, as sentences to the requester. */
  UNCHECKED(Unchecked.class),
  /** Why a code cannot be read, as sentences to who sent it. */
  CODEFAULT(CodeFault.class),
  /** An assurance level, with what it means. */
  LEVEL(Level.class),
  /** A proof that could be shown, as an item of a list. */
  PROOF(EvidenceClass.class),
  /** What a kind of evidence does not show. */
  UNPROVED(EvidenceClass.class),
  /** What was seen. */
  EVIDENCE(EvidenceClass.class),
  /** Something that speaks against a recovery. */
  WARNING(Warning.Kind.class),
  /** What somebody tells of that may ruin an account, as an item of a list to staff. */
  DANGER(Danger.class),
  /** Why a staff member's mail has no effect; no secret and no address in it. */
  GATE(Gate.class),
  /** What happened to a ticket, to staff. */
  EVENT(TicketEvent.class),
  /** What time brings to a ticket. */
  STEP(FollowUp.class),
  /** Why a ticket is contested, as a sentence. */
  CONTEST(Contest.class),
  /** Why the staff read what a requester wrote, as the subject of a letter. */
  NEWS(Wrote.class),
  /** The same as sentences. */
  WROTE(Wrote.class),
  /** Why a code did not count, as sentences to who sent it. */
  REFUSAL(CodeRefusal.class),
  /** What became of an answer of who was asked to vouch, as sentences to them. */
  VOUCHED(Vouched.class),
  /** What a command does and how it is written, as an item of a list. */
  HELP(Verb.class),
  /** What a command line lacks, as a sentence. */
  LACK(CommandFault.Lack.class);

  /** What stands in no other sentence. */
  private static final Set<WordFamily> SENTENCES = EnumSet.of(STATE, TODO, ABOUT);

  private final Class<? extends Enum<?>> type;

  WordFamily(Class<? extends Enum<?>> type) {
    this.type = type;
  }

  /** The family that templates name so, in lower case. */
  static Optional<WordFamily> find(String name) {
    return Arrays.stream(values()).filter(family -> family.prefix().equals(name)).findFirst();
  }

  /** How templates name the families. */
  static List<String> prefixes() {
    return Arrays.stream(values()).map(WordFamily::prefix).toList();
  }

  /**
   * The family in which a sentence says a constant of that type: the last one, or the one that the
   * constant is named after, unless that one has sentences of its own.
   */
  static Optional<WordFamily> inSentence(String name, Class<?> type) {
    return find(name)
        .filter(family -> family.type == type && !SENTENCES.contains(family))
        .or(
            () ->
                Arrays.stream(values())
                    .filter(family -> family.type == type)
                    .reduce((earlier, later) -> later));
  }

  /** The type of the constants it has words for. */
  Class<?> type() {
    return type;
  }

  private String prefix() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The constants it has words for, in their order. */
  List<Enum<?>> constants() {
    return List.of(type.getEnumConstants());
  }

  /** Where the words for a constant stand. */
  String key(String constant) {
    return prefix() + "." + constant;
  }
}
