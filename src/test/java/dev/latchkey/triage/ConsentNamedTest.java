package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.triage.request.RequestReading;
import org.junit.jupiter.api.Test;

/** Who agrees to one of two things in a few words says by that nothing of the other. */
class ConsentNamedTest {
  private final TriageReader triage = Desk.triage();

  @Test
  void theOtherIsNotSaid() {
    RequestReading read = read("J'accepte votre code de conduite.");

    assertThat(read.agrees()).contains(true);
    assertThat(read.waits()).isEmpty();
  }

  @Test
  void bothAreWhereBothAreNamed() {
    RequestReading read =
        read(
            "I lost my phone. My account name is kim.\nI have no recovery codes. I agree to the"
                + " code of conduct, and I know that it can take time.");

    assertThat(read.agrees()).contains(true);
    assertThat(read.waits()).contains(true);
  }

  @Test
  void whoCannotReadTheirMailRefusesNothing() {
    RequestReading read =
        read(
            "They got into my mail first and from there into ada-finch; now I can neither read that"
                + " mail nor log in with you.");

    assertThat(read.agrees()).isEmpty();
  }

  private RequestReading read(String text) {
    return triage.read(TypedMail.first("Account", text)).request();
  }
}
