package dev.latchkey.triage.request;

import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.name.TypedName;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a mail asks for, as far as its words tell.
 *
 * @param recovery it asks to get an account back
 * @param sure whether that, and the reasons, are likelier by far than anything else
 * @param username the account name as typed, without ornaments
 * @param labelled whether a field, a label or a page of the account gives that name
 * @param foreign it is a filled form of another kind than ours
 * @param index which index or site the account is on, as configured, for example {@code pypi}
 * @param recoveryCodes what the box and the words beside it say of recovery codes; unsaid without
 *     the box
 * @param said answers that stand in sentences and not in a box
 * @param codeOfConduct whether the code of conduct was agreed to; empty without the box
 * @param acknowledged whether the waiting time was acknowledged; empty without the box
 * @param addresses mail addresses mentioned, in order of appearance
 * @param projects projects mentioned, in order of appearance
 * @param details the free text, without the form around it
 * @param why the rules that decided
 */
public record RequestReading(
    boolean recovery,
    boolean sure,
    Optional<String> username,
    boolean labelled,
    boolean foreign,
    Optional<String> index,
    Set<Reason> reasons,
    RecoveryCodes recoveryCodes,
    Set<Said> said,
    Optional<Boolean> codeOfConduct,
    Optional<Boolean> acknowledged,
    List<String> addresses,
    List<String> projects,
    String details,
    List<String> why) {
  public RequestReading {
    username = username.map(TypedName::of).filter(name -> !name.isEmpty());
    reasons = Set.copyOf(reasons);
    said = Set.copyOf(said);
    addresses = List.copyOf(addresses);
    projects = List.copyOf(projects);
    why = List.copyOf(why);
  }

  /**
   * What they say of recovery codes: in the box, else in a sentence. Who lost something and has no
   * codes has none: that is so, whether it is them that are lost.
   */
  public RecoveryCodes codes() {
    if (recoveryCodes.said()) {
      return recoveryCodes;
    }
    if (said.contains(Said.CODES_NEVER_MADE)) {
      return RecoveryCodes.NEVER_MADE;
    }
    if (said.contains(Said.CODES_LOST) && !said.contains(Said.CODES_NONE)) {
      return RecoveryCodes.LOST;
    }
    if (said.contains(Said.CODES_MAYBE)) {
      return RecoveryCodes.MAYBE;
    }
    if (said.contains(Said.CODES_NONE)) {
      return RecoveryCodes.NONE;
    }
    return said.contains(Said.CODES_HAVE) ? RecoveryCodes.HAVE : RecoveryCodes.UNSAID;
  }

  /** Whether they agree to the code of conduct: in a sentence, else in the box. */
  public Optional<Boolean> agrees() {
    return box(Said.AGREES, Said.DISAGREES).or(() -> codeOfConduct);
  }

  /** Whether they know that it takes time: in a sentence, else in the box. */
  public Optional<Boolean> waits() {
    return box(Said.CAN_WAIT, Said.CANNOT_WAIT).or(() -> acknowledged);
  }

  private Optional<Boolean> box(Said yes, Said no) {
    return said.contains(yes)
        ? Optional.of(true)
        : said.contains(no) ? Optional.of(false) : Optional.empty();
  }

  /** The same, read otherwise where another reading knows better. */
  public RequestReading with(
      boolean asks,
      boolean agreed,
      Set<Reason> why,
      Set<Said> answers,
      Optional<String> name,
      List<String> named) {
    return new RequestReading(
        asks,
        agreed,
        name,
        labelled,
        foreign,
        index,
        why,
        recoveryCodes,
        answers,
        codeOfConduct,
        acknowledged,
        addresses,
        named,
        details,
        this.why);
  }

  /** The same without these answers in sentences. */
  public RequestReading without(Set<Said> unsaid) {
    Set<Said> left = new HashSet<>(said);
    return left.removeAll(unsaid) ? with(recovery, sure, reasons, left, username, projects) : this;
  }

  /** The same without a reason that was not given. */
  public RequestReading withoutReason(Reason reason) {
    Set<Reason> left = new HashSet<>(reasons);
    left.remove(reason);
    return with(recovery, sure, left, said, username, projects);
  }

  /** The same with a reason that has a name. */
  public RequestReading because(Reason reason) {
    Set<Reason> all = EnumSet.of(reason);
    all.addAll(reasons);
    all.remove(Reason.OTHER);
    return with(recovery, sure, all, said, username, projects);
  }

  /** The same with these answers in sentences too, where it says nothing else of them. */
  public RequestReading saying(Set<Said> more) {
    Set<Said> all = new HashSet<>(said);
    all.addAll(more);
    if (said.contains(Said.DISAGREES)) {
      all.remove(Said.AGREES);
    }
    if (said.contains(Said.CANNOT_WAIT)) {
      all.remove(Said.CAN_WAIT);
    }
    return all.equals(said) ? this : with(recovery, sure, reasons, all, username, projects);
  }

  /** The same about another account. */
  public RequestReading withUsername(String name) {
    return about(Optional.of(name));
  }

  /** The same about an account that nobody knows yet. */
  public RequestReading withoutUsername() {
    return about(Optional.empty());
  }

  private RequestReading about(Optional<String> name) {
    return new RequestReading(
        recovery,
        sure,
        name,
        name.isPresent(),
        foreign,
        index,
        reasons,
        recoveryCodes,
        said,
        codeOfConduct,
        acknowledged,
        addresses,
        projects,
        details,
        why);
  }
}
