package dev.latchkey.flow.proving;

import dev.latchkey.check.AskedProof;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.flow.casefile.AnyAccount;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.letter.ProofWay;
import dev.latchkey.proof.Marker;
import java.util.List;

/** How a requester is told to show what they are asked for. */
final class ProofWays {
  private final AnyAccount any;
  private final Marker marker;

  /**
   * @param any what is asked for of every account
   * @param marker how files and DNS records of the desk are named
   */
  ProofWays(AnyAccount any, Marker marker) {
    this.any = any;
    this.marker = marker;
  }

  /**
   * The ways to show what is open, in its order.
   *
   * @param named places may be named; else only what is asked for of every account is told
   */
  List<ProofWay> of(List<AskedProof> open, boolean named) {
    List<EvidenceClass> anywhere =
        open.stream().filter(OpenProofs::anywhere).map(AskedProof::kind).toList();
    List<AskedProof> places = open.stream().filter(one -> !OpenProofs.anywhere(one)).toList();
    if (named && !places.isEmpty()) {
      return places.stream().map(ProofWays::at).toList();
    }
    String token = open.get(0).token();
    return (anywhere.isEmpty() ? any.kinds() : anywhere)
        .stream().map(kind -> anywhere(kind, token)).toList();
  }

  private ProofWay anywhere(EvidenceClass kind, String token) {
    return switch (kind) {
      case BRANCH -> new ProofWay.AnyBranch(token);
      case SITE_FILE -> new ProofWay.AnySite(token, marker.text());
      case SIGNATURE -> new ProofWay.AnyKey(token);
      case VOUCHER -> new ProofWay.AnyCoOwner();
      case DNS_TXT,
          PROFILE,
          REGISTERED_SENDER,
          CODE,
          SECOND_CODE,
          UNPROVED_CODE,
          UNPROVED_SECOND_CODE,
          RECOVERY_CODE,
          SEEN ->
          throw new IllegalArgumentException(kind + " is not asked for of every account");
    };
  }

  private static ProofWay at(AskedProof one) {
    return switch (one.kind()) {
      case BRANCH -> new ProofWay.Branch(one.token(), one.place());
      case SITE_FILE -> new ProofWay.SiteFile(one.token(), one.place());
      case DNS_TXT -> new ProofWay.DnsTxt(one.token(), one.place());
      case SIGNATURE ->
          one.place().equals("SSH")
              ? new ProofWay.Ssh(one.token())
              : new ProofWay.OpenPgp(one.token());
      case PROFILE -> new ProofWay.Profile(one.token());
      case VOUCHER -> new ProofWay.CoOwner(one.place());
      case REGISTERED_SENDER,
          CODE,
          SECOND_CODE,
          UNPROVED_CODE,
          UNPROVED_SECOND_CODE,
          RECOVERY_CODE,
          SEEN ->
          throw new IllegalArgumentException(one.kind() + " is asked for in another way");
    };
  }
}
