package dev.latchkey.letter;

import dev.latchkey.check.EvidenceClass;
import java.util.Set;

/**
 * What is still waited for from whoever asks.
 *
 * @param codeRight the code of this address was right, and that of another one is missing
 * @param proofs the mailbox is lost, and other proofs than codes are asked for
 * @param wanted the kinds of proof that are asked for, where the code of this address was right
 * @param voucherKnown it was, and they named who may vouch
 */
public record Awaited(
    boolean codeRight, boolean proofs, Set<EvidenceClass> wanted, boolean voucherKnown)
    implements Part {
  public static final Awaited NOTHING = new Awaited(false, false, Set.of(), false);
}
