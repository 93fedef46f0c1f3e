package dev.latchkey.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.accounts.DirectoryCheck;
import dev.latchkey.accounts.DirectoryException;
import dev.latchkey.accounts.FoundAccounts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of accounts for which no code can go out. */
class UnprovableAccountsTest {
  private boolean away;

  private final UnprovableAccounts accounts =
      new UnprovableAccounts(
          new AccountDirectory() {
            @Override
            public String key(String name) {
              return name;
            }

            @Override
            public FoundAccounts find(Set<String> keys) throws DirectoryException {
              if (away) {
                throw new DirectoryException("it does not answer", null);
              }
              return new FoundAccounts(
                  Map.of("kim", Account.named("kim", "kim").build()),
                  Map.of("dora", "column second_factor is NULL"),
                  Set.of());
            }

            @Override
            public DirectoryCheck check() {
              throw new IllegalStateException("nobody checks it here");
            }
          });

  @Test
  void eachIsToldWithWhatTheDirectorySays() {
    assertThat(accounts.among(Set.of("kim", "dora", "gone")))
        .containsOnly(
            Map.entry("kim", Optional.empty()),
            Map.entry("dora", Optional.of("column second_factor is NULL")));
  }

  @Test
  void aDirectoryThatIsAwayIsTheReason() {
    away = true;

    assertThat(accounts.among(Set.of("dora")))
        .containsEntry("dora", Optional.of("it does not answer"));
    assertThat(accounts.among(Set.of())).isEmpty();
  }
}
