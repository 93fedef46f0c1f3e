package dev.latchkey.flow;

import dev.latchkey.trust.IssuedToken;
import dev.latchkey.trust.TokenPurpose;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the token that a mail answers: by the address it was sent to, else by a code in it. */
public final class Addressed {
  private Addressed() {}

  /** The token of the reply address. */
  public static Optional<IssuedToken> reply(FlowContext turn, Incoming mail) {
    return mail.replyToken().flatMap(turn.work().tokens()::find);
  }

  /** The token whose code the mail carries, wherever it was sent; else that of its address. */
  public static Optional<IssuedToken> proof(FlowContext turn, Incoming mail) {
    return carried(turn, mail, TokenPurpose.PROVE)
        .or(() -> reply(turn, mail).filter(is(TokenPurpose.PROVE)));
  }

  /** The same for a cancel code. */
  public static Optional<IssuedToken> cancel(FlowContext turn, Incoming mail) {
    return carried(turn, mail, TokenPurpose.CANCEL)
        .or(() -> reply(turn, mail).filter(is(TokenPurpose.CANCEL)));
  }

  private static Optional<IssuedToken> carried(
      FlowContext turn, Incoming mail, TokenPurpose purpose) {
    return mail.codes().stream()
        .flatMap(code -> turn.work().tokens().findByCode(code).stream())
        .filter(is(purpose))
        .findFirst();
  }

  private static Predicate<IssuedToken> is(TokenPurpose purpose) {
    return token -> token.purpose() == purpose;
  }
}
