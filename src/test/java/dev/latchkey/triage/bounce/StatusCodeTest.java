package dev.latchkey.triage.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusCodeTest {

  @ParameterizedTest
  @CsvSource({
    "550 5.1.1 User unknown, 5.1.1",
    "Sorry. (#4.4.1), 4.4.1",
    "550-5.7.26 not accepted, 5.7.26",
    "5.2.2 <a@b.example>... Mailbox full, 5.2.2",
    "was deferred: 4.2.0., 4.2.0",
    "Status: 2.1.5, 2.1.5"
  })
  void theEnhancedCodeIsFound(String line, String code) {
    assertThat(StatusCode.find(line).flatMap(StatusCode::enhanced)).contains(code);
  }

  @ParameterizedTest
  @CsvSource({
    "550 no such user, 5",
    "<<< 452 out of space, 4",
    "Remote host said: 421 try later, 4",
    "[SMTP Error Code 550], 5",
    "ERROR_CODE :421, 4",
    "'550-blocked, see above', 5",
    "(in reply: 554), 5"
  })
  void aReplyOnlyGivesTheRank(String line, int rank) {
    assertThat(StatusCode.find(line)).contains(new StatusCode(rank, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host mx.example[4.2.3.9] did not answer",
        "relay.example (Sendmail 5.65/1.37)",
        "Microsoft SMTPSVC(5.0.2195.6713)",
        "your mail of 450 kbytes",
        "delayed for: 500 seconds",
        "Mon, 2 Mar 2026 09:45:00 +0450",
        "the account of user5501",
        "port=4500",
        "1.5.5.5",
        ""
      })
  void otherNumbersAreNoCodes(String line) {
    assertThat(StatusCode.find(line)).isEmpty();
  }

  @Test
  void theEnhancedCodeGoesBeforeTheReply() {
    assertThat(StatusCode.find("550 4.4.7 expired").map(StatusCode::rank)).contains(4);
  }
}
