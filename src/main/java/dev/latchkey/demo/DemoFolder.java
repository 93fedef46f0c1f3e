package dev.latchkey.demo;

import dev.latchkey.cli.Progress;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.parse.MailParser;
import dev.latchkey.parse.mime.MalformedMailException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Any folder of mails instead of the demo's own day: each is sent to the desk by SMTP and worked
 * on, and what the desk writes to anybody is shown below it. Whoever a mail is from has a mailbox
 * here.
 */
final class DemoFolder {
  private static final EmailAddress ENVELOPE = EmailAddress.of("postmaster@mail.example");
  private final MailParser parser = new MailParser();
  private final Set<EmailAddress> known = new LinkedHashSet<>(DemoDesk.PEOPLE);
  private final DemoDesk demo;
  private final DemoScreen screen;
  private final Progress progress;

  /** How many mails were sent, and how many the mail server would not take. */
  record Played(int sent, int refused) {}

  DemoFolder(DemoDesk demo, DemoScreen screen, Progress progress) {
    this.demo = demo;
    this.screen = screen;
    this.progress = progress;
    known.addAll(List.of(DemoDesk.ALICE, DemoDesk.BOB));
  }

  /** Plays every file below {@code folder}, in the order of their names. */
  Played play(Path folder) throws IOException, MailTransportException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    int refused = 0;
    int done = 0;
    try {
      for (Path file : files) {
        screen.line("%n%s".formatted(DemoScreen.plain(folder.relativize(file).toString())));
        progress.at(done++, files.size());
        if (!submit(new MailBytes(Files.readAllBytes(file)))) {
          refused++;
        }
      }
    } finally {
      progress.clear();
    }
    return new Played(files.size() - refused, refused);
  }

  private boolean submit(MailBytes mail) throws MailTransportException {
    sender(mail)
        .filter(one -> !one.equals(DemoDesk.ADDRESS))
        .filter(known::add)
        .ifPresent(from -> demo.mail().addUser(from, DemoDesk.PASSWORD));
    try {
      demo.mail().submit(ENVELOPE, DemoDesk.ADDRESS, mail);
    } catch (MessagingException e) {
      screen.line("                  the mail server would not take it: " + e.getMessage());
      return false;
    }
    demo.desk().loops().round();
    for (EmailAddress address : known) {
      for (MailBytes answer : demo.mail().take(address)) {
        screen.outgoing(address.toString(), DemoMail.of(answer));
      }
    }
    return true;
  }

  private Optional<EmailAddress> sender(MailBytes mail) {
    try {
      return parser.parse(mail).identity();
    } catch (MalformedMailException e) {
      // The desk will say so itself.
      return Optional.empty();
    }
  }
}
