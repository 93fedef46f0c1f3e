package dev.latchkey.letter.writing;

/** What a template calls something of the desk's own, for example {@code links.login}. */
record OwnName(DeskWords.Family family, String name) implements Comparable<OwnName> {

  @Override
  public int compareTo(OwnName other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return family.prefix() + "." + name;
  }
}
