package dev.latchkey.proof;

import java.util.Optional;

/**
 * The address of a repository, {@code https://forge/owner/name}, with what may stand before and
 * between. All but the last part is the owner; where there is one part only, it is the owner too.
 * Upper and lower case are the same owner, as forges have it.
 *
 * @param address its path neither empty nor with a slash at its end
 */
record Repository(HttpsAddress address) {
  private static final String ADVERTISEMENT = "/info/refs";
  private static final Optional<String> SERVICE = Optional.of("service=git-upload-pack");
  private static final String SUFFIX = ".git";

  /** The repository at {@code link}; empty for the front page of a host. */
  static Optional<Repository> at(HttpsAddress link) {
    String path = link.path();
    String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return bare.isEmpty()
        ? Optional.empty()
        : Optional.of(new Repository(link.at(bare, Optional.empty())));
  }

  /** Where it says which protocol it speaks (gitprotocol-http, "Smart Clients"). */
  HttpsAddress advertisement() {
    return address.at(address.path() + ADVERTISEMENT, SERVICE);
  }

  /** Where it takes commands (gitprotocol-http, "Smart Service git-upload-pack"). */
  HttpsAddress uploadPack() {
    return address.at(address.path() + "/git-upload-pack", Optional.empty());
  }

  /**
   * The repository of the same owner whose advertisement stands at {@code target}.
   *
   * @throws CannotLookException for one of another owner, and for what is no advertisement: a page
   *     where people log in
   */
  Repository keepOwner(HttpsAddress target) throws CannotLookException {
    if (!target.path().endsWith(ADVERTISEMENT) || !target.query().equals(SERVICE)) {
      throw new CannotLookException(Obstacle.CLOSED);
    }
    String path = target.path().substring(0, target.path().length() - ADVERTISEMENT.length());
    Repository found =
        at(target.at(path, Optional.empty()))
            .orElseThrow(() -> new CannotLookException(Obstacle.OTHER_OWNER));
    if (!found.owner().equalsIgnoreCase(owner())) {
      throw new CannotLookException(Obstacle.OTHER_OWNER);
    }
    return found;
  }

  /** Forges add {@code .git} to an address or take it away. */
  boolean isNamedAs(Repository other) {
    return withoutSuffix().equals(other.withoutSuffix());
  }

  private String owner() {
    int last = address.path().lastIndexOf('/');
    return last == 0 ? withoutSuffix() : address.path().substring(0, last);
  }

  private String withoutSuffix() {
    String path = address.path();
    return path.endsWith(SUFFIX) ? path.substring(0, path.length() - SUFFIX.length()) : path;
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
