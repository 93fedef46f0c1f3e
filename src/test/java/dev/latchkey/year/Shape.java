package dev.latchkey.year;

import java.util.ArrayList;
import java.util.List;

/**
 * What an account is like.
 *
 * @param two it has a second address at another domain, which its owner reads
 * @param lost the first address reaches nobody any more
 */
record Shape(
    boolean two,
    boolean lost,
    boolean published,
    OnRecord onRecord,
    boolean critical,
    boolean secondFactor) {

  /** What there is to prove with beside mailboxes. */
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

  /** All there are, so that those beside each other differ in more than one way. */
  static List<Shape> all() {
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < 128; i++) {
      OnRecord onRecord = OnRecord.values()[i / 2 % 4];
      shapes.add(
          new Shape(
              i / 8 % 2 == 1, i % 2 == 1, i / 64 == 1, onRecord, i / 16 % 2 == 1, i / 32 % 2 == 1));
    }
    return shapes;
  }

  /** Its owner reads one of its addresses. */
  boolean readable() {
    return two || !lost;
  }

  /** There is a proof that its owner can bring. */
  boolean provable() {
    return readable() || onRecord != OnRecord.NOTHING;
  }

  @Override
  public String toString() {
    return "%s, %s, %s, %s on record, %s, %s"
        .formatted(
            two ? "two addresses" : "one address",
            lost ? "mailbox lost" : "mailbox read",
            published ? "published" : "nothing published",
            onRecord,
            critical ? "critical" : "not critical",
            secondFactor ? "second factor" : "no second factor");
  }
}
