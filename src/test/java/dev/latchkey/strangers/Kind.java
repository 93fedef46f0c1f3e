package dev.latchkey.strangers;

/** What a stranger's account is like inside; none of them may show. */
enum Kind {
  /** There is no such account. */
  UNKNOWN,
  /** Nobody else ever asked about it. */
  UNCLAIMED,
  /** Somebody else has a ticket for it: its owner, or another stranger. */
  RIVAL,
  /**
   * Its loss would hurt many, much is on record of it, and something of it was changed lately; of
   * every other one a recovery was already asked for and given up.
   */
  LADEN;

  private static final String HEADER =
      "name,addresses,second_factor,critical,published,second_factor_changed,language,links,keys,co_owners\n";

  /** The first line of the accounts. */
  static String header() {
    return HEADER;
  }

  /** The line of one account; nothing where there is none. */
  String line(String name, String owner, String project) {
    String there = "%s,%s verified since 2021-03-01".formatted(name, owner);
    return switch (this) {
      case UNKNOWN -> "";
      case UNCLAIMED -> there + ",yes,no,no,,,,,\n";
      case RIVAL -> there + ",no,no,yes,,,,,\n";
      case LADEN ->
          there
              + "; second.%s verified since 2021-03-01".formatted(owner)
              + ",yes,yes,yes,2026-02-20,de,"
              + "repository https://git.example/q/%s since 2022-03-01,,".formatted(project)
              + "%1$s: other%1$s other.%2$s\n".formatted(project, owner);
    };
  }
}
