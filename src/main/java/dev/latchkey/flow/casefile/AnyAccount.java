package dev.latchkey.flow.casefile;

import dev.latchkey.accounts.OnRecord;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Policy;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is asked for of every account before anything was proved: whatever one has on record, and
 * whether there is one.
 *
 * @param kinds none where no account of this directory could show anything that counts: such a
 *     request lies before people at once
 */
public record AnyAccount(List<EvidenceClass> kinds) {
  private static final Map<EvidenceClass, OnRecord> RESTS_ON =
      Map.of(
          EvidenceClass.BRANCH, OnRecord.LINK,
          EvidenceClass.SITE_FILE, OnRecord.LINK,
          EvidenceClass.SIGNATURE, OnRecord.KEY,
          EvidenceClass.VOUCHER, OnRecord.CO_OWNER);

  public AnyAccount {
    kinds = List.copyOf(kinds);
  }

  /**
   * What the policy gives points for, and the directory can tell of.
   *
   * @param recorded what it can
   */
  public static AnyAccount of(Policy policy, Set<OnRecord> recorded) {
    return new AnyAccount(
        RESTS_ON.entrySet().stream()
            .filter(kind -> recorded.contains(kind.getValue()))
            .map(Map.Entry::getKey)
            .filter(kind -> policy.worth(kind).filter(it -> it.points() > 0).isPresent())
            .sorted()
            .toList());
  }
}
