package dev.latchkey.triage.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.bounce.DeliveryStatusReader.Outcome;
import dev.latchkey.triage.bounce.DeliveryStatusReader.Recipient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class DeliveryStatusReaderTest {

  @Test
  void eachGroupIsARecipient() {
    assertThat(
            DeliveryStatusReader.read(
                """
                Reporting-MTA: dns; relay.example

                Final-Recipient: rfc822; a@one.example
                Action: failed
                Status: 5.1.1

                Final-Recipient: rfc822; b@two.example
                Action: delayed
                Status: 4.4.1
                """))
        .containsExactly(
            new Recipient(List.of("a@one.example"), Outcome.PERMANENT, Optional.of("5.1.1")),
            new Recipient(List.of("b@two.example"), Outcome.DELAYED, Optional.of("4.4.1")));
  }

  @Test
  void theAddressWeWroteGoesBeforeTheOneItBecame() {
    assertThat(
            DeliveryStatusReader.read(
                """
                Final-Recipient: rfc822; inner@one.example
                Original-Recipient: rfc822;outer@one.example
                X-Actual-Recipient: rfc822; third@one.example
                Action: failed
                """))
        .extracting(Recipient::addresses)
        .containsExactly(List.of("outer@one.example", "inner@one.example"));
  }

  @Test
  void groupsWithoutAnEmptyLineBetweenThemAreTold() {
    assertThat(
            DeliveryStatusReader.read(
                """
                Final-Recipient: rfc822; a@one.example
                Action: failed
                Final-Recipient: rfc822; b@one.example
                Action: failed
                """))
        .hasSize(2);
  }

  @Test
  void anEmptyLineInsideAGroupDoesNotEndIt() {
    assertThat(
            DeliveryStatusReader.read(
                """
                Action: failed

                Final-Recipient: rfc822; a@one.example
                Status: 4.0.0
                """))
        .containsExactly(
            new Recipient(List.of("a@one.example"), Outcome.TEMPORARY, Optional.of("4.0.0")));
  }

  @Test
  void theRemoteServersEnhancedCodeDecides() {
    assertThat(
            DeliveryStatusReader.read(
                """
                Final-Recipient: rfc822; a@one.example
                Action: failed
                Status: 4.5.0
                Diagnostic-Code: smtp; 550
                 5.5.0 refused
                """))
        .extracting(Recipient::outcome)
        .containsExactly(Outcome.PERMANENT);
  }

  @Test
  void aReplyOfThreeDigitsDoesNotOverruleTheStatus() {
    assertThat(
            DeliveryStatusReader.read(
                """
                Final-Recipient: rfc822; a@one.example
                Action: failed
                Status: 4.0.0
                Diagnostic-Code: smtp; 554 blocked
                """))
        .extracting(Recipient::outcome)
        .containsExactly(Outcome.TEMPORARY);
  }

  @Test
  void fieldsAboutTheWholeMailAreNoRecipient() {
    assertThat(DeliveryStatusReader.read("Reporting-MTA: dns; relay.example\n\n")).isEmpty();
    assertThat(DeliveryStatusReader.read("")).isEmpty();
    assertThat(DeliveryStatusReader.read("no field\n: nor here\n")).isEmpty();
  }

  @Test
  void fieldsThatStandInATextAreFound() {
    assertThat(
            DeliveryStatusReader.readWithin(
                """
                Status: my mind is made up

                Final-Recipient: rfc822; a@one.example
                Action: failed
                """))
        .extracting(Recipient::addresses)
        .containsExactly(List.of("a@one.example"));
    assertThat(DeliveryStatusReader.readWithin("Status: fine\nAction: none\n")).isEmpty();
  }

  @Test
  void hostileTextIsReadInBoundedTime() {
    String addresses = "a@".repeat(200_000);
    String folded = "Diagnostic-Code: smtp; 550\n" + " x\n".repeat(80_000);
    String lines = "550 5.1.1 <a@b.example>\n".repeat(100_000);
    for (String text :
        List.of(addresses, folded, lines, "-".repeat(2_000_000), "{".repeat(99_999))) {
      String status = "Final-Recipient: rfc822; a@b.example\n" + text;
      Assertions.assertTimeout(
          Duration.ofSeconds(20), () -> assertThat(DeliveryStatusReader.read(status)).isNotEmpty());
    }
  }
}
