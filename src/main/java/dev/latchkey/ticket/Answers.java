package dev.latchkey.ticket;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the requester answered to the questions of the form. Claims, all of them.
 *
 * @param accountName as typed, secrets and ornaments removed, 100 characters at most
 * @param index which index or site the account is on
 * @param recoveryCodes what they say about them
 * @param codeOfConduct whether they agreed to it
 * @param acknowledged whether they acknowledged that it takes time
 * @param addresses mail addresses they name
 * @param projects projects they name
 * @param details free text, secrets removed
 */
public record Answers(
    Optional<String> accountName,
    Optional<String> index,
    Set<Reason> reasons,
    RecoveryCodes recoveryCodes,
    Optional<Boolean> codeOfConduct,
    Optional<Boolean> acknowledged,
    List<String> addresses,
    List<String> projects,
    String details) {
  /** Addresses, or projects, that are kept, however many mails name some. */
  private static final int MOST_ITEMS = 50;

  /** A question of the form that a desk may require an answer to. */
  public enum Question {
    ACCOUNT_NAME,
    REASON,
    RECOVERY_CODES,
    CODE_OF_CONDUCT,
    ACKNOWLEDGEMENT;

    /** Whether nobody but the owner can answer it. */
    public boolean ownersAlone() {
      return this == RECOVERY_CODES || agreement();
    }

    /** Whether it asks to agree to something. */
    public boolean agreement() {
      return this == CODE_OF_CONDUCT || this == ACKNOWLEDGEMENT;
    }
  }

  public Answers {
    reasons = Set.copyOf(reasons);
    addresses = List.copyOf(addresses);
    projects = List.copyOf(projects);
  }

  /** Those of {@code required} that have no answer; a box that is not ticked is none. */
  public Set<Question> missing(Set<Question> required) {
    Set<Question> missing = EnumSet.noneOf(Question.class);
    for (Question question : required) {
      boolean answered =
          switch (question) {
            case ACCOUNT_NAME -> accountName.isPresent();
            case REASON -> !reasons.isEmpty();
            case RECOVERY_CODES -> recoveryCodes.said();
            case CODE_OF_CONDUCT -> codeOfConduct.orElse(false);
            case ACKNOWLEDGEMENT -> acknowledged.orElse(false);
          };
      if (!answered) {
        missing.add(question);
      }
    }
    return missing;
  }

  /** These answers completed and corrected by later ones; the account name is never replaced. */
  public Answers with(Answers later) {
    Set<Reason> allReasons = EnumSet.noneOf(Reason.class);
    allReasons.addAll(reasons);
    allReasons.addAll(later.reasons);
    boolean none =
        later.recoveryCodes == RecoveryCodes.NEVER_MADE
            || later.recoveryCodes == RecoveryCodes.NONE;
    if (none && allReasons.size() > 1) {
      // Codes that were never made are not lost, and who has none need not have lost them.
      allReasons.remove(Reason.LOST_RECOVERY_CODES);
    }
    return new Answers(
        accountName.or(later::accountName),
        index.or(later::index),
        allReasons,
        later.recoveryCodes.said() ? later.recoveryCodes : recoveryCodes,
        later.codeOfConduct.filter(agreed -> agreed).or(() -> codeOfConduct),
        later.acknowledged.filter(agreed -> agreed).or(() -> acknowledged),
        union(addresses, later.addresses),
        union(projects, later.projects),
        details.isBlank() ? later.details : details);
  }

  /**
   * Whether they hold codes that would get them in: with a code and a password that works a second
   * factor can be done without.
   */
  public boolean codesHelp() {
    return recoveryCodes.held()
        && !reasons.equals(Set.of(Reason.FORGOT_PASSWORD))
        && !reasons.contains(Reason.RECOVERY_CODES_INVALID)
        && !reasons.contains(Reason.LOST_RECOVERY_CODES)
        && !(reasons.contains(Reason.FORGOT_PASSWORD)
            && reasons.contains(Reason.LOST_EMAIL_ACCESS));
  }

  /** These answers without the account name, which was a wrong one. */
  public Answers withoutName() {
    return named(Optional.empty());
  }

  /** These answers about another account. */
  public Answers named(Optional<String> name) {
    return new Answers(
        name,
        index,
        reasons,
        recoveryCodes,
        codeOfConduct,
        acknowledged,
        addresses,
        projects,
        details);
  }

  /** These answers with a reason that has a name. */
  public Answers because(Reason reason) {
    Set<Reason> all = EnumSet.of(reason);
    all.addAll(reasons);
    all.remove(Reason.OTHER);
    return because(all);
  }

  /** These answers without a reason that was denied. */
  public Answers without(Reason reason) {
    Set<Reason> left = EnumSet.noneOf(Reason.class);
    left.addAll(reasons);
    left.remove(reason);
    return because(left);
  }

  private Answers because(Set<Reason> all) {
    return new Answers(
        accountName,
        index,
        all,
        recoveryCodes,
        codeOfConduct,
        acknowledged,
        addresses,
        projects,
        details);
  }

  private static List<String> union(List<String> first, List<String> second) {
    Set<String> both = new LinkedHashSet<>(first);
    both.addAll(second);
    return both.stream().limit(MOST_ITEMS).toList();
  }
}
