package dev.latchkey.flow;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.EndedMail;
import dev.latchkey.store.Heard;
import dev.latchkey.store.Message.Standing;
import dev.latchkey.store.UnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds out who heard each mail of a transaction, by the letters that really go out because of it
 * and by its words. What a person wrote is never heard by nobody: where its writer is not told and
 * the staff get no letter, its words stand before the staff as something new.
 */
final class Hearing {
  private final List<Expected> mails = new ArrayList<>();

  private record Expected(EndedMail mail, Optional<EmailAddress> sender) {}

  /** A mail has ended. */
  void expect(EndedMail mail, Optional<EmailAddress> sender) {
    mails.add(new Expected(mail, sender));
  }

  /** Keeps who heard what. */
  void settle(UnitOfWork work, LetterBatch.Posted posted) {
    for (Expected expected : mails) {
      EndedMail mail = expected.mail();
      long id = mail.mail().id();
      boolean writer = false;
      boolean staff = false;
      for (NewLetter letter : posted.going()) {
        if (letter.because(id)) {
          boolean toWriter =
              expected.sender().filter(letter.draft().envelope().recipient()::equals).isPresent();
          writer |= toWriter;
          staff |= !toWriter && letter.toStaff();
        }
      }
      if (mail.writer().isPresent()) {
        // Who misses one of the letters reads its words in the digest.
        boolean missed =
            posted.heldBack().stream().anyMatch(one -> one.because(id) && one.toStaff());
        if (missed) {
          work.messages().missed(id);
          staff = true;
        } else if (staff) {
          work.messages().readMails(List.of(id));
        } else if (mail.standing() == Standing.ANSWERED && !writer) {
          work.messages().untold(id);
        }
        staff |= mail.standing() != Standing.ANSWERED || !writer;
      }
      work.heard(id, Heard.of(writer, staff));
    }
  }
}
