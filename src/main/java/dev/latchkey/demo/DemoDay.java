package dev.latchkey.demo;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.MailTransportException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A day at the desk and the week after it, at high speed: every mail goes by real SMTP and IMAP.
 */
final class DemoDay {
  private final DemoDesk demo;
  private final MovedClock clock;
  private final DemoScreen screen;

  /** What each person has in their mailbox, oldest first. */
  private final Map<EmailAddress, List<DemoMail>> mailboxes = new LinkedHashMap<>();

  DemoDay(DemoDesk demo, MovedClock clock, DemoScreen screen) {
    this.demo = demo;
    this.clock = clock;
    this.screen = screen;
    List<EmailAddress> everybody = new ArrayList<>(DemoDesk.PEOPLE);
    everybody.add(DemoDesk.ALICE);
    everybody.add(DemoDesk.BOB);
    everybody.forEach(address -> mailboxes.put(address, new ArrayList<>()));
  }

  void play() throws IOException, MessagingException, MailTransportException {
    screen.chapter("Monday morning: thirteen mails");
    arrives("01-dora-lost-her-phone.eml");
    arrives("02-kim-forgets-the-form.eml");
    arrives("03-maria-writes-german.eml");
    arrives("04-dora-writes-again.eml");
    arrives("05-leo-forgot-his-password.eml");
    arrives("06-eve-asks-for-veras-account.eml");
    arrives("07-omar-asks.eml");
    arrives("08-somebody-else-asks-for-omars-account.eml");
    arrives("09-nina-sends-her-password.eml");
    arrives("10-an-out-of-office.eml");
    arrives("11-a-newsletter.eml");
    arrives("12-a-question-about-a-name.eml");
    arrives("13-a-mail-sixty-parts-deep.eml");

    screen.chapter("Later that morning: owners answer the codes, or say: not me");
    clock.forward(Duration.ofHours(2));
    answers("20-code-from-the-first-address.eml", "dora@mail.example", "send us this code");
    answers("21-code-from-the-second-address.eml", "dora@other.example", "Did you ask");
    answers("22-maria-code.eml", "maria@post.example", "send us this code");
    answers("23-maria-second-code.eml", "maria@other.example", "Did you ask");
    answers("24-vera-says-not-me.eml", "vera@mail.example", "Did you ask");
    answers("26-leo-it-worked.eml", "leo@mail.example", "LK-");
    answers("33-dora-asks-for-news.eml", "dora@mail.example", "Your request is with our staff");

    screen.chapter("In the afternoon: the staff decide by replying");
    clock.forward(Duration.ofHours(4));
    answers("30-alice-approves.eml", DemoDesk.ALICE.toString(), "dora: approve?");
    answers("31-bob-rejects.eml", DemoDesk.BOB.toString(), "maria: approve?");

    screen.chapter("Three days later: a reminder goes out, the cooling-off time ends");
    clock.forward(Duration.ofDays(2));
    round();
    clock.forward(Duration.ofDays(1));
    round();
    answers("32-alice-is-done.eml", DemoDesk.ALICE.toString(), "carry out the reset of dora");
    answers("25-kim-answers.eml", "kim@mail.example", "LK-");
  }

  private void arrives(String name) throws IOException, MessagingException, MailTransportException {
    submit(DemoMail.of(name));
  }

  /** Somebody answers their newest mail that has {@code words} in it. */
  private void answers(String name, String person, String words)
      throws IOException, MessagingException, MailTransportException {
    DemoMail newest = null;
    for (DemoMail mail : mailboxes.getOrDefault(EmailAddress.of(person), List.of())) {
      newest = mail.subject().contains(words) ? mail : newest;
    }
    if (newest == null) {
      throw new IllegalStateException(person + " has no mail about " + words);
    }
    submit(DemoMail.of(name).answering(newest));
  }

  private void submit(DemoMail mail) throws MessagingException, MailTransportException {
    screen.incoming(clock.instant(), mail);
    demo.mail().submit(mail.from(), mail.to(), mail.octets());
    round();
    clock.forward(Duration.ofMinutes(3));
  }

  private void round() throws MailTransportException {
    demo.desk().loops().round();
    for (Map.Entry<EmailAddress, List<DemoMail>> mailbox : mailboxes.entrySet()) {
      for (MailBytes octets : demo.mail().take(mailbox.getKey())) {
        DemoMail mail = DemoMail.of(octets);
        mailbox.getValue().add(mail);
        screen.outgoing(mailbox.getKey().toString(), mail);
      }
    }
  }
}
