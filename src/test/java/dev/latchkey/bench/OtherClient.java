package dev.latchkey.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** Somebody else who reads the desk's mailbox by IMAP. */
@NullMarked
final class OtherClient implements AutoCloseable {
  private static final Pattern UID = Pattern.compile("^\\* \\d+ FETCH \\(.*?UID (\\d+)");

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

  /**
   * About every third of those that are there is marked and expunged.
   *
   * @return the Message-IDs of those that were still there to be marked
   */
  Set<String> deleteSome(Random random) throws IOException {
    Map<String, String> there = messageIds();
    Set<String> marked = new HashSet<>();
    for (Map.Entry<String, String> mail : there.entrySet()) {
      if (random.nextInt(3) == 0
          && say("UID STORE " + mail.getKey() + " +FLAGS (\\Deleted)").stream()
              .anyMatch(line -> line.contains(" FETCH "))) {
        marked.add(mail.getValue());
      }
    }
    say("EXPUNGE");
    return marked;
  }

  /** By UID, in the order of the mailbox. */
  private Map<String, String> messageIds() throws IOException {
    Map<String, String> ids = new LinkedHashMap<>();
    String uid = "";
    for (String line : say("UID FETCH 1:* (UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])")) {
      Matcher next = UID.matcher(line);
      if (next.find()) {
        uid = next.group(1);
      } else if (line.toLowerCase(Locale.ROOT).startsWith("message-id:")) {
        ids.put(uid, line.substring("message-id:".length()).trim());
      }
    }
    return ids;
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
