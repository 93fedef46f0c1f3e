package dev.latchkey.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.LogWatch;
import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.accounts.DirectoryCheck;
import dev.latchkey.accounts.FoundAccounts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NullMarked
class DirectoryLookupTest {
  private final LogWatch log = LogWatch.of(DirectoryLookup.class);

  @AfterEach
  void listenNoMore() {
    log.close();
  }

  @Test
  void whomNobodyAskedForIsNamedInTheLogBesideWhoWasAskedFor() {
    Set<String> others = Set.of("o1", "o2", "o3", "o4", "o5", "o6");
    DirectoryLookup lookup =
        new DirectoryLookup(answering(new FoundAccounts(Map.of(), Map.of(), others)));
    assertThat(lookup.find(Optional.of("kim"))).isEmpty();
    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith(
            "the account directory was asked for kim and told of o1, o2, o3, o4, o5, … as well");
  }

  @Test
  void anAnswerAboutWhoWasAskedForIsNoNews() {
    assertThat(new DirectoryLookup(answering(FoundAccounts.NONE)).find(Optional.of("kim")))
        .isEmpty();
    assertThat(log.lines()).isEmpty();
  }

  private static AccountDirectory answering(FoundAccounts found) {
    return new AccountDirectory() {
      @Override
      public String key(String name) {
        return name;
      }

      @Override
      public FoundAccounts find(Set<String> keys) {
        return found;
      }

      @Override
      public DirectoryCheck check() {
        return new DirectoryCheck("", List.of());
      }
    };
  }
}
