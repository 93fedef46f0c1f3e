package dev.latchkey.flow.proving;

import dev.latchkey.check.AskedProof;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.proof.PublicProof;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who looks for a proof that was asked for. What the directory tells the desk reads by itself; at
 * places that are open to everybody it looks, or leaves that to people, as the settings say.
 */
final class WhoLooks {
  private final List<PublicProof> proofs;

  /**
   * @param proofs what can be shown in public
   */
  WhoLooks(List<PublicProof> proofs) {
    this.proofs = List.copyOf(proofs);
  }

  /** Whether the desk looks for it by itself. */
  boolean desk(EvidenceClass kind) {
    return kind == EvidenceClass.PROFILE || named(kind).anyMatch(PublicProof::looked);
  }

  /**
   * Whether only people look for it: for a place that is open to everybody, and, where such places
   * are left to them, for whatever is asked for of every account.
   */
  boolean people(AskedProof one) {
    return OpenProofs.anywhere(one) ? people() : named(one.kind()).anyMatch(it -> !it.looked());
  }

  /** Whether places that are open to everybody are left to people. */
  boolean people() {
    return proofs.stream().anyMatch(proof -> !proof.looked());
  }

  private Stream<PublicProof> named(EvidenceClass kind) {
    return proofs.stream().filter(proof -> proof.name().equals(kind.name()));
  }
}
