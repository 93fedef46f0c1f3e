package dev.latchkey.triage.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.BodyText;
import org.junit.jupiter.api.Test;

/** What a member of staff forwards is read as it was written. */
class ForwardedTextTest {
  private static final String WORDS = "Hello,\n\nI lost my phone.\n\nKim";

  @Test
  void theHeadOfAForwardIsLeftOut() {
    assertThat(
            forwarded(
                "OPEN kim@mail.example\n\n---------- Forwarded message ---------\n"
                    + "From: Kim <kim@mail.example>\nDate: Mon, 2 Mar 2026 at 08:40\n"
                    + "Subject: locked out\nTo: Alice <alice@staff.example>\n\n\n"
                    + WORDS))
        .isEqualTo(WORDS);
  }

  @Test
  void theBlockOfOutlookIsLeftOut() {
    assertThat(
            forwarded(
                "OPEN kim@mail.example\n\n________________________________\n"
                    + "From: Kim <kim@mail.example>\nSent: Monday, 2 March 2026 08:40\n"
                    + "To: Alice <alice@staff.example>\nSubject: locked out\n\n"
                    + WORDS))
        .isEqualTo(WORDS);
  }

  @Test
  void marksOfAQuoteAreLeftOut() {
    assertThat(
            forwarded(
                "OPEN kim@mail.example\n\nOn Mon, 2 Mar 2026 at 08:40, Kim wrote:\n\n> "
                    + WORDS.replace("\n", "\n> ")))
        .isEqualTo(WORDS);
  }

  @Test
  void nothingForwardedIsNothing() {
    assertThat(forwarded("OPEN kim@mail.example\n\nShe telephoned.")).isEmpty();
  }

  private static String forwarded(String text) {
    return ForwardedText.of(new ReplyTrimmer().trim(BodyText.plain(text)));
  }
}
