package dev.latchkey.proof.signature;

/**
 * A signature proves nothing, for a reason that is a {@link SignatureRefusal}. It leaves the
 * package not.
 */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final SignatureRefusal why;

  RefusedException(SignatureRefusal why) {
    super(why.name());
    this.why = why;
  }

  RefusedException(SignatureRefusal why, Exception cause) {
    super(why.name(), cause);
    this.why = why;
  }

  SignatureRefusal why() {
    return why;
  }
}
