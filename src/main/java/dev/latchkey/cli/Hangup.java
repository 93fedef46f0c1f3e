package dev.latchkey.cli;

import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIGHUP, by which a service is asked to read its settings again. Java has no public way to hear of
 * a signal; {@code sun.misc.Signal} of the module {@code jdk.unsupported} is the one that is kept,
 * and is called by reflection, because the compiler warns of its name.
 */
final class Hangup {
  private static final Logger LOG = LoggerFactory.getLogger(Hangup.class);

  private Hangup() {}

  /**
   * From now on the signal calls {@code task}, in a thread of its own, and ends no process any
   * more. Where this JVM or system has no such signal, or it was ignored before this process began
   * (which Java leaves so), the log says so, and nothing else is different.
   */
  static void calls(Runnable task) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object listener =
          Proxy.newProxyInstance(
              Hangup.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  task.run();
                }
                return null;
              });
      Object before =
          signal
              .getMethod("handle", signal, handler)
              .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), listener);
      if (handler.getField("SIG_IGN").get(null).equals(before)) {
        LOG.warn(
            "settings are not read again on SIGHUP: what started this process ignores it, as nohup"
                + " does (setsid does not)");
      }
    } catch (ReflectiveOperationException e) {
      LOG.warn("settings are not read again on SIGHUP, restart for that: {}", e.toString());
    }
  }
}
