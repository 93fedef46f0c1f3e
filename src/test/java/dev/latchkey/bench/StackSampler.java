package dev.latchkey.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/**
 * Looks at every thread of the desk some hundred times a second and notes which step it is in,
 * waiting included. So the measured program is the one that runs in production.
 */
@NullMarked
final class StackSampler {
  private static final int PAUSE_MILLIS = 5;

  private final Map<Step, Integer> samples = new EnumMap<>(Step.class);
  private final Map<String, Integer> frames = new HashMap<>();
  private final Thread thread = new Thread(this::run, "sampler");
  private volatile boolean ended;
  private volatile long heapPeak;

  /** The steps of a mail, each known by the method that does nothing else. */
  enum Step {
    FETCH("transport.ImapSession", "list fetch fetchHeaders"),
    MOVE("transport.ImapSession", "moveOut"),
    STORE("store.MailStore", "store"),
    CLAIM("store.MailStore", "claim"),
    PARSE("flow.loop.MailReading", "read"),
    DECIDE("flow.mail.FlowRunner", "run"),
    COMMIT("store.DeskStore", "work"),
    SEND("transport.SmtpSender", "send"),
    BOOKKEEPING("flow.loop.OutboxDelivery", "deliverOnce");

    private final String type;
    private final String methods;

    Step(String type, String methods) {
      this.type = "dev.latchkey." + type;
      this.methods = " " + methods + " ";
    }

    boolean is(StackTraceElement frame) {
      return frame.getClassName().equals(type)
          && methods.contains(" " + frame.getMethodName() + " ");
    }
  }

  static StackSampler start() {
    StackSampler sampler = new StackSampler();
    sampler.thread.setDaemon(true);
    sampler.thread.start();
    return sampler;
  }

  private void run() {
    while (!ended) {
      Runtime jvm = Runtime.getRuntime();
      heapPeak = Math.max(heapPeak, jvm.totalMemory() - jvm.freeMemory());
      Thread.getAllStackTraces().values().forEach(this::note);
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private synchronized void note(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      for (Step step : Step.values()) {
        if (step.is(frame)) {
          samples.merge(step, 1, Integer::sum);
          deepest(stack, step);
          return;
        }
      }
    }
  }

  private void deepest(StackTraceElement[] stack, Step step) {
    for (StackTraceElement frame : stack) {
      if (frame.getClassName().startsWith("dev.latchkey")) {
        String name = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
        frames.merge(step + " " + name + "." + frame.getMethodName(), 1, Integer::sum);
        return;
      }
    }
  }

  /** The share of each step in the time of the threads that did any, in percent. */
  synchronized Map<Step, Long> shares() {
    long all = Math.max(1, samples.values().stream().mapToLong(n -> n).sum());
    Map<Step, Long> shares = new EnumMap<>(Step.class);
    for (Step step : Step.values()) {
      shares.put(step, Math.round(100.0 * samples.getOrDefault(step, 0) / all));
    }
    return shares;
  }

  /** The methods of the desk that were met most often at the top. */
  synchronized List<String> hottest(int count) {
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(frames.entrySet());
    sorted.sort(Map.Entry.<String, Integer>comparingByValue().reversed());
    return sorted.stream().limit(count).map(e -> e.getValue() + " " + e.getKey()).toList();
  }

  /** The most heap that was in use, in octets, garbage included. */
  long heapPeak() {
    return heapPeak;
  }

  /** Looks no more. */
  void stop() throws InterruptedException {
    ended = true;
    thread.join();
  }
}
