package dev.latchkey.transport;

import java.util.List;

/**
 * Where the desk's mail waits.
 *
 * @param port 993 for {@link Security#TLS}, 143 for {@link Security#STARTTLS}
 * @param credentials whose mailbox it is, and by what the desk logs in
 * @param folder where people's mail arrives, usually {@code INBOX}
 * @param processedFolder where mail goes that the database owns; made when it is missing
 * @param olderFolder where mail goes that stood there before the first start and is not answered;
 *     made when it is needed
 * @param unscannedFolder where mail goes whose files the scanner could not look at; made when it is
 *     needed
 * @param maxLiteral octets of the largest mail that is ever downloaded; a server that announces a
 *     larger one is cut off
 * @param idle whether a connection of its own waits for news of mail (RFC 2177)
 */
public record ImapSettings(
    String host,
    int port,
    Security security,
    Credentials credentials,
    String folder,
    String processedFolder,
    String olderFolder,
    String unscannedFolder,
    Timeouts timeouts,
    int maxLiteral,
    boolean idle) {

  /** Where mail goes of before the first start, unless the settings say otherwise. */
  public static final String OLDER = "Older";

  /** Where mail goes that was not scanned, unless the settings say otherwise. */
  public static final String UNSCANNED = "Unscanned";

  /** A mailbox with a password, and what is usual. */
  public ImapSettings(
      String host,
      int port,
      Security security,
      String user,
      String password,
      String folder,
      String processedFolder,
      Timeouts timeouts,
      int maxLiteral) {
    this(
        host,
        port,
        security,
        new Credentials.Password(user, password),
        folder,
        processedFolder,
        OLDER,
        UNSCANNED,
        timeouts,
        maxLiteral,
        true);
  }

  public ImapSettings {
    security.requireFitFor(host);
    if (folder.equals(processedFolder)) {
      throw new IllegalArgumentException("mail cannot be moved from " + folder + " to itself");
    }
    if (olderFolder.equals(folder) || olderFolder.equals(processedFolder)) {
      throw new IllegalArgumentException(
          "mail of before the first start needs a folder of its own, not " + olderFolder);
    }
    if (List.of(folder, processedFolder, olderFolder).contains(unscannedFolder)) {
      throw new IllegalArgumentException(
          "mail that was not scanned needs a folder of its own, not " + unscannedFolder);
    }
    if (maxLiteral < 1) {
      throw new IllegalArgumentException("the largest mail has at least one octet");
    }
  }

  /** The same with the two folders in each other's place. */
  ImapSettings reversed() {
    return between(processedFolder, folder, olderFolder);
  }

  /** The same with the folder of what is older in place of the inbox. */
  ImapSettings older() {
    return between(olderFolder, processedFolder, folder);
  }

  private ImapSettings between(String from, String to, String aside) {
    return new ImapSettings(
        host,
        port,
        security,
        credentials,
        from,
        to,
        aside,
        unscannedFolder,
        timeouts,
        maxLiteral,
        idle);
  }

  /** Which mailbox it is, and which folders of it. */
  public List<String> mailbox() {
    return List.of(
        host,
        Integer.toString(port),
        user(),
        folder,
        processedFolder,
        olderFolder,
        unscannedFolder);
  }

  /** The name of the mailbox at its server. */
  String user() {
    return credentials.user();
  }

  /** Everything but the secret. */
  @Override
  public String toString() {
    return user() + "@" + host + ":" + port + "/" + folder + " (" + security + ")";
  }
}
