package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where account names are public, the directory tells which word of a first mail is one. */
@NullMarked
class PublicNamesTest {
  private static final String WRITER = "mo@post.example";
  private static final String OPEN = "lost my phone. you know me, brinefox. let me back in";

  private static final String ACCOUNTS =
      """
      name,addresses,second_factor,critical,published,second_factor_changed,language,links,keys,co_owners
      quokka77,q@mail.example verified since 2021-03-01,yes,no,yes,,,,,
      brinefox,b@mail.example verified since 2021-03-01,yes,no,yes,,,,,tidepool: ann ann@mail.example
      saltmarsh,s@mail.example verified since 2021-03-01,yes,no,yes,,,,,otherthing: ann ann@mail.example
      tidepool,t@mail.example verified since 2021-03-01,yes,no,yes,,,,,
      hello,h@mail.example verified since 2021-03-01,yes,no,yes,,,,,
      phone,p@mail.example verified since 2021-03-01,yes,no,yes,,,,,
      """;

  @TempDir private Path folder;
  private Conversation desk;
  private WatchedDirectory directory;

  @BeforeEach
  void open() throws IOException {
    List<WatchedDirectory> watched = new ArrayList<>();
    Path accounts = Files.writeString(folder.resolve("accounts.csv"), ACCOUNTS);
    desk =
        new Conversation(
            TestDatabase.emptyFor(PublicNamesTest.class),
            accounts,
            ", names-are-public: true",
            read -> watch(read, watched),
            "");
    directory = watched.get(0);
  }

  private static AccountDirectory watch(AccountDirectory read, List<WatchedDirectory> watched) {
    watched.add(new WatchedDirectory(read));
    return watched.get(0);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aWordThatIsAnAccountIsTheAccount() throws SQLException {
    write("Locked out", "Hi, my phone fell into a lake and I can't get in any more (quokka77).");

    assertThat(acknowledgement()).contains("- the account: quokka77");
    assertThat(account()).containsExactly("quokka77");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello, I lost my phone and cannot log in any more, please recover my account.",
        "hello! New phone, no second factor. What do I do to get back into my account?",
      })
  void aCommonWordIsNoAccountAlthoughThereIsOneOfThatName(String text) throws SQLException {
    write("Help", text);

    assertThat(acknowledgement()).contains("What is the name of the account?");
    assertThat(account()).containsExactly("null");
  }

  @Test
  void ofTwoAccountsThePersonIsAskedWhich() throws SQLException {
    write(
        "Locked out",
        "I lost my phone, please help me back in. My account is quokka77 or brinefox, I never know which.");

    assertThat(acknowledgement())
        .contains("- the account: one of quokka77, brinefox; please tell us which")
        .contains("1. What is the name of the account?");
    assertThat(account()).containsExactly("null");

    answer("brinefox");

    assertThat(account()).containsExactly("brinefox");
  }

  @Test
  void ofTwoAccountsTheOneThatOwnsWhatIsNamedIsMeant() throws SQLException {
    write(
        "Locked out",
        "I lost my phone, please help me back in. My account is quokka77 or brinefox, I never know which."
            + "\n\nProjects: tidepool\n");

    assertThat(account()).containsExactly("brinefox");
  }

  @Test
  void aNameOfTheFormIsNeverReplaced() throws SQLException {
    write(
        "Account recovery",
        "Account name: quokka78\nReason: lost phone, no codes\n\nquokka77 is my sister's.\n");

    assertThat(acknowledgement()).contains("- the account: quokka78");
    assertThat(account()).containsExactly("quokka78");
  }

  @Test
  void aNameThatASentenceGivesIsNotReplacedEither() throws SQLException {
    write("Locked out", "My username is quokka78, I lost my phone. Yours, brinefox");

    assertThat(account()).containsExactly("quokka78");
  }

  @Test
  void aProjectIsNotTakenForTheAccountOfItsName() throws SQLException {
    write("Locked out", "I lost my phone. I am the maintainer of the project tidepool.");

    assertThat(acknowledgement()).contains("What is the name of the account?");
    assertThat(account()).containsExactly("null");
  }

