package dev.latchkey.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/**
 * A server on the loopback interface that answers every line by a function and can stop in the
 * middle of an answer: the broken and hostile servers of our tests.
 */
@NullMarked
public final class ScriptedServer implements AutoCloseable {
  /** Ends the connection after what was said. */
  static final String CUT = "<cut>";

  /** Heard when a client ends its connection. */
  static final String END = "<end>";

  /** Every line that any client sent, in order. */
  public final List<String> heard = new CopyOnWriteArrayList<>();

  private final ServerSocket listener;
  private final String greeting;
  private final Function<String, String> answer;

  private ScriptedServer(String greeting, Function<String, String> answer) throws IOException {
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.greeting = greeting;
    this.answer = answer;
    Thread thread = new Thread(this::serve, "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Answers each line; the function gives whole lines ended by CRLF, and perhaps a CUT. */
  public static ScriptedServer start(String greeting, Function<String, String> answer)
      throws IOException {
    return new ScriptedServer(greeting, answer);
  }

  /**
   * An IMAP server that lets anyone in and has UIDs 1 to 3.
   *
   * @param hostile its answer to a command, {@code %t} standing for the tag; empty for the usual
   */
  static ScriptedServer imap(String abilities, Function<String, String> hostile)
      throws IOException {
    return imap(abilities, hostile, (heard, line) -> "");
  }

  /**
   * The same for a conversation in which not every line of the client is a command.
   *
   * @param within its answer to a line, after all that was heard; empty for that to a command
   */
  static ScriptedServer imap(
      String abilities,
      Function<String, String> hostile,
      BiFunction<List<String>, String, String> within)
      throws IOException {
    ScriptedServer[] server = new ScriptedServer[1];
    server[0] =
        start(
            "* OK [CAPABILITY IMAP4rev1 " + abilities + "] ready\r\n",
            line -> {
              String further = within.apply(server[0].heard, line);
              if (!further.isEmpty()) {
                return further;
              }
              int space = line.indexOf(' ');
              String tag = space < 0 ? line : line.substring(0, space);
              String command = line.substring(space + 1);
              String reply = hostile.apply(command);
              if (reply.isEmpty()) {
                reply = usual(command, abilities) + "%t OK done\r\n";
              }
              return reply.replace("%t", tag);
            });
    return server[0];
  }

  private static String usual(String command, String abilities) {
    return switch (command.split(" ")[0]) {
      case "CAPABILITY" -> "* CAPABILITY IMAP4rev1 " + abilities + "\r\n";
      case "SELECT", "EXAMINE" -> "* 3 EXISTS\r\n* OK [UIDVALIDITY 7] .\r\n* OK [UIDNEXT 4] .\r\n";
      case "LIST" -> "* LIST () \"/\" Processed\r\n";
      default -> "";
    };
  }

  public int port() {
    return listener.getLocalPort();
  }

  private synchronized void hear(String line) {
    heard.add(line);
    notifyAll();
  }

  /** Waits until so many lines that end so were heard. */
  synchronized void await(String ending, int times) throws InterruptedException {
    while (heard.stream().filter(line -> line.endsWith(ending)).count() < times) {
      wait();
    }
  }

  private void serve() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Thread thread = new Thread(() -> talk(client), "scripted-conversation");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void talk(Socket client) {
    try (client;
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
      OutputStream out = client.getOutputStream();
      String reply = greeting;
      while (true) {
        boolean cut = reply.endsWith(CUT);
        String said = cut ? reply.substring(0, reply.length() - CUT.length()) : reply;
        out.write(said.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        String line = cut ? null : lines.readLine();
        if (line == null) {
          if (!cut) {
            hear(END);
          }
          return;
        }
        hear(line);
        reply = answer.apply(line);
      }
    } catch (SocketException e) {
      hear("<gone>");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
