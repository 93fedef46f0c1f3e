package dev.latchkey.proof.signature;

/**
 * A signature proves nothing, for a reason that is a {@link Refusal}. It leaves the package not.
 */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Refusal why;

  RefusedException(Refusal why) {
    super(why.name());
    this.why = why;
  }

  RefusedException(Refusal why, Exception cause) {
    super(why.name(), cause);
    this.why = why;
  }

  Refusal why() {
    return why;
  }
}