  @Test
  void whatTheDirectoryKnowsIsNoEvidence() throws SQLException {
    write("Locked out", "Hi, my phone fell into a lake and I can't get in any more (quokka77).");

    assertThat(desk.column("SELECT class FROM evidence")).isEmpty();
  }

  @Test
  void anOwnerWhoNamesTwoAccountsIsHeardAboutEither() throws SQLException {
    write("Recovery", "Account name: quokka77\nReason: lost phone\n");
    desk.receive(
        desk.stamped(
            "q@mail.example",
            "support@desk.example",
            "Account recovery of quokka77?",
            "",
            "I did not ask to get my account back, be it quokka77 or brinefox. I have not lost my phone,"
                + " please stop it."));

    assertThat(desk.outcome()).isEqualTo(Outcome.OWNER_OBJECTED);
  }

  @Test
  void aTextOfNamesCostsOneQuestion() throws SQLException {
    String text =
        IntStream.range(0, 5_000)
            .mapToObj(i -> "user_" + Integer.toString(i * 7919, 36))
            .collect(Collectors.joining(" "));

    write("Locked out", "I lost my phone and cannot log in. " + text);

    assertThat(directory.asked()).hasSize(1);
    assertThat(directory.asked().get(0)).hasSizeLessThanOrEqualTo(8);
    assertThat(desk.outcome()).isEqualTo(Outcome.TICKET_OPENED);
  }

  @Test
  void aBatchOfMailsCostsOneQuestion() {
    for (int i = 0; i < 20; i++) {
      desk.arrives(
          desk.stamped(
              "mo%d@post.example".formatted(i),
              "support@desk.example",
              "Locked out",
              "",
              "Hi, my phone fell into a lake and I can't get in any more (quokka%d)."
                  .formatted(i)));
    }
    desk.after(Duration.ofMinutes(1));

    assertThat(directory.asked()).hasSize(1);
  }

  @Test
  void aNameOfTheFormIsAskedForByItselfAlone() throws SQLException {
    write(
        "Recovery", "Account name: quokka77\nReason: lost phone\n\nbrinefox knows me, user_x1.\n");

    assertThat(directory.asked()).containsExactly(Set.of("quokka77"));
  }

  @Test
  void whileTheDirectoryIsAwayTheMailIsReadWithoutIt() throws SQLException {
    directory.away(true);

    write("Locked out", OPEN);

    assertThat(desk.outcome()).isEqualTo(Outcome.TICKET_OPENED);
    assertThat(acknowledgement()).contains("What is the name of the account?");
  }

  @Test
  void aWordThatNobodyWouldTakeForANameIsOneWhereThereIsSuchAnAccount() throws SQLException {
    write("Locked out", OPEN);

    assertThat(account()).containsExactly("brinefox");
  }

  @Test
  void whileTheDirectoryIsAwayAMailThatNamesAnAccountWaits() throws SQLException {
    directory.away(true);
    desk.arrives(mail("Recovery", "Account name: quokka77\nReason: lost phone\n"));
    try {
      desk.after(Duration.ofMinutes(1));
    } catch (RuntimeException e) {
      // The round tells that something is away.
    }
    assertThat(desk.desk().outcomes()).isEmpty();

    directory.away(false);
    desk.after(Duration.ofMinutes(5));

    assertThat(desk.outcome()).isEqualTo(Outcome.TICKET_OPENED);
    assertThat(account()).containsExactly("quokka77");
  }

  private String mail(String subject, String text) {
    return desk.stamped(WRITER, "support@desk.example", subject, "", text);
  }

  private void write(String subject, String text) {
    desk.receive(mail(subject, text));
  }

  private void answer(String text) throws SQLException {
    OutboundMail letter = desk.last("ACKNOWLEDGEMENT", WRITER);
    desk.receive(desk.answer(WRITER, letter, text));
  }

  private String acknowledgement() throws SQLException {
    return desk.last("ACKNOWLEDGEMENT", WRITER).body();
  }

  private List<String> account() throws SQLException {
    return new ArrayList<>(desk.column("SELECT account FROM ticket"));
  }
}
