package dev.latchkey.transport;

import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.MailTransportException.Stage;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ConnectionException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.eclipse.angus.mail.util.MailLogger;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the IMAP server, logged in, with the desk's folder selected.
 *
 * <p>It narrows Angus' protocol class where that trusts the server: what one command may make us
 * hold in memory is bounded (Angus allocates whatever a literal announces), and an answer that
 * cannot be parsed is an error (Angus skips it, so a mail would vanish from a list). After any
 * error the connection is closed for good, since the two sides may be out of step.
 */
final class ImapConnection extends IMAPProtocol {
  /** What the answer to a command without literals may take: folder sizes, searches, expunges. */
  static final int PLAIN_ANSWER = 16 << 20;

  private static final int COST_OF_A_RESPONSE = 256;

  private final ImapSettings settings;
  private long uidValidity;

  // These are used while the constructor of the superclass reads the greeting, when they still
  // have the default values; no initialiser may stand here.
  private long held;
  private long allowed;
  private int largestStep;
  private @Nullable ProtocolException unreadable;

  private ImapConnection(ImapSettings settings, Timeouts timeouts)
      throws IOException, ProtocolException {
    super(
        "imap",
        settings.host(),
        settings.port(),
        timeouts.properties("imap"),
        settings.security() == Security.TLS,
        new MailLogger(ImapConnection.class, "imap", false, System.err));
    this.settings = settings;
  }

  /** What is done on a new connection before it is used. */
  @FunctionalInterface
  private interface Step {
    void on(ImapConnection connection)
        throws ProtocolException, MailTransportException, TokenRefusedException;
  }

  /**
   * Connects, logs in, selects the folder and makes the folder for what is done.
   *
   * @param make whether the first one is made as well when it is missing
   */
  static ImapConnection open(ImapSettings settings, AccessTokens tokens, boolean make)
      throws MailTransportException {
    return open(
        settings,
        tokens,
        settings.timeouts(),
        connection -> {
          if (!connection.canMove() && !connection.canExpunge()) {
            throw connection.failure(
                "the server has neither MOVE (RFC 6851) nor UIDPLUS (RFC 4315)");
          }
          if (make) {
            connection.ensureFolder(settings.folder());
          }
          connection.selectFolder(settings.folder());
          connection.ensureFolder(settings.processedFolder());
        });
  }

  /**
   * Connects, logs in, and looks at the folder without changing anything in it (EXAMINE).
   *
   * @param timeouts of this connection; its reads wait for news
   */
  static ImapConnection watching(ImapSettings settings, AccessTokens tokens, Timeouts timeouts)
      throws MailTransportException {
    return open(settings, tokens, timeouts, connection -> connection.examine(settings.folder()));
  }

  private static ImapConnection open(
      ImapSettings settings, AccessTokens tokens, Timeouts timeouts, Step ready)
      throws MailTransportException {
    return settings
        .credentials()
        .logIn(
            tokens,
            login ->
                open(
                    settings,
                    timeouts,
                    connection -> {
                      new ImapLogin(connection, settings).with(login);
                      ready.on(connection);
                    }));
  }

  private static ImapConnection open(ImapSettings settings, Timeouts timeouts, Step steps)
      throws MailTransportException, TokenRefusedException {
    ImapConnection connection = greeted(settings, timeouts);
    boolean ready = false;
    try {
      steps.on(connection);
      ready = true;
      return connection;
    } catch (ProtocolException | RuntimeException e) {
      throw Failure.exception(settings.host(), settings.port(), e);
    } finally {
      if (!ready) {
        connection.disconnect();
      }
    }
  }

  private static ImapConnection greeted(ImapSettings settings, Timeouts timeouts)
      throws MailTransportException {
    try {
      return new ImapConnection(settings, timeouts);
    } catch (ConnectionException e) {
      throw Failure.greeting(settings.host(), settings.port(), "IMAP", e);
    } catch (IOException | ProtocolException | RuntimeException e) {
      throw Failure.exception(settings.host(), settings.port(), e);
    }
  }

  /** Says a line in the midst of a command. */
  void sayLine(String line) throws IOException {
    getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    getOutputStream().flush();
  }

  /** What the server tells with an answer of what it can do. */
  void learnCapabilities(Response answer) {
    setCapabilities(answer);
  }

  private void selectFolder(String folder) throws MailTransportException {
    try {
      MailboxInfo info = select(folder);
      if (info.uidvalidity < 1) {
        throw failure(Stage.FOLDER, "folder " + folder + " has no lasting UIDs");
      }
      uidValidity = info.uidvalidity;
    } catch (ProtocolException e) {
      throw failure(Stage.FOLDER, "folder " + folder + " cannot be opened", e);
    }
  }

  /** Makes a folder when it is missing. */
  void ensureFolder(String folder) throws MailTransportException {
    try {
      if (list("", folder) == null) {
        create(folder);
      }
    } catch (ProtocolException e) {
      throw failure(Stage.FOLDER, "folder " + folder + " cannot be made", e);
    }
  }

  /** UIDVALIDITY of the selected folder; it cannot change while it is selected. */
  long uidValidity() {
    return uidValidity;
  }

