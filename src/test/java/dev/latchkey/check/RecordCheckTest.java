package dev.latchkey.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.RegisteredAddress;
import dev.latchkey.check.Warning.Kind;
import dev.latchkey.mail.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RecordCheckTest {
  private static final Instant OPENED = Instant.parse("2026-03-02T09:00:00Z");
  private static final Optional<Instant> BEFORE = Optional.of(OPENED.minus(Duration.ofDays(900)));
  private static final Optional<Instant> SINCE = Optional.of(OPENED.plusSeconds(60));
  private static final String OLD = "nora@old.example";
  private static final String NEW = "nora@new.example";

  @Test
  void theRecordOfTheFirstLookIsNothingToTell() {
    assertThat(find(Set.of(OLD), address(OLD, Optional.empty(), Optional.empty()))).isEmpty();
  }

  @Test
  void anAddressThatCameIsToldUnlessItsDayIsSinceTheRequest() {
    RegisteredAddress old = address(OLD, Optional.empty(), Optional.empty());

    assertThat(find(Set.of(OLD), old, address(NEW, Optional.empty(), Optional.empty())))
        .isEqualTo(Map.of(NEW, Kind.ADDRESS_APPEARED));
    assertThat(find(Set.of(OLD), old, address(NEW, BEFORE, Optional.empty())))
        .isEqualTo(Map.of(NEW, Kind.ADDRESS_APPEARED));
    assertThat(find(Set.of(OLD), old, address(NEW, SINCE, Optional.empty()))).isEmpty();
  }

  @Test
  void anAddressThatWentIsToldUnlessItsDayIsSinceTheRequest() {
    RegisteredAddress kept = address(NEW, Optional.empty(), Optional.empty());

    assertThat(find(Set.of(OLD, NEW), kept)).isEqualTo(Map.of(OLD, Kind.ADDRESS_GONE));
    assertThat(find(Set.of(OLD, NEW), kept, address(OLD, BEFORE, BEFORE)))
        .isEqualTo(Map.of(OLD, Kind.ADDRESS_GONE));
    assertThat(find(Set.of(OLD, NEW), kept, address(OLD, BEFORE, SINCE))).isEmpty();
  }

  @Test
  void anAddressThatIsExchangedIsToldTwice() {
    assertThat(find(Set.of(OLD), address(NEW, Optional.empty(), Optional.empty())))
        .isEqualTo(Map.of(OLD, Kind.ADDRESS_GONE, NEW, Kind.ADDRESS_APPEARED));
  }

  /** An address that is listed twice, once as removed, is still there. */
  @Test
  void whatIsListedAgainIsNotGone() {
    assertThat(
            find(
                Set.of(OLD),
                address(OLD, BEFORE, BEFORE),
                address(OLD, Optional.empty(), Optional.empty())))
        .isEmpty();
  }

  private static Map<String, Kind> find(Set<String> first, RegisteredAddress... now) {
    return RecordCheck.find(
        Account.named("nora", "nora").addresses(List.of(now)).build(), first, OPENED);
  }

  private static RegisteredAddress address(
      String address, Optional<Instant> added, Optional<Instant> removed) {
    return new RegisteredAddress(EmailAddress.of(address), true, added, removed);
  }
}
