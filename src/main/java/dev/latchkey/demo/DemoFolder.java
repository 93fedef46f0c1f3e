package dev.latchkey.demo;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.MailTransportException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Any folder of mails instead of the demo's own day: each is sent to the desk by SMTP. */
final class DemoFolder {
  private static final EmailAddress SENDER = EmailAddress.of("postmaster@mail.example");

  /** GreenMail slows down with every mail in a folder, so the desk takes them in between. */
  private static final int CHUNK = 50;

  private final DemoDesk demo;
  private final DemoScreen screen;

  DemoFolder(DemoDesk demo, DemoScreen screen) {
    this.demo = demo;
    this.screen = screen;
  }

  /**
   * Plays every file below {@code folder}.
   *
   * @return how many mails were sent, and how many the mail server refused
   */
  int[] play(Path folder) throws IOException, MailTransportException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    int sent = 0;
    int refused = 0;
    for (Path file : files) {
      try {
        demo.mail().submit(SENDER, DemoDesk.ADDRESS, new MailBytes(Files.readAllBytes(file)));
        sent++;
      } catch (MessagingException e) {
        refused++;
        screen.line(folder.relativize(file) + ": the mail server refused it: " + e.getMessage());
      }
      if (sent % CHUNK == 0) {
        demo.desk().loops().round();
        screen.line(sent + " of " + files.size() + " mails");
      }
    }
    demo.desk().loops().round();
    demo.desk().loops().deliver();
    return new int[] {sent, refused};
  }
}
