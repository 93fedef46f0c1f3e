package dev.latchkey.transport;

/**
 * Where the desk's mail waits.
 *
 * @param port 993 for {@link Security#TLS}, 143 for {@link Security#STARTTLS}
 * @param folder where people's mail arrives, usually {@code INBOX}
 * @param processedFolder where mail goes that the database owns; made when it is missing
 * @param maxLiteral octets of the largest mail that is ever downloaded; a server that announces a
 *     larger one is cut off
 */
public record ImapSettings(
    String host,
    int port,
    Security security,
    String user,
    String password,
    String folder,
    String processedFolder,
    Timeouts timeouts,
    int maxLiteral) {

  public ImapSettings {
    security.requireFitFor(host);
    if (folder.equals(processedFolder)) {
      throw new IllegalArgumentException("mail cannot be moved from " + folder + " to itself");
    }
    if (maxLiteral < 1) {
      throw new IllegalArgumentException("the largest mail has at least one octet");
    }
  }

  /** The same with the two folders in each other's place. */
  ImapSettings reversed() {
    return new ImapSettings(
        host, port, security, user, password, processedFolder, folder, timeouts, maxLiteral);
  }

  /** Everything but the password. */
  @Override
  public String toString() {
    return user + "@" + host + ":" + port + "/" + folder + " (" + security + ")";
  }
}
