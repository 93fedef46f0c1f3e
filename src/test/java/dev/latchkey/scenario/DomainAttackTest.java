package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.TestDesk;
import dev.latchkey.flow.loop.DeskLoops;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.proof.DomainRegistry.Answer;
import dev.latchkey.proof.Obstacle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways to get past the warning of a domain that was registered again, and to misuse the asking. */
@NullMarked
class DomainAttackTest {
  private static final String NORA = "nora@mail.example";
  private static final String ALICE = "alice@staff.example";
  private static final String WARNED = "the domain of an address lapsed";
  private static final String HEADER = "name,addresses,second_factor,critical,published,links\n";
  private static final String PLACE = "https://git.example/nora/lamp";
  private static final Pattern TOKEN = Pattern.compile("recovery-[a-z2-7]{20}");
  private static final Path REQUEST =
      Conversation.STORIES.resolve("161-done-and-seen-at-once").resolve("01-request.eml");
  private static final Path LOST =
      Conversation.STORIES.resolve("164-lost-mailbox-with-a-branch").resolve("01-request.eml");

  @TempDir Path folder;

  private Conversation desk(String accounts) throws IOException {
    return desk(accounts, "");
  }

  private Conversation desk(String accounts, String settings) throws IOException {
    Path file = folder.resolve("accounts.csv");
    Files.writeString(file, HEADER + accounts);
    return new Conversation(
        TestDatabase.emptyFor(DomainAttackTest.class),
        file,
        "authserv-ids: [" + TestDesk.AUTHSERV_ID + "]",
        settings);
  }

  private static String account(String addresses) {
    return "nora,%s,yes,no,yes,repository %s since 2022-05-01\n".formatted(addresses, PLACE);
  }

  private static final String USUAL = account(NORA + " verified since 2021-03-01");

