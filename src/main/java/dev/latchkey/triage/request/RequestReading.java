package dev.latchkey.triage.request;

import dev.latchkey.ticket.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a mail asks for, as far as its words tell.
 *
 * @param recovery it asks to get an account back
 * @param username the account name as typed, without ornaments
 * @param index which index or site the account is on, as configured, for example {@code pypi}
 * @param recoveryCodes whether the box is ticked that says: I have no recovery codes, never made or
 *     lost; empty without the box
 * @param codeOfConduct whether the code of conduct was agreed to; empty without the box
 * @param acknowledged whether the waiting time was acknowledged; empty without the box
 * @param addresses mail addresses mentioned, in order of appearance
 * @param projects projects mentioned, in order of appearance
 * @param details the free text, without the form around it
 * @param why the rules that decided
 */
public record RequestReading(
    boolean recovery,
    Optional<String> username,
    Optional<String> index,
    Set<Reason> reasons,
    Optional<Boolean> recoveryCodes,
    Optional<Boolean> codeOfConduct,
    Optional<Boolean> acknowledged,
    List<String> addresses,
    List<String> projects,
    String details,
    List<String> why) {
  public RequestReading {
    reasons = Set.copyOf(reasons);
    addresses = List.copyOf(addresses);
    projects = List.copyOf(projects);
    why = List.copyOf(why);
  }
}
