package dev.latchkey.proof;

/** A look that came to nothing, and why. */
public final class CannotLookException extends Exception {
  private final Obstacle obstacle;

  public CannotLookException(Obstacle obstacle) {
    super(obstacle.name());
    this.obstacle = obstacle;
  }

  public CannotLookException(Obstacle obstacle, Throwable cause) {
    super(obstacle.name(), cause);
    this.obstacle = obstacle;
  }

  /** What stood in the way. */
  public Obstacle obstacle() {
    return obstacle;
  }
}
