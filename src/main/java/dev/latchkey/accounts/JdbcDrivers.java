package dev.latchkey.accounts;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Drivers of databases that the desk does not bring, out of their own jars (JDBC 4: each names its
 * driver in {@code META-INF/services}). What is loaded stays for the life of the process.
 */
public final class JdbcDrivers {
  private static final Set<Path> LOADED = ConcurrentHashMap.newKeySet();

  private JdbcDrivers() {}

  /** Whether there is a driver for a database. */
  public static boolean known(String url) {
    return DriverManager.drivers().anyMatch(driver -> accepts(driver, url));
  }

  private static boolean accepts(Driver driver, String url) {
    try {
      return driver.acceptsURL(url);
    } catch (SQLException notItsOwn) {
      return false;
    }
  }

  /**
   * Takes the drivers of a jar.
   *
   * @throws IllegalArgumentException when it cannot be read or holds none
   */
  public static void load(Path jar) {
    Path file = jar.toAbsolutePath().normalize();
    if (LOADED.contains(file)) {
      return;
    }
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(file + " cannot be read");
    }
    List<Driver> found = drivers(file);
    if (found.isEmpty()) {
      throw new IllegalArgumentException(file + " holds no JDBC driver");
    }
    for (Driver driver : found) {
      try {
        DriverManager.registerDriver(handedOn(driver));
      } catch (SQLException e) {
        throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
      }
    }
    LOADED.add(file);
  }

  @SuppressWarnings("resource") // its classes are loaded when they are needed
  private static List<Driver> drivers(Path file) {
    try {
      URLClassLoader loader =
          new URLClassLoader(new URL[] {file.toUri().toURL()}, JdbcDrivers.class.getClassLoader());
      return ServiceLoader.load(Driver.class, loader).stream()
          .filter(provider -> provider.type().getClassLoader() == loader)
          .<Driver>map(ServiceLoader.Provider::get)
          .toList();
    } catch (IOException | ServiceConfigurationError e) {
      throw new IllegalArgumentException(file + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** DriverManager hands nobody a driver of a class loader that is not theirs. */
  private static Driver handedOn(Driver driver) {
    return (Driver)
        Proxy.newProxyInstance(
            JdbcDrivers.class.getClassLoader(),
            new Class<?>[] {Driver.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("equals")) {
                return proxy == arguments[0];
              }
              try {
                return method.invoke(driver, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
