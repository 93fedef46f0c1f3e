package dev.latchkey.mail;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets that a server gives the desk and that must outlive the process. */
public interface KeptSecrets {

  /**
   * The secret of that name.
   *
   * @param name 100 characters at most, which tells nothing of the secret
   * @throws MailTransportException when it cannot be read now
   */
  Optional<String> find(String name) throws MailTransportException;

  /**
   * Keeps a secret in place of the one of that name.
   *
   * @throws MailTransportException when it cannot be written now
   */
  void keep(String name, String secret) throws MailTransportException;

  /** In memory, for as long as the process lives. */
  static KeptSecrets inMemory() {
    Map<String, String> secrets = new ConcurrentHashMap<>();
    return new KeptSecrets() {
      @Override
      public Optional<String> find(String name) {
        return Optional.ofNullable(secrets.get(name));
      }

      @Override
      public void keep(String name, String secret) {
        secrets.put(name, secret);
      }
    };
  }
}
