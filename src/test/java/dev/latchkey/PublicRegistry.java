package dev.latchkey;

import dev.latchkey.proof.DomainRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.NullMarked;

/** The registries of a story. Nobody asks them until one of them has something to say. */
@NullMarked
public final class PublicRegistry implements DomainRegistry {
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile boolean asks;
  private volatile boolean broken;
  private volatile Runnable meanwhile = () -> {};

  /** From now on registries are asked, and say this of a domain. */
  public void say(String domain, Answer answer) {
    asks = true;
    answers.put(domain, answer);
  }

  /** From now on asking ends in an error of our own. */
  public void breakDown() {
    broken = true;
  }

  /** What happens while a registry is asked the next time. */
  public void meanwhile(Runnable happens) {
    meanwhile = happens;
  }

  /** Which domains were asked about, in order. */
  public List<String> asked() {
    return asked;
  }

  @Override
  public boolean asks() {
    return asks;
  }

  @Override
  public Answer ask(String domain, Instant now) {
    asked.add(domain);
    Runnable happens = meanwhile;
    meanwhile = () -> {};
    happens.run();
    if (broken) {
      throw new IllegalStateException("a registry that breaks");
    }
    return answers.getOrDefault(domain, NONE.ask(domain, now));
  }
}
