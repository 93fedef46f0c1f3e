package dev.latchkey.scenario;

import dev.latchkey.TestDatabase;
import dev.latchkey.TestDesk;
import dev.latchkey.flow.Outcome;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/**
 * Plays a small conversation with the people of the demo: mails as servers and clients send them,
 * and what must come of each. The lines of a play:
 *
 * <pre>
 * trust ID N                     authserv-id and number of own Received fields of the desk
 * setting YAML                   a line more in the settings
 * mail FILE                      deliver it with the stamp of the border server
 * raw FILE                       deliver it as it is
 * answer FILE WHO WORDS          the same as mail, with %REPLY_TO% %MESSAGE_ID% %CODE% %BODY% %QUOTE%
 * rawanswer FILE WHO WORDS       out of WHO's newest letter whose subject holds WORDS
 *                                (%CODE_SPACES% %CODE_NBHYPHEN% %CODE_ZWSP% %CODE_WRAP% %CODE_LOWER%
 *                                %CODE_NODASH%: the code as people and programs change it)
 * clock 2h                       moves the clock
 * expect TEXT                    how the last mail ended, or a part of why
 * expectletter WHO TEXT          the last step sent WHO a letter whose subject or body holds TEXT
 * expectletter WHO none          it sent WHO nothing
 * </pre>
 *
 * <p>Words of a subject that letters had once ({@link #ONCE}) mean the letter that has them no
 * longer.
 */
@NullMarked
final class Play {
  /** The letters that the plays name by words of their subjects. */
  private static final Map<String, List<String>> ONCE =
      Map.of(
          "Did you ask", List.of("CODE"),
          "has begun", List.of("NOTICE_STARTED"),
          "please decide", List.of("CASE"),
          "have a question", List.of("QUESTION"));

  private static final List<String> ANY_TO_REQUESTER =
      List.of("Your account recovery", "recovery", "LK-1001");

  private final Path folder;
  private final List<String> lines;
  private final Conversation desk;
  private int before;

  /** One that the play's own settings and {@code more} of them belong to. */
  Play(Path file, Path accounts, String more, Class<?> test) throws IOException {
    folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    lines = Files.readAllLines(file).stream().map(String::strip).toList();
    desk =
        new Conversation(
            TestDatabase.emptyFor(test),
            accounts,
            "authserv-ids: [%s], own-received: %s"
                .formatted(
                    argument("trust ")
                        .map(words -> words.split(" ")[0])
                        .orElse(TestDesk.AUTHSERV_ID),
                    argument("trust ").map(words -> words.split(" ")[1]).orElse("0")),
            lines.stream()
                    .filter(line -> line.startsWith("setting "))
                    .map(line -> line.substring(8) + "\n    ")
                    .collect(Collectors.joining())
                + more);
    desk.setClock(Instant.parse("2026-11-25T09:01:00Z"));
  }

  private Optional<String> argument(String verb) {
    return lines.stream()
        .filter(line -> line.startsWith(verb))
        .map(line -> line.substring(verb.length()))
        .findFirst();
  }

  /** Plays it; the error names the line that did not come true. */
  void play() throws IOException, SQLException {
    try (desk) {
      for (String line : lines) {
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        String[] words = line.split(" ", 4);
        try {
          step(words);
        } catch (AssertionError e) {
          throw new AssertionError(
              "%s: %s%nlast: %s, because: %s"
                  .formatted(
                      line, e.getMessage(), desk.desk().outcomes(), desk.desk().lastReason()),
              e);
        }
      }
    }
  }

  private void step(String[] words) throws IOException, SQLException {
    switch (words[0]) {
      case "mail" -> receive(stamped(Conversation.mail(folder.resolve(words[1]))));
      case "raw" -> receive(Conversation.mail(folder.resolve(words[1])));
      case "answer" -> receive(stamped(answer(words)));
      case "rawanswer" -> receive(answer(words));
      case "clock" -> {
        before = desk.sender().sent().size();
        desk.after(Duration.parse("PT" + words[1].toUpperCase(Locale.ROOT)));
      }
      case "expect" -> {
        String wanted = String.join(" ", List.of(words).subList(1, words.length));
        Outcome last = desk.outcome();
        check(
            last.name().equals(wanted) || desk.desk().lastReason().contains(wanted),
            "it ended as " + last);
      }
      case "expectletter" ->
          expectLetter(words[1], String.join(" ", List.of(words).subList(2, words.length)));
      case "trust", "setting", "body" -> {}
      default -> throw new IllegalArgumentException("no such step: " + words[0]);
    }
  }