  boolean canMove() {
    return hasCapability("MOVE");
  }

  boolean canExpunge() {
    return hasCapability("UIDPLUS");
  }

  /** RFC 2177; a part of IMAP4rev2 (RFC 9051 section 6.3.13). */
  boolean canIdle() {
    return hasCapability("IDLE") || hasCapability("IMAP4rev2");
  }

  /** What the server says next; nothing when it is silent and may be. */
  Optional<Response> hear(boolean mayBeSilent) throws IOException, ProtocolException {
    held = 0;
    try {
      return Optional.of(readResponse());
    } catch (SocketTimeoutException e) {
      if (!mayBeSilent) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** The name of a folder as the argument of a command. */
  Argument folderName(String folder) {
    Argument argument = new Argument();
    writeMailboxName(argument, folder);
    return argument;
  }

  /** What STATUS is to tell about a folder. */
  Argument statusOf(String folder) {
    return folderName(folder).writeAtom("(MESSAGES)");
  }

  /** Runs a command whose answer fits into {@link #PLAIN_ANSWER}. */
  List<Response> ask(String command, @Nullable Argument argument) throws MailTransportException {
    return ask(command, argument, PLAIN_ANSWER, PLAIN_ANSWER);
  }

  /**
   * Runs a command and answers with everything the server said.
   *
   * @param total octets that the whole answer may take
   * @param single octets that one literal may take
   */
  List<Response> ask(String command, @Nullable Argument argument, long total, int single)
      throws MailTransportException {
    try {
      return askOfMails(command, argument, total, single);
    } catch (MailTransportException e) {
      if (isRefusal(e)) {
        disconnect();
      }
      throw e;
    }
  }

  /**
   * The same about mails that somebody may take away meanwhile: after a refusal the connection
   * stays open, so that whoever asks can look for what is left.
   */
  List<Response> askOfMails(String command, @Nullable Argument argument, long total, int single)
      throws MailTransportException {
    held = 0;
    allowed = total;
    largestStep = single;
    unreadable = null;
    try {
      Response[] answer = command(command, argument);
      handleResult(answer[answer.length - 1]);
      if (unreadable != null) {
        throw unreadable;
      }
      return List.of(answer);
    } catch (ProtocolException | RuntimeException e) {
      // Angus walks off its buffer with an unchecked exception when an answer is malformed.
      if (!(e instanceof CommandFailedException)) {
        disconnect();
      }
      String verb =
          command.startsWith("UID ") ? command.substring(0, command.indexOf(' ', 4)) : command;
      if (Failure.isOfTheLine(e)) {
        throw Failure.during(verb, settings.host(), settings.port(), e);
      }
      throw new MailTransportException(
          settings.host() + ": " + verb + " failed: " + Failure.line(e.getMessage()), e);
    } finally {
      allowed = 0;
    }
  }

  /** Whether the server said NO: it heard the command, and goes on. */
  static boolean isRefusal(MailTransportException failure) {
    return failure.getCause() instanceof CommandFailedException;
  }

  /** Whether it did because somebody took mails away (RFC 5530 section 3). */
  static boolean someAreGone(MailTransportException refusal) {
    return isRefusal(refusal) && String.valueOf(refusal.getMessage()).contains("[EXPUNGEISSUED]");
  }

  /** What went wrong, with the server that it went wrong with. */
  MailTransportException failure(String what) {
    return failure(Stage.OTHER, what);
  }

  /** What a server said no to; a connection that broke off meanwhile is told as that. */
  MailTransportException failure(Stage stage, String what, ProtocolException said) {
    return Failure.isOfTheLine(said)
        ? Failure.exception(settings.host(), settings.port(), said)
        : failure(stage, what + ": " + Failure.line(said.getMessage()));
  }

  /** The same at a stage. */
  MailTransportException failure(Stage stage, String what) {
    return new MailTransportException(
        stage, settings.host() + ":" + settings.port() + ": " + what, null);
  }

  @Override
  public Response readResponse() throws IOException, ProtocolException {
    try {
      return super.readResponse();
    } catch (ProtocolException e) {
      unreadable = e;
      throw e;
    }
  }

  @Override
  protected ByteArray getResponseBuffer() {
    hold(COST_OF_A_RESPONSE);
    return new BoundedBuffer();
  }

  private void hold(int octets) {
    held += octets;
    // Outside ask(), while logging in, the plain bound holds for all that is said.
    if (held > (allowed == 0 ? PLAIN_ANSWER : allowed)) {
      throw new IllegalStateException("the server says more than it should");
    }
  }

  /** The memory of one response; Angus enlarges it before it reads a literal. */
  private final class BoundedBuffer extends ByteArray {
    BoundedBuffer() {
      super(COST_OF_A_RESPONSE);
    }

    @Override
    public void grow(int octets) {
      int most = largestStep == 0 ? PLAIN_ANSWER : largestStep;
      if (octets > most + COST_OF_A_RESPONSE) {
        throw new IllegalStateException("the server announces a literal of " + octets + " octets");
      }
      hold(octets);
      super.grow(octets);
    }
  }
}
