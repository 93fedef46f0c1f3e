package dev.latchkey.year;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What an account is like.
 *
 * @param two it has a second address at another organisation, which its owner reads
 * @param lost the first address reaches nobody any more
 * @param others what there is to prove with that is neither a mailbox nor public
 */
record Shape(
    boolean two,
    boolean lost,
    boolean published,
    OnRecord onRecord,
    boolean critical,
    boolean secondFactor,
    Set<Other> others) {
  /** Points and groups that a critical account needs. */
  private static final int CRITICAL_POINTS = 16;

  private static final int CRITICAL_GROUPS = 3;
  private static final int SHAPES = 1024;

  /** Prime to their number, so that those beside each other differ in many ways. */
  private static final int STRIDE = 617;

  private static final List<Set<Other>> OTHERS =
      List.of(
          Set.of(),
          Set.of(Other.RECOVERY_CODE),
          Set.of(Other.SIGNATURE),
          Set.of(Other.PROFILE),
          Set.of(Other.VOUCHER),
          Set.of(Other.VOUCHER, Other.RECOVERY_CODE),
          Set.of(Other.SIGNATURE, Other.PROFILE),
          Set.of(Other.VOUCHER, Other.SIGNATURE));

  /** What there is to prove with in public. */
  enum OnRecord {
    NOTHING,
    REPOSITORY,
    SITE,
    BOTH;

    boolean repository() {
      return this == REPOSITORY || this == BOTH;
    }

    boolean site() {
      return this == SITE || this == BOTH;
    }
  }

  /** What else there is, with the points of the policy. */
  enum Other {
    RECOVERY_CODE(10),
    SIGNATURE(8),
    PROFILE(6),
    VOUCHER(4);

    private final int points;

    Other(int points) {
      this.points = points;
    }
  }

  /** All there are. */
  static List<Shape> all() {
    return IntStream.range(0, SHAPES).map(at -> at * STRIDE % SHAPES).mapToObj(Shape::of).toList();
  }

  private static Shape of(int i) {
    Set<Other> others = EnumSet.noneOf(Other.class);
    others.addAll(OTHERS.get(i / 128));
    return new Shape(
        i / 8 % 2 == 1,
        i % 2 == 1,
        i / 64 % 2 == 1,
        OnRecord.values()[i / 2 % 4],
        i / 16 % 2 == 1,
        i / 32 % 2 == 1,
        others);
  }

  /** Its owner reads one of its addresses. */
  boolean readable() {
    return two || !lost;
  }

  boolean has(Other other) {
    return others.contains(other);
  }

  /** There is one good proof that its owner can bring: a voucher alone is none. */
  boolean provable() {
    return readable()
        || onRecord != OnRecord.NOTHING
        || others.stream().anyMatch(other -> other != Other.VOUCHER);
  }

  /** Its owner can bring what a critical account needs. */
  boolean provableThrice() {
    int mailboxes = (readable() ? 6 : 0) + (lost ? 0 : 2) + (two && !lost ? 4 : 0);
    int points =
        mailboxes
            + (onRecord == OnRecord.NOTHING ? 0 : 6)
            + others.stream().mapToInt(other -> other.points).sum();
    int groups =
        (readable() ? 1 : 0)
            + (two && !lost ? 1 : 0)
            + (onRecord == OnRecord.NOTHING ? 0 : 1)
            + others.size();
    boolean beyond =
        onRecord != OnRecord.NOTHING || others.stream().anyMatch(other -> other != Other.VOUCHER);
    return points >= CRITICAL_POINTS && groups >= CRITICAL_GROUPS && beyond;
  }

  @Override
  public String toString() {
    return "%s, %s, %s, %s on record, %s, %s, %s"
        .formatted(
            two ? "two addresses" : "one address",
            lost ? "mailbox lost" : "mailbox read",
            published ? "published" : "nothing published",
            onRecord,
            critical ? "critical" : "not critical",
            secondFactor ? "second factor" : "no second factor",
            others);
  }
}
