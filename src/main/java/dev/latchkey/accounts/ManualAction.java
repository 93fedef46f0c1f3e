package dev.latchkey.accounts;

/** Leaves the reset to people: the staff get a task and answer DONE. */
public final class ManualAction implements RecoveryAction {

  @Override
  public RecoveryResult execute(RecoveryOrder order) {
    return new RecoveryResult.HandedToStaff();
  }

  @Override
  public String describe() {
    return "the staff carry out each recovery and answer DONE";
  }
}
