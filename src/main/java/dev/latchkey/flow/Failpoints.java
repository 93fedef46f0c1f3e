package dev.latchkey.flow;

/** What happens at a {@link Failpoint}: nothing, outside of crash tests. */
public interface Failpoints {
  /** Called when the moment is reached. */
  void hit(Failpoint point);

  /** Nothing happens. */
  Failpoints NONE = point -> {};
}
