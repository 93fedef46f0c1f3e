package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.triage.request.RequestReading;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Forms that nobody gave to their writers. */
class OwnFormTest {
  private final TriageReader triage = Desk.triage();

  private RequestReading read(String text) {
    return triage.read(TypedMail.first("account", text)).request();
  }

  @Test
  void questionsOfAnotherPlaceAreAnsweredBelowTheirQuotation() {
    RequestReading read =
        read(
            """
            > Which account is this about?
            tide-table

            > Can you still read mail at the address we have on file?
            no, the school closed that mailbox when I left

            > Are your recovery codes still at hand?
            They were on the laptop that burned

            > Do you accept our code of conduct?
            of course, who wouldn't

            > Do you understand that this can take weeks and may be turned down?
            Understood.
            """);

    assertThat(read.recovery()).isTrue();
    assertThat(read.username()).contains("tide-table");
    assertThat(read.reasons()).contains(Reason.LOST_EMAIL_ACCESS);
    assertThat(read.codes()).isEqualTo(RecoveryCodes.LOST);
    assertThat(read.agrees()).contains(true);
    assertThat(read.waits()).contains(true);
  }

  @Test
  void labelsOfTheirOwnMakingWithDashes() {
    RequestReading read =
        read(
            """
            Mein Login – wattmeter
            Was los ist – Handy im See versenkt, da war die Code-App drauf
            Ersatzcodes – nie welche erzeugt
            Eure Verhaltensregeln – einverstanden
            Dass es dauert und auch abgelehnt werden kann – nein, das sehe ich nicht ein
            """);

    assertThat(read.username()).contains("wattmeter");
    assertThat(read.codes()).isEqualTo(RecoveryCodes.NEVER_MADE);
    assertThat(read.agrees()).contains(true);
    assertThat(read.waits()).contains(false);
  }

  @Test
  void aYesToLostCodesIsNotThatTheyAreThere() {
    RequestReading read =
        read(
            """
            Who are you with us: tidemark
            Phone: fell off a ferry, the app was on it
            Backup codes lost? yes
            """);

    assertThat(read.codes()).isNotEqualTo(RecoveryCodes.HAVE);
  }

  @Test
  void aLabelOfOursIsAnsweredByItsOwnLineAlone() {
    RequestReading read =
        read(
            """
            Username: tk7
            Reason: lost my phone
            Code of conduct: yes, agreed
            Yes, I understood that there's no guarantee.
            """);

    assertThat(read.agrees()).contains(true);
  }

  @Test
  void aSentenceThatWasWrappedBelowItsLabelIsReadToItsEnd() {
    RequestReading read =
        read(
            """
            Username: tk7
            Reason: lost my phone
            Code of conduct: yes,
            but only if somebody explains to me what is in it
            """);

    assertThat(read.agrees()).isNotEqualTo(Optional.of(true));
  }

  @Test
  void oneQuestionInALetterIsNoForm() {
    RequestReading read =
        read(
            """
            My account is ovenbird and my phone is gone.

            Do I have to agree to a code of conduct?
            Yes or no would be enough for me.
            """);

    assertThat(read.agrees()).isNotEqualTo(Optional.of(true));
  }
}
