package dev.latchkey.outgoing;

import dev.latchkey.letter.MailClass;
import java.util.EnumMap;
import java.util.Map;

/** The budget of every class. */
public record BudgetSettings(Map<MailClass, Budget> budgets) {
  /** What an ordinary desk needs: never reached by people, soon by machines. */
  public static final BudgetSettings DEFAULT =
      new BudgetSettings(
          Map.ofEntries(
              Map.entry(MailClass.ACKNOWLEDGEMENT, new Budget(3, 500)),
              Map.entry(MailClass.STRANGER, new Budget(4, 60)),
              Map.entry(MailClass.CROWD, new Budget(4, 50)),
              Map.entry(MailClass.ANSWER, new Budget(10, 1_000)),
              Map.entry(MailClass.DECISION, new Budget(50, 2000)),
              Map.entry(MailClass.REMINDER, new Budget(5, 1_000)),
              Map.entry(MailClass.NOTICE, new Budget(10, 1_000)),
              Map.entry(MailClass.CODE, new Budget(3, 300)),
              Map.entry(MailClass.OWN_CODE, new Budget(6, 300)),
              Map.entry(MailClass.STRANGER_CODE, new Budget(3, 60)),
              Map.entry(MailClass.CROWD_CODE, new Budget(3, 50)),
              Map.entry(MailClass.STAFF, new Budget(500, 5_000)),
              Map.entry(MailClass.BARE_CASE, new Budget(50, 500)),
              Map.entry(MailClass.INQUIRY, new Budget(12, 300)),
              Map.entry(MailClass.UNPROVED, new Budget(12, 300)),
              Map.entry(MailClass.OWNER_WORDS, new Budget(50, 500)),
              Map.entry(MailClass.REPORT, new Budget(50, 500)),
              Map.entry(MailClass.ALERT, new Budget(50, 500))));

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
