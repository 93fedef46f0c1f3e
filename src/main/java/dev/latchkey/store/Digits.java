package dev.latchkey.store;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.TicketMapper.DigitsRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The six digits that members of staff gave: which were used, and how many wrong ones came one
 * after another.
 */
public final class Digits {
  private final TicketMapper mapper;
  private final Map<EmailAddress, DigitsRow> known = new HashMap<>();
  private final Set<EmailAddress> changed = new LinkedHashSet<>();
  private final Set<Step> newSteps = new LinkedHashSet<>();

  /** A used step of a time-based code. */
  private record Step(EmailAddress staff, long step) {}

  Digits(TicketMapper mapper) {
    this.mapper = mapper;
  }

  /** Whether digits of this step, or of a later one, were used before (RFC 6238 section 5.2). */
  public boolean used(EmailAddress staff, long step) {
    return newSteps.stream().anyMatch(it -> it.staff().equals(staff) && it.step() >= step)
        || mapper.countTotpSteps(staff.toString(), step) > 0;
  }

  /**
   * Keeps that right digits were used, and forgets the wrong ones before them; a second use by
   * another process is a conflict.
   */
  public void use(EmailAddress staff, long step) {
    if (!newSteps.add(new Step(staff, step))) {
      throw new IllegalStateException("this step was used in this very transaction");
    }
    if (row(staff).tries() > 0) {
      keep(staff, new DigitsRow(staff.toString(), 0, row(staff).lockedUntil()));
    }
  }

  /** Keeps that digits were wrong; how many were, one after another, with these. */
  public int wrong(EmailAddress staff) {
    int tries = row(staff).tries() + 1;
    keep(staff, new DigitsRow(staff.toString(), tries, row(staff).lockedUntil()));
    return tries;
  }

  /** Takes no digits until then, and counts anew. */
  public void lock(EmailAddress staff, Instant until) {
    keep(staff, new DigitsRow(staff.toString(), 0, until));
  }

  /** Whether no digits are taken now. */
  public boolean locked(EmailAddress staff, Instant now) {
    return Optional.ofNullable(row(staff).lockedUntil()).filter(now::isBefore).isPresent();
  }

  private void keep(EmailAddress staff, DigitsRow row) {
    known.put(staff, row);
    changed.add(staff);
  }

  /** Has whatever else tries digits, or approves, in their name wait until this is written. */
  public void alone(EmailAddress staff) {
    row(staff);
  }

  /**
   * Locked by the first who asks, so that what happens at the same time is counted one by one; a
   * row that is not there cannot be locked.
   */
  private DigitsRow row(EmailAddress staff) {
    return known.computeIfAbsent(
        staff,
        it ->
            Optional.ofNullable(mapper.lockDigits(it.toString()))
                .orElseGet(
                    () -> {
                      mapper.beginDigits(it.toString());
                      return Objects.requireNonNull(mapper.lockDigits(it.toString()));
                    }));
  }

  void flush() {
    newSteps.forEach(used -> mapper.insertTotpStep(used.staff().toString(), used.step()));
    changed.forEach(staff -> mapper.saveDigits(row(staff)));
  }
}