  private void receive(String mail) {
    before = desk.sender().sent().size();
    desk.receive(mail);
    check(desk.inbox().size() == 0, "the mail is still in the inbox");
  }

  private void expectLetter(String who, String text) throws SQLException {
    List<OutboundMail> letters =
        desk.sender().sent().subList(before, desk.sender().sent().size()).stream()
            .filter(letter -> letter.recipient().toString().equals(who))
            .toList();
    String subjects = letters.stream().map(OutboundMail::subject).toList().toString();
    if (text.equals("none")) {
      check(letters.isEmpty(), "these went to " + who + ": " + subjects);
      return;
    }
    boolean found = false;
    for (OutboundMail letter : letters) {
      found |= isMeant(letter, text) || squeezed(letter.body()).contains(text);
    }
    check(found, "no such letter went to " + who + ", only " + subjects);
  }

  private boolean isMeant(OutboundMail letter, String words) throws SQLException {
    if (letter.subject().contains(words)) {
      return true;
    }
    String name = desk.letter(letter);
    boolean toRequester = LetterKind.find(name).filter(kind -> kind.toRequester()).isPresent();
    return ONCE.getOrDefault(words, List.of()).contains(name)
        || (words.equals("desk") && name.equals("ALARM"))
        || (toRequester && ANY_TO_REQUESTER.contains(words));
  }

  private String answer(String[] words) throws IOException, SQLException {
    OutboundMail letter = newest(words[2], words[3]);
    String body = octets(letter.body());
    String code = Conversation.code(letter).orElse("none");
    int half = code.indexOf('-', code.length() / 2) + 1;
    return desk.mail(folder.resolve(words[1]), letter)
        .replace("%CODE_SPACES%", code.replace('-', ' '))
        .replace("%CODE_NBHYPHEN%", octets(code.replace('-', '\u2011')))
        .replace("%CODE_ZWSP%", octets(code.replace("-", "-\u200b")))
        .replace("%CODE_WRAP%", code.substring(0, half) + "\n" + code.substring(half))
        .replace("%CODE_LOWER%", code.toLowerCase(Locale.ROOT))
        .replace("%CODE_NODASH%", code.replace("-", ""))
        .replace("%BODY%", body)
        .replace(
            "%QUOTE%",
            body.strip().lines().map(line -> "> " + line).collect(Collectors.joining("\n")));
  }

  private OutboundMail newest(String who, String words) throws SQLException {
    List<OutboundMail> sent = desk.sender().sent();
    for (int i = sent.size() - 1; i >= 0; i--) {
      if (sent.get(i).recipient().toString().equals(who) && isMeant(sent.get(i), words)) {
        return sent.get(i);
      }
    }
    throw new AssertionError("no letter about " + words + " went to " + who);
  }

  /** What the border server writes on a mail of somebody who is who they say. */
  private static String stamped(String mail) {
    String from =
        mail.replaceAll("\r?\n(?=[ \t])", "")
            .lines()
            .filter(line -> line.regionMatches(true, 0, "From:", 0, 5))
            .findFirst()
            .orElse("From: nobody@invalid");
    String domain = from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-].*", "");
    return """
        Authentication-Results: %2$s; spf=pass smtp.mailfrom=%1$s;
         dkim=pass header.d=%1$s; dmarc=pass header.from=%1$s
        Received: from mail.%1$s by %2$s; Wed, 25 Nov 2026 09:01:02 +0000
        """
            .formatted(domain, TestDesk.AUTHSERV_ID)
        + mail;
  }

  /** The octets of UTF-8 as characters, as mails are kept here. */
  private static String octets(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ");
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
