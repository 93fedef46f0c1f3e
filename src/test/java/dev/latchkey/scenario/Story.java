package dev.latchkey.scenario;

import dev.latchkey.TestDatabase;
import dev.latchkey.accounts.CodeSystem;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.proof.DomainRegistry.Answer;
import dev.latchkey.proof.Obstacle;
import dev.latchkey.ticket.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/**
 * Plays a folder: {@code script.txt}, numbered mails, {@code accounts.csv}, and {@code codes.txt}
 * where the account system checks recovery codes (an account and a good code on each line), {@code
 * policy.yaml}, {@code accounts.yaml} and {@code settings.yaml} where it takes other settings. The
 * clock is moved by the script and runs besides: it never stands on a whole second, and some
 * seconds pass between two steps. The lines of a script:
 *
 * <pre>
 * at 2026-03-02 09:00            sets the clock to a moment of that second
 * after 3d                       moves it (d, h, m)
 * receive 01-request.eml         a mail arrives and everything that follows is done
 * receive 02.eml answering CODE to dora@mail.example [about LK-1001]
 *                                the same; %REPLY_TO%, %RETURN%, %CODE%, %MESSAGE_ID% and %REFERENCE%
 *                                in the mail are taken from the last such letter; %SIGNED% is its token, signed with
 *                                the key 1 of SshSigner, %SIGNED_BY_ANOTHER% with the key 2, and
 *                                %SIGNED_OTHER_TEXT% is another line; %LETTER% is all of the letter's
 *                                text, %QUOTED% the same with a mark before each line; %CODE_APART% is
 *                                the code letter by letter, %CODE_SPOKEN% as it is said
 * bring 02.eml answering CODE to dora@mail.example
 *                                it arrives, and lies in the inbox until the next one is received
 * outcome CODE_ACCEPTED          how the last mail ended
 * heard BOTH                     who heard it: WRITER, STAFF, BOTH, NOBODY
 * expect CODE to dora@mail.example [saying some words | without some words]
 *                                such a letter went out and was not expected before
 * expect nothing                 no letter is left that was not expected
 * state LK-1001 PROVING
 * show https://git.example/dora/widget to PROOF_WANTED for dora@mail.example
 *                                the token of that letter is shown at that place from now on
 * close https://git.example/dora/widget AWAY
 * open https://git.example/dora/widget
 *                                they can again
 *                                nobody can look there from now on, for this reason
 * move https://git.example/dora/widget
 *                                it leads to another place of the same owner from now on
 * registry old.example since 2026-02-20 [transferred 2026-02-20] [lapsed]
 *                                registries are asked from now on, and say so of this domain; also:
 *                                registry old.example free, and registry old.example silent
 * directory other.csv [with PROOF_WANTED to dora@mail.example]
 *                                the accounts are these from now on; %TOKEN% is that of the letter
 * codes away                     the account system answers nothing from now on (back: it does again;
 *                                none: it checks no codes); see codes.txt
 * refuse dora@mail.example       the outgoing server refuses mails to this address from now on
 * </pre>
 */
@NullMarked
final class Story {
  private static final Pattern ANSWERING =
      Pattern.compile("(?:receive|bring) (\\S+)(?: answering (\\S+) to (\\S+)(?: about (\\S+))?)?");
  private static final Pattern TOKEN = Pattern.compile("recovery-[a-z2-7]{20}");
  private static final Pattern EXPECT =
      Pattern.compile("expect (\\S+) to (\\S+?)(?: (saying|without) (.+))?");

  private final Path folder;
  private final Path accounts;
  private final Conversation conversation;
  private final Optional<CodeSystem> codes;
  private final List<String> unexpected = new ArrayList<>();
  private int seen;

  Story(Path folder, TestDatabase schema) throws IOException {
    this.folder = folder;
    this.codes = CodeSystem.of(folder.resolve("codes.txt"));
    this.accounts = Files.createTempFile("latchkey-story-", ".csv");
    accounts.toFile().deleteOnExit();
    Files.copy(folder.resolve("accounts.csv"), accounts, StandardCopyOption.REPLACE_EXISTING);
    Path policy = folder.resolve("policy.yaml").toAbsolutePath();
    Path settings = folder.resolve("settings.yaml");
    String more =
        (Files.exists(policy) ? "policy: \"" + policy + "\"\n" : "")
            + (Files.exists(settings) ? Files.readString(settings) : "");
    Path directory = folder.resolve("accounts.yaml");
    String accountsMore = Files.exists(directory) ? ", " + Files.readString(directory).strip() : "";
    this.conversation =
        codes
            .map(system -> new Conversation(schema, accounts, system))
            .orElseGet(
                () ->
                    new Conversation(
                        schema, accounts, accountsMore, UnaryOperator.identity(), more));
  }