  private static Answer since(String day) {
    Instant at = LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC);
    return new Answer.Registered(Optional.of(at), Optional.empty(), false);
  }

  private static void says(Conversation desk, String domain, Answer answer) {
    desk.desk().registry().say(domain, answer);
  }

  private static void asks(Conversation desk) throws IOException {
    desk.receive(Conversation.mail(REQUEST));
  }

  /** The request, and all that Nora can prove. */
  private static void proves(Conversation desk) throws IOException, SQLException {
    asks(desk);
    desk.receive(desk.answer(NORA, desk.last("CODE", NORA), "%CODE%"));
    shows(desk, NORA, "Done.");
  }

  private static void shows(Conversation desk, String who, String words) throws SQLException {
    OutboundMail wanted = desk.last("PROOF_WANTED", who);
    Matcher token = TOKEN.matcher(wanted.body());
    assertThat(token.find()).isTrue();
    desk.desk().places().show(PLACE, token.group());
    desk.receive(desk.answer(who, wanted, words));
  }

  private static String lastCase(Conversation desk) throws SQLException {
    return desk.last("CASE", ALICE).body();
  }

  private static void approves(Conversation desk, OutboundMail shown) {
    String code = Conversation.code(shown).orElseGet(() -> approvalCode(shown));
    desk.receive(desk.answer(ALICE, shown, "APPROVE " + code));
  }

  private static String approvalCode(OutboundMail shown) {
    Matcher code = Pattern.compile("this code: ([A-Z2-7]{8})").matcher(shown.body());
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  @Test
  void aDomainIsAskedAboutOnceADayWhateverNumberOfTickets() throws Exception {
    StringBuilder accounts = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      accounts.append(USUAL.replace("nora", "nora" + i));
    }
    try (Conversation desk = desk(accounts.toString())) {
      says(desk, "mail.example", since("2012-05-01"));
      for (int i = 0; i < 6; i++) {
        desk.receive(
            Conversation.mail(REQUEST).replace("nora", "nora" + i).replace("161.01", "161.9" + i));
        desk.after(Duration.ofHours(1));
      }
      assertThat(desk.desk().registry().asked())
          .containsExactlyInAnyOrder("mail.example", "git.example");
      desk.after(Duration.ofHours(25));
      assertThat(desk.desk().registry().asked()).hasSize(4);
    }
  }

  /** Neither a registry that says nothing any more, nor one that says otherwise, takes it away. */
  @Test
  void whatWasWarnedOfStandsWhateverTheRegistrySaysLater() throws Exception {
    try (Conversation desk = desk(USUAL)) {
      says(desk, "mail.example", since("2026-02-10"));
      proves(desk);
      assertThat(lastCase(desk)).contains(WARNED);
      for (Answer later : new Answer[] {new Answer.NotTold(Obstacle.AWAY), since("2012-05-01")}) {
        says(desk, "mail.example", later);
        desk.after(Duration.ofHours(30));
        desk.receive(
            desk.stamped(ALICE, "support@desk.example", "STATUS LK-1001", "", "STATUS LK-1001"));
        assertThat(lastCase(desk)).contains(WARNED);
      }
    }
  }

  @Test
  void theCaseFromBeforeTheWarningApprovesNothing() throws Exception {
    try (Conversation desk = desk(USUAL)) {
      says(desk, "mail.example", new Answer.NotTold(Obstacle.AWAY));
      proves(desk);
      OutboundMail before = desk.last("CASE", ALICE);
      assertThat(before.body()).contains("Approval is recommended");
      says(desk, "mail.example", since("2026-02-10"));
      desk.after(Duration.ofHours(30));
      // Whoever has the case gets it as it is now, without asking.
      assertThat(lastCase(desk)).contains(WARNED);
      approves(desk, before);
      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
    }
  }

  /** Approved by what one day's answer said, and registered again while owners may object. */
  @Test
  void anotherTicketsLookStopsWhatWasApproved() throws Exception {
    String other = "omar,omar@mail.example verified since 2021-03-01,yes,no,yes,\n";
    try (Conversation desk = desk(USUAL + other)) {
      says(desk, "mail.example", since("2012-05-01"));
      proves(desk);
      approves(desk, desk.last("CASE", ALICE));
      assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
      says(desk, "mail.example", since("2026-03-02"));
      desk.passes(Duration.ofHours(25));
      desk.receive(Conversation.mail(REQUEST).replace("nora", "omar"));
      desk.after(Duration.ofHours(7));
      assertThat(desk.desk().registry().asked()).hasSize(4);
      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      assertThat(desk.last("NOTICE_OFF", NORA)).isNotNull();
    }
  }

  /** The desk approves nothing by itself before a registry had its say. */
  @Test
  void aCodeThatIsFasterThanTheRegistryIsForPeople() throws Exception {
    Path policy = folder.resolve("policy.yaml");
    Files.writeString(
        policy, "version: nobody\nlevels:\n  self: {approvers: 0, cooling-off: 48h}\n");
    String account = NORA + " verified since 2021-03-01,no,no,no,\n";
    try (Conversation desk = desk("nora," + account, "policy: \"" + policy + "\"")) {
      says(desk, "mail.example", since("2026-02-10"));
      DeskLoops loops = desk.desk().loops();
      desk.arrives(Conversation.mail(REQUEST));
      loops.takeIn();
      loops.work();
      loops.deliver();
      desk.arrives(desk.answer(NORA, desk.last("CODE", NORA), "%CODE%"));
      loops.takeIn();
      loops.work();
      assertThat(desk.desk().registry().asked()).isEmpty();
      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
    }
  }

  @ParameterizedTest
  @CsvSource({
    // The address was set on the day on which the domain was registered, or long after it.
    "since 2021-03-01,2021-03-01,false",
    "since 2021-03-01,2021-03-03,true",
    "since 2021-03-01,1995-08-13,false",
    // Nobody knows since when the address is there: what is young warns.
    "'',2026-02-10,true",
    "'',2025-12-01,false"
  })
  void youngerThanItsAddressIsRegisteredAgain(String set, String day, boolean warned)
      throws Exception {
    try (Conversation desk = desk(account((NORA + " verified " + set).strip()))) {
      says(desk, "mail.example", since(day));
      proves(desk);
      assertThat(lastCase(desk).contains(WARNED)).isEqualTo(warned);
    }
  }

  @Test
  void aDomainThatIsGoneOrAboutToGoWarns() throws Exception {
    Answer[] answers = {
      new Answer.NotRegistered(),
      new Answer.Registered(
          Optional.of(Instant.parse("2012-05-01T00:00:00Z")), Optional.empty(), true),
      new Answer.Registered(
          Optional.of(Instant.parse("2012-05-01T00:00:00Z")),
          Optional.of(Instant.parse("2026-02-20T00:00:00Z")),
          false)
    };
    for (Answer answer : answers) {
      try (Conversation desk = desk(USUAL)) {
        says(desk, "mail.example", answer);
        proves(desk);
        assertThat(lastCase(desk)).contains(WARNED);
      }
    }
  }

  /** A proved sender at such a domain is worth its points, and no more than a warned case. */
  @Test
  void theSecondDomainOfAnAccountWarnsAsWell() throws Exception {
    String second =
        NORA + " verified since 2021-03-01; nora@sub.other.example verified since 2021-03-01";
    try (Conversation desk = desk(account(second))) {
      says(desk, "mail.example", since("2012-05-01"));
      says(desk, "other.example", since("2026-01-10"));
      asks(desk);
      for (String address : new String[] {NORA, "nora@sub.other.example"}) {
        desk.receive(desk.answer(address, desk.last("CODE", address), "%CODE%"));
      }
      shows(desk, NORA, "Done.");
      assertThat(desk.desk().registry().asked())
          .containsExactlyInAnyOrder("mail.example", "other.example", "git.example");
      assertThat(lastCase(desk)).contains(WARNED, "other.example 2026-01-10");
    }
  }

  /** The site on record lapsed, and whoever has it now puts the file there. */
  @ParameterizedTest
  @CsvSource({
    "https://nora.example/.well-known/latchkey-challenge.txt",
    "_latchkey-challenge.nora.example"
  })
  void aSiteWhoseDomainWasRegisteredAgainProvesNothingWithoutTheWarning(String place)
      throws Exception {
    String account =
        "nora,"
            + NORA
            + " verified since 2021-03-01,yes,no,yes,site https://nora.example/ since 2022-05-01\n";
    for (String day : new String[] {"2012-05-01", "2026-01-10"}) {
      try (Conversation desk = desk(account)) {
        says(desk, "mail.example", since("2012-05-01"));
        says(desk, "nora.example", since(day));
        asks(desk);
        desk.receive(desk.answer(NORA, desk.last("CODE", NORA), "%CODE%"));
        OutboundMail wanted = desk.last("PROOF_WANTED", NORA);
        Matcher token = TOKEN.matcher(wanted.body());
        assertThat(token.find()).isTrue();
        desk.desk().places().show(place, token.group());
        desk.receive(desk.answer(NORA, wanted, "Done."));
        assertThat(lastCase(desk).contains(WARNED)).isEqualTo(day.startsWith("2026"));
      }
    }
  }

  /** A site that nobody proves anything with does not matter. */
  @Test
  void aSiteThatProvesNothingWarnsOfNothing() throws Exception {
    try (Conversation desk =
        desk(USUAL.replace("\n", "; site https://nora.example since 2022-05-01\n"))) {
      says(desk, "mail.example", since("2012-05-01"));
      says(desk, "nora.example", since("2026-01-10"));
      proves(desk);
      assertThat(desk.desk().registry().asked()).contains("nora.example", "git.example");
      assertThat(lastCase(desk)).contains("Approval is recommended").doesNotContain(WARNED);
    }
  }

  /** Who vouches does so by a mailbox as well. */
  @Test
  void aCoOwnerWhoseDomainWasRegisteredAgainWarns() throws Exception {
    Path story = Conversation.STORIES.resolve("180-a-co-owner-vouches");
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(DomainAttackTest.class), story.resolve("accounts.csv"))) {
      says(desk, "mail.example", since("2012-05-01"));
      says(desk, "other.example", since("2026-02-20"));
      asks(desk);
      desk.receive(desk.answer(NORA, desk.last("CODE", NORA), "%CODE%"));
      desk.receive(desk.answer(NORA, desk.last("PROOF_WANTED", NORA), "omar can vouch for me."));
      String omar = "omar@other.example";
      desk.receive(desk.answer(omar, desk.last("VOUCH", omar), "%CODE%"));
      assertThat(lastCase(desk)).contains(WARNED, "other.example 2026-02-20");
    }
  }

  /** What the staff read, in each language that there is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|the domain of an address lapsed|Domain mail.example: registered since",
        "de|die Domain einer Adresse ist abgelaufen|Domain mail.example: registriert seit",
        "fr|le domaine d'une adresse a expiré|Domaine mail.example\u00a0: enregistré depuis le",
        "es|el dominio de una dirección caducó|Dominio mail.example: registrado desde el",
        "pt|o domínio de um endereço expirou|Domínio mail.example: registado desde",
        "zh|某个地址的域名已过期|域名 mail.example：自",
        "ja|アドレスのドメインが失効した|ドメイン mail.example："
      })
  void theCaseSaysSoInEveryLanguage(String language, String warned, String fact) throws Exception {
    try (Conversation desk = desk(USUAL, "staff-language: " + language)) {
      says(desk, "mail.example", since("2026-02-10"));
      proves(desk);
      assertThat(lastCase(desk)).contains(warned, "mail.example 2026-02-10", fact);
      assertThat(lastCase(desk).lines().filter(line -> line.contains(fact)))
          .noneMatch(line -> line.contains("UTC"));
    }
  }

  /** Strangers have no registry asked about their own domains, nor about those of nobody. */
  @Test
  void nobodyHasADomainAskedAboutByWritingFromIt() throws Exception {
    try (Conversation desk = desk(USUAL)) {
      says(desk, "mail.example", since("2012-05-01"));
      for (int i = 0; i < 4; i++) {
        String stranger = "eve@evil%d.example".formatted(i);
        desk.receive(
            Conversation.mail(LOST)
                .replace("nora@new.example", stranger)
                .replace("new.example", "evil%d.example".formatted(i))
                .replace("164.01", "164.7" + i)
                .replace("Account name: nora", "Account name: nobody" + i));
        desk.after(Duration.ofHours(7));
      }
      desk.receive(Conversation.mail(LOST));
      desk.after(Duration.ofHours(7));
      assertThat(desk.desk().registry().asked()).containsOnly("mail.example", "git.example");
    }
  }

  @Test
  void aConfirmedNewMailboxAtADomainOfLastWeekWarns() throws Exception {
    try (Conversation desk = desk(USUAL)) {
      says(desk, "mail.example", since("2012-05-01"));
      says(desk, "new.example", since("2026-02-25"));
      desk.receive(Conversation.mail(LOST));
      shows(desk, "nora@new.example", "%CODE%\n\nDone.");
      assertThat(desk.desk().registry().asked()).contains("new.example");
      desk.receive(
          desk.stamped(ALICE, "support@desk.example", "STATUS LK-1001", "", "STATUS LK-1001"));
      assertThat(lastCase(desk)).contains(WARNED, "new.example 2026-02-25");
    }
  }

  /** A person who lifted one warning did not lift the next. */
  @Test
  void aLiftedWarningDoesNotCoverTheNextRegistration() throws Exception {
    try (Conversation desk = desk(USUAL)) {
      says(desk, "mail.example", since("2026-02-10"));
      proves(desk);
      desk.alice("CASE", "LIFT DOMAIN_LAPSED she showed the invoice of the registrar");
      assertThat(lastCase(desk)).contains("Approval is recommended");
      says(desk, "mail.example", since("2026-03-03"));
      desk.after(Duration.ofHours(30));
      assertThat(lastCase(desk)).contains(WARNED, "mail.example 2026-03-03");
    }
  }

  @Test
  void aRegistryThatBreaksHoldsUpNothing() throws Exception {
    try (Conversation desk = desk(USUAL)) {
      says(desk, "other.example", since("2012-05-01"));
      desk.desk().registry().breakDown();
      proves(desk);
      assertThat(lastCase(desk)).contains("Approval is recommended");
    }
  }
}
