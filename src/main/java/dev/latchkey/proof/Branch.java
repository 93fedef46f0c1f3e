package dev.latchkey.proof;

import dev.latchkey.accounts.Link;
import java.util.Optional;
import java.util.Set;

/**
 * A branch or a tag with exactly the token as its name, in a repository on record. It asks as
 * {@code git ls-remote} does, so that every forge will do. Pull requests, forks and notes are other
 * names and other repositories.
 *
 * <p>A repository that was renamed, on the same host and with the same owner, counts and is told.
 * That an owner's name was given up and registered anew by somebody else, nobody can see from here.
 */
public final class Branch extends LinkProof {
  private final EgressGuard guard;

  public Branch(EgressGuard guard) {
    super(Link.Kind.REPOSITORY);
    this.guard = guard;
  }

  @Override
  public String name() {
    return "BRANCH";
  }

  @Override
  Optional<String> shown(HttpsAddress link) {
    return Repository.at(link).map(Repository::toString);
  }

  @Override
  Sighting look(HttpsAddress link, String token) throws CannotLookException {
    Repository onRecord = Repository.at(link).orElseThrow();
    Visit visit = guard.visit(link.host(), guard.start());
    RefListing.Found found =
        new RefListing(visit, Set.of("refs/heads/" + token, "refs/tags/" + token)).in(onRecord);
    return found
        .ref()
        .<Sighting>map(ref -> seen(onRecord, found.repository(), ref))
        .orElseGet(Sighting.NotYet::new);
  }

  private static Sighting seen(Repository onRecord, Repository found, String ref) {
    return new Sighting.Seen(
        found + " " + ref, onRecord.isNamedAs(found) ? Set.of() : Set.of(Sighting.Oddity.RENAMED));
  }
}
