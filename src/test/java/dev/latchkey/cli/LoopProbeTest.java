package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.MailBytes;
import jakarta.mail.MessagingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --mail} where a server on the way changes what it passes on. */
class LoopProbeTest {
  private static final String RECEIVED = "Received: from relay.example by mx.desk.example\r\n";

  @TempDir private Path folder;
  private CommandDesk desk;

  @BeforeEach
  void open() throws IOException {
    desk = CommandDesk.open(LoopProbeTest.class, folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aMailThatGotAnotherMessageIdAndSubjectIsFoundAllTheSame() throws Exception {
    int exit =
        check(
            mail ->
                mail.replaceAll("Message-ID: .*", "Message-ID: <other@relay.example>")
                    .replaceAll("Subject: .*", "Subject: [EXTERNAL]"));

    assertThat(exit).as(desk.out()).isZero();
    assertThat(desk.out())
        .contains("addresses with + work", "warn  mail: on its way it got another Message-ID");
    assertThat(desk.subjects("INBOX")).isEmpty();
  }

  /** A gateway that delivers to the mailbox itself, and leaves no trace of the address. */
  @Test
  void aReplyAddressThatIsLostOnTheWayIsAFault() throws Exception {
    int exit = check(mail -> mail.replaceAll("[+]check[a-z2-7]{21}@", "@"));

    assertThat(exit).as(desk.out()).isEqualTo(1);
    assertThat(desk.out())
        .contains("FAIL  mail: it came back after", "no field of its header names support+check")
        .doesNotContain("addresses with + work", "another Message-ID");
  }

  @Test
  void resultsThatTheSettingsDoNotBelieveAreAWarning() throws Exception {
    Files.writeString(
        desk.config(),
        Files.readString(desk.config()).replace("[mx.desk.example]", "[mail.desk.example]"));

    assertThat(check(UnaryOperator.identity())).as(desk.out()).isZero();
    assertThat(desk.out())
        .contains(
            "warn  mail: on top of it stands what mx.desk.example wrote",
            "authentication.authserv-ids (line 5)",
            "it is not believed");
  }

  @Test
  void resultsThatItBringsAlongAreTakenOff() throws Exception {
    believeBelow(1);

    assertThat(check(UnaryOperator.identity())).as(desk.out()).isZero();
    assertThat(desk.out())
        .contains("ok    mail: results that it brought along in your server's name were taken off");
  }

  @Test
  void resultsThatItBringsAlongAreNotBelievedBelowTheServersReceived() throws Exception {
    assertThat(check(LoopProbeTest::careless)).as(desk.out()).isZero();
    assertThat(desk.out())
        .contains(
            "ok    mail: results that it brought along in your server's name stand below 1"
                + " Received on the way from this machine, where they are not believed");
  }

  @Test
  void resultsThatItBringsAlongAndThatAreBelievedAreAFault() throws Exception {
    believeBelow(1);

    assertThat(check(LoopProbeTest::careless)).as(desk.out()).isEqualTo(1);
    assertThat(desk.out())
        .contains(
            "FAIL  mail: results that it brought along itself, in the name of mx.desk.example,"
                + " came back below 1 Received and are believed",
            "Set own-received to 0");
  }

  /** What a server makes of it that takes nothing off. */
  private static String careless(String mail) {
    return "Authentication-Results: mx.desk.example; dmarc=none\r\n" + RECEIVED + mail;
  }

  private void believeBelow(int received) throws IOException {
    String settings = Files.readString(desk.config());
    Files.writeString(
        desk.config(),
        settings.replace("[mx.desk.example]", "[mx.desk.example], own-received: " + received));
  }

  /** Runs it with a relay that passes on what {@code change} makes of the header. */
  private int check(UnaryOperator<String> change) throws Exception {
    try (ServerSocket relay = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      Thread thread = new Thread(() -> relay(relay, change), "relay");
      thread.setDaemon(true);
      thread.start();
      Files.writeString(
          desk.config(),
          Files.readString(desk.config())
              .replaceAll("(smtp: .*port: )\\d+", "$1" + relay.getLocalPort()));
      return desk.run("check", "--mail", "--wait", "20");
    }
  }

  private void relay(ServerSocket relay, UnaryOperator<String> change) {
    try {
      while (true) {
        try (Socket client = relay.accept()) {
          converse(client, change);
        }
      }
    } catch (IOException e) {
      // The test closed it.
    }
  }

  private void converse(Socket client, UnaryOperator<String> change) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    OutputStream out = client.getOutputStream();
    answer(out, "220 relay.example");
    String line = in.readLine();
    while (line != null) {
      String word = line.toUpperCase(Locale.ROOT);
      if (word.equals("DATA")) {
        answer(out, "354 go on");
        String mail =
            in.lines().takeWhile(it -> !it.equals(".")).collect(Collectors.joining("\r\n"));
        pass(change.apply(mail) + "\r\n");
      }
      answer(out, "250 ok");
      line = word.equals("QUIT") ? null : in.readLine();
    }
  }

  private void pass(String mail) throws IOException {
    try {
      if (mail.contains(RECEIVED)) {
        desk.append(mail.getBytes(StandardCharsets.ISO_8859_1));
        return;
      }
      desk.server()
          .submit(
              CommandDesk.SUPPORT,
              CommandDesk.SUPPORT,
              new MailBytes(mail.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (MessagingException e) {
      throw new IOException(e);
    }
  }

  private static void answer(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
