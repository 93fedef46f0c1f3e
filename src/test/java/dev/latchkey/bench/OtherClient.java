package dev.latchkey.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;

/** Somebody else who reads the desk's mailbox by IMAP. */
@NullMarked
final class OtherClient implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader in;
  private final OutputStream out;

  OtherClient(int port) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    this.in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    this.out = socket.getOutputStream();
    in.readLine();
    say("LOGIN desk@bench.example bench");
    say("SELECT INBOX");
  }

  void markSeen() throws IOException {
    say("UID STORE 1:* +FLAGS (\\Seen)");
  }

  /** About every third of those that are there is expunged. */
  void deleteSome(Random random) throws IOException {
    for (String line : say("UID SEARCH ALL")) {
      if (line.startsWith("* SEARCH")) {
        for (String uid : line.substring("* SEARCH".length()).trim().split(" ")) {
          if (!uid.isEmpty() && random.nextInt(3) == 0) {
            say("UID STORE " + uid + " +FLAGS (\\Deleted)");
          }
        }
      }
    }
    say("EXPUNGE");
  }

  /** The untagged lines of the answer. */
  private List<String> say(String command) throws IOException {
    out.write(("x " + command + "\r\n").getBytes(StandardCharsets.US_ASCII));
    List<String> answer = new ArrayList<>();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.startsWith("x ")) {
        if (!line.startsWith("x OK")) {
          throw new IOException(command + ": " + line);
        }
        return answer;
      }
      answer.add(line);
    }
    throw new IOException("the server hung up after " + command);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
