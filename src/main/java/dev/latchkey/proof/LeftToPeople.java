package dev.latchkey.proof;

import dev.latchkey.accounts.Account;
import java.util.List;

/** The places of a proof, at which the settings let only people look. */
record LeftToPeople(PublicProof proof) implements PublicProof {
  @Override
  public String name() {
    return proof.name();
  }

  @Override
  public boolean looked() {
    return false;
  }

  @Override
  public List<Place> places(Account account) {
    return proof.places(account);
  }

  @Override
  public Sighting look(Account account, String place, String token) {
    return new Sighting.CannotLook(Obstacle.LEFT_TO_PEOPLE);
  }
}
