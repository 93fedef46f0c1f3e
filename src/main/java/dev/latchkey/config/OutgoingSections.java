package dev.latchkey.config;

import dev.latchkey.letter.MailClass;
import dev.latchkey.outgoing.Budget;
import dev.latchkey.outgoing.BudgetSettings;
import dev.latchkey.outgoing.RetrySettings;
import java.util.Objects;
import java.util.Optional;

/** The sections about mail that goes out: budgets and retry. */
final class OutgoingSections {
  private static final int MUCH = 1_000_000;

  private OutgoingSections() {}

  static Optional<BudgetSettings> budgets(Section section) {
    return section.make(
        () -> {
          BudgetSettings settings = BudgetSettings.DEFAULT;
          for (MailClass mailClass : MailClass.values()) {
            Section budget = section.section(Section.word(mailClass));
            Budget usual = Objects.requireNonNull(settings.budgets().get(mailClass));
            settings =
                settings.with(
                    mailClass,
                    new Budget(
                        budget.number("per-address-per-day", usual.perAddressPerDay(), 1, MUCH),
                        budget.number("total-per-hour", usual.totalPerHour(), 1, MUCH)));
          }
          return settings;
        });
  }

  static Optional<RetrySettings> retry(Section section) {
    RetrySettings usual = RetrySettings.DEFAULT;
    return section.make(
        () ->
            new RetrySettings(
                section.duration("first-delay", usual.firstDelay()),
                section.duration("longest-delay", usual.longestDelay()),
                section.duration("connection-delay", usual.connectionDelay()),
                section.duration("longest-connection-delay", usual.longestConnectionDelay()),
                section.number("attempts", usual.attemptLimit(), 1, MUCH),
                section.duration("give-up-after", usual.giveUpAfter())));
  }
}
