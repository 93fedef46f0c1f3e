package dev.latchkey.letter;

/**
 * Every mail the desk can send: a record, whose components are what its template may use. Which
 * party a letter is for is its type, so that none can be written to another.
 *
 * <p>What kind of variable a component is follows from its type, see {@link Kind}. All letters have
 * {@code desk}, the name of the desk, and {@code reference}, the ticket's public name or the empty
 * string, besides.
 */
public sealed interface Letter permits RequesterLetter, OwnerLetter, StaffLetter {

  /** What its name, template and budget are. */
  default LetterKind kind() {
    return LetterKind.of(getClass());
  }
}
