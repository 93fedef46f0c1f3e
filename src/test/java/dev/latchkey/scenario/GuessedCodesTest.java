package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Codes and reply addresses that somebody guesses at, or takes from another letter. */
@NullMarked
class GuessedCodesTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String DORA = "dora@mail.example";
  private static final String OTHER = "dora@other.example";
  private static final String ALICE = "alice@staff.example";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int FROM_ELSEWHERE = 1_000;
  private final Random chance = new Random(20_260_302);

  @Test
  void aThousandGuessesFromElsewhereProveNothingAndSpoilNothing() throws Exception {
    try (Conversation desk = asked()) {
      OutboundMail code = desk.last("CODE", DORA);
      List<String> ways =
          List.of(
              "eve%d@attacker.example",
              "dora+%d@mail.example",
              "Dora%d@mail.example",
              "dora@mail.example.attacker%d.example");
      for (int i = 0; i < FROM_ELSEWHERE; i++) {
        String from = ways.get(i % ways.size()).formatted(i);
        desk.arrives(desk.stamped(from, "support@desk.example", "Re: the code", "", guess()));
      }
      desk.after(Duration.ofSeconds(1));

      assertThat(desk.state(1001)).isEqualTo("PROVING");
      assertThat(desk.column("SELECT class FROM evidence WHERE class <> 'REGISTERED_SENDER'"))
          .isEmpty();
      assertThat(desk.column("SELECT id FROM mail WHERE state <> 'HANDLED'")).isEmpty();

      desk.receive(desk.answer(DORA, code, "%CODE%"));
      assertThat(desk.column("SELECT source FROM evidence WHERE class = 'CODE'"))
          .containsExactly(DORA);

      // Who has the reply address reads the owner's mail: their guesses count, and end the code.
      OutboundMail second = desk.last("CODE", OTHER);
      for (int i = 0; i < 5; i++) {
        desk.receive(desk.answer("eve" + i + "@attacker.example", second, guess()));
      }
      desk.receive(desk.answer(OTHER, second, "%CODE%"));
      assertThat(desk.column("SELECT source FROM evidence WHERE class = 'SECOND_CODE'")).isEmpty();
    }
  }

  @Test
  void fiveWrongCodesOfTheOwnerEndThatCodeAndNoVariantOfTheirAddressHasFiveOfItsOwn()
      throws Exception {
    try (Conversation desk = asked()) {
      OutboundMail code = desk.last("CODE", DORA);
      for (int i = 0; i < 10; i++) {
        desk.receive(desk.answer(i % 2 == 0 ? DORA : "DORA@Mail.Example", code, guess()));
      }
      desk.receive(desk.answer(DORA, code, "%CODE%"));

      assertThat(desk.column("SELECT class FROM evidence WHERE class = 'CODE'")).isEmpty();
      // The other address has a code of its own, which is as good as before.
      desk.receive(desk.answer(OTHER, desk.last("CODE", OTHER), "%CODE%"));
      assertThat(desk.column("SELECT source FROM evidence WHERE class = 'CODE'"))
          .containsExactly(OTHER);
    }
  }

  @Test
  void aCodeThatANewOneReplacedProvesNothing() throws Exception {
    try (Conversation desk = asked()) {
      OutboundMail first = desk.last("CODE", DORA);
      desk.receive(desk.answer(DORA, first, "Please send me a new code."));
      desk.receive(desk.answer(DORA, first, "%CODE%"));
      assertThat(desk.column("SELECT class FROM evidence WHERE class = 'CODE'")).isEmpty();

      desk.receive(desk.answer(DORA, desk.last("CODE", DORA), "%CODE%"));
      assertThat(desk.column("SELECT source FROM evidence WHERE class = 'CODE'"))
          .containsExactly(DORA);
    }
  }

  @TestFactory
  Stream<DynamicTest> aReplyAddressThatIsNotQuiteTheOneOfTheCaseCommandsNothing()
      throws IOException, SQLException {
    Conversation desk = Conversation.inReviewOfBoth(GuessedCodesTest.class);
    OutboundMail theCase = desk.last("CASE", ALICE);
    String perfect = desk.answer(ALICE, theCase, "APPROVE %CODE%");
    String address = theCase.replyTo().orElseThrow().toString();
    Stream<DynamicTest> refused =
        addresses(desk, address).entrySet().stream()
            .map(
                other ->
                    DynamicTest.dynamicTest(
                        other.getKey(),
                        () -> {
                          desk.receive(perfect.replace(address, other.getValue()));

                          assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
                          assertThat(desk.column("SELECT staff FROM approval")).isEmpty();
                        }));
    return Stream.concat(
            refused,
            Stream.of(
                DynamicTest.dynamicTest(
                    "and that one does, in capitals, too",
                    () -> {
                      desk.receive(perfect.replace(address, address.toUpperCase(Locale.ROOT)));
                      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
                    })))
        .onClose(desk::close);
  }

  private static Map<String, String> addresses(Conversation desk, String address)
      throws SQLException {
    Map<String, String> others = new LinkedHashMap<>();
    int from = address.indexOf('+') + 1;
    int to = address.indexOf('@');
    for (int at = from; at < to; at++) {
      char letter = address.charAt(at) == 'a' ? 'b' : 'a';
      others.put(
          "letter " + (at - from) + " is another",
          address.substring(0, at) + letter + address.substring(at + 1));
    }
    UnaryOperator<String> token = made -> address.replace(address.substring(from, to), made);
    String whole = address.substring(from, to);
    others.put(
        "without its last eight letters", token.apply(whole.substring(0, whole.length() - 8)));
    others.put("without its first letter", token.apply(whole.substring(1)));
    others.put("with a letter more", token.apply(whole + "a"));
    others.put("twice", token.apply(whole + whole));
    others.put("backwards", token.apply(new StringBuilder(whole).reverse().toString()));
    others.put("of the acknowledgement", reply(desk, "ACKNOWLEDGEMENT", DORA));
    others.put("of a colleague's case", reply(desk, "CASE", "bob@staff.example"));
    others.put(
        "the return address of the case", desk.last("CASE", ALICE).envelopeFrom().toString());
    others.put(
        "of another desk", address.replace("@desk.example", "@desk.example.attacker.example"));
    return others;
  }

  private static String reply(Conversation desk, String letter, String to) throws SQLException {
    return desk.last(letter, to).replyTo().orElseThrow().toString();
  }

  private Conversation asked() throws IOException {
    Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(GuessedCodesTest.class), STORY.resolve("accounts.csv"));
    desk.receive(Conversation.mail(STORY.resolve("01-request.eml")));
    return desk;
  }

  private String guess() {
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      StringBuilder group = new StringBuilder();
      for (int j = 0; j < 4; j++) {
        group.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
      }
      groups.add(group.toString());
    }
    return String.join("-", groups);
  }
}