  /** Plays the script; the error names the line that did not come true. */
  void play() throws IOException, SQLException {
    try (conversation) {
      List<String> lines = Files.readAllLines(folder.resolve("script.txt"));
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).strip();
        if (!line.isEmpty() && !line.startsWith("#")) {
          try {
            step(line);
          } catch (AssertionError e) {
            throw new AssertionError(
                "%s line %d: %s%n%s%nnot expected so far: %s"
                    .formatted(folder.getFileName(), i + 1, line, e.getMessage(), unexpected),
                e);
          }
        }
      }
    } finally {
      codes.ifPresent(CodeSystem::close);
    }
  }

  private void step(String line) throws IOException, SQLException {
    conversation.pause();
    List<String> words = List.of(line.split("\\s+"));
    switch (words.get(0)) {
      case "at" ->
          conversation.setClock(
              LocalDateTime.parse(words.get(1) + "T" + words.get(2)).toInstant(ZoneOffset.UTC));
      case "after" -> {
        conversation.after(duration(words.get(1)));
        noteWhatWentOut();
      }
      case "receive" -> receive(line);
      case "bring" -> conversation.arrives(mail(line));
      case "show" -> {
        Matcher token = TOKEN.matcher(conversation.last(words.get(3), words.get(5)).body());
        check(token.find(), "no token in that letter");
        conversation.desk().places().show(words.get(1), token.group());
      }
      case "close" ->
          conversation.desk().places().close(words.get(1), Obstacle.valueOf(words.get(2)));
      case "open" -> conversation.desk().places().open(words.get(1));
      case "move" -> conversation.desk().places().move(words.get(1));
      case "registry" -> conversation.desk().registry().say(words.get(1), said(words));
      case "directory" -> directory(words);
      case "codes" -> codes.orElseThrow().become(words.get(1));
      case "refuse" -> conversation.sender().refuse(EmailAddress.of(words.get(1)));
      case "outcome" -> {
        Outcome last = conversation.outcome();
        check(
            last.name().equals(words.get(1)),
            "it ended as " + last + ": " + conversation.desk().lastReason());
      }
      case "heard" -> {
        String heard = conversation.heard();
        check(heard.equals(words.get(1)), "it was heard by " + heard);
      }
      case "state" -> {
        String state = conversation.state(Reference.find(words.get(1)).orElseThrow().number());
        check(state.equals(words.get(2)), "it is " + state);
      }
      case "expect" -> expect(line);
      default -> throw new IllegalArgumentException("no such step: " + line);
    }
  }

  private static Answer said(List<String> words) {
    return switch (words.get(2)) {
      case "free" -> new Answer.NotRegistered();
      case "silent" -> new Answer.NotTold(Obstacle.AWAY);
      default ->
          new Answer.Registered(
              day(words, "since"), day(words, "transferred"), words.contains("lapsed"));
    };
  }

  private static Optional<Instant> day(List<String> words, String name) {
    int at = words.indexOf(name);
    return at < 0
        ? Optional.empty()
        : Optional.of(LocalDate.parse(words.get(at + 1)).atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  /** Another file over the accounts, as an account system replaces it. */
  private void directory(List<String> words) throws IOException, SQLException {
    String file = Files.readString(folder.resolve(words.get(1)));
    if (words.size() > 2) {
      Matcher token = TOKEN.matcher(conversation.last(words.get(3), words.get(5)).body());
      check(token.find(), "no token in that letter");
      file = file.replace("%TOKEN%", token.group());
    }
    Path other = Files.createTempFile("latchkey-story-", ".csv");
    Files.writeString(other, file);
    Files.move(other, accounts, StandardCopyOption.REPLACE_EXISTING);
  }

  private void receive(String line) throws IOException, SQLException {
    conversation.receive(mail(line));
    noteWhatWentOut();
    check(conversation.inbox().size() == 0, "the mail is still in the inbox");
    List<String> unheard = conversation.unheard();
    check(unheard.isEmpty(), "nobody heard these mails of people: " + unheard);
  }

  private String mail(String line) throws IOException, SQLException {
    Matcher parts = ANSWERING.matcher(line);
    check(parts.matches(), "write: receive FILE [answering LETTER to ADDRESS], or bring");
    Path file = folder.resolve(parts.group(1));
    return parts.group(2) == null
        ? Conversation.mail(file)
        : conversation.mail(file, answered(parts));
  }

  private OutboundMail answered(Matcher parts) throws SQLException {
    return parts.group(4) == null
        ? conversation.last(parts.group(2), parts.group(3))
        : conversation.last(parts.group(2), parts.group(3), parts.group(4));
  }

  private void noteWhatWentOut() throws SQLException {
    List<OutboundMail> sent = conversation.sender().sent();
    for (; seen < sent.size(); seen++) {
      List<String> past = PastDays.in(sent.get(seen).body(), conversation.now());
      check(
          past.isEmpty(),
          "a letter names what is past as coming: " + past + " in " + sent.get(seen).body());
      unexpected.add(conversation.letter(sent.get(seen)) + " to " + sent.get(seen).recipient());
    }
  }

  private void expect(String line) throws SQLException {
    if (line.equals("expect nothing")) {
      // A digest comes by the clock, whatever the story tells.
      List<String> other =
          unexpected.stream().filter(letter -> !letter.startsWith("DIGEST ")).toList();
      check(other.isEmpty(), "these went out: " + other);
      return;
    }
    Matcher parts = EXPECT.matcher(line);
    check(parts.matches(), "write: expect LETTER to ADDRESS [saying WORDS]");
    check(unexpected.remove(parts.group(1) + " to " + parts.group(2)), "no such letter went out");
    if (parts.group(3) != null) {
      String body =
          conversation.last(parts.group(1), parts.group(2)).body().replaceAll("\\s+", " ");
      check(body.contains(parts.group(4)) == parts.group(3).equals("saying"), "it says: " + body);
    }
  }

  private static Duration duration(String text) {
    long count = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 'd' -> Duration.ofDays(count);
      case 'h' -> Duration.ofHours(count);
      case 'm' -> Duration.ofMinutes(count);
      default -> throw new IllegalArgumentException(text + " is no length of time");
    };
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
