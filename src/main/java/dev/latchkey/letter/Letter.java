package dev.latchkey.letter;

import dev.latchkey.letter.writing.DeskWords;
import java.util.Optional;

/**
 * Every mail the desk can send: a record, whose components are what its template may use. Which
 * party a letter is for is its type, so that none can be written to another.
 *
 * <p>What kind of variable a component is follows from its type, see {@link Kind}. All letters have
 * besides what their {@link Letterhead} says, and what is the desk's own, see {@link DeskWords}.
 */
public sealed interface Letter permits RequesterLetter, OwnerLetter, VoucherLetter, StaffLetter {

  /** What its name, template and budget are. */
  default LetterKind kind() {
    return LetterKind.of(getClass());
  }

  /** The budget that it is charged to: that of its kind, unless what is in it says otherwise. */
  default MailClass mailClass() {
    return kind().mailClass();
  }

  /** Numbers that it shows as a picture, too. */
  default Optional<Chart> chart() {
    return Optional.empty();
  }
}
