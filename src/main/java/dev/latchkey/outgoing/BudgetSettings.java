package dev.latchkey.outgoing;

import dev.latchkey.letter.MailClass;
import java.util.EnumMap;
import java.util.Map;

/** The budget of every class. */
public record BudgetSettings(Map<MailClass, Budget> budgets) {
  /** What an ordinary desk needs: never reached by people, soon by machines. */
  public static final BudgetSettings DEFAULT =
      new BudgetSettings(
          Map.of(
              MailClass.ACKNOWLEDGEMENT, new Budget(3, 500),
              MailClass.ANSWER, new Budget(10, 1_000),
              MailClass.DECISION, new Budget(50, 2000),
              MailClass.REMINDER, new Budget(5, 1_000),
              MailClass.NOTICE, new Budget(10, 1_000),
              MailClass.CODE, new Budget(3, 300),
              MailClass.OWN_CODE, new Budget(6, 300),
              MailClass.STAFF, new Budget(500, 5_000),
              MailClass.INQUIRY, new Budget(12, 300),
              MailClass.ALERT, new Budget(50, 500)));

  public BudgetSettings {
    budgets = Map.copyOf(new EnumMap<>(budgets));
    for (MailClass mailClass : MailClass.values()) {
      if (!budgets.containsKey(mailClass)) {
        throw new IllegalArgumentException("no budget for " + mailClass);
      }
    }
  }

  /** The same with another budget for one class. */
  public BudgetSettings with(MailClass mailClass, Budget budget) {
    Map<MailClass, Budget> changed = new EnumMap<>(budgets);
    changed.put(mailClass, budget);
    return new BudgetSettings(changed);
  }
}
