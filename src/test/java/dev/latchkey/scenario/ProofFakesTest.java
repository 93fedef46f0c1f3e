package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.SshSigner;
import dev.latchkey.TestDatabase;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.proof.Obstacle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten ways and more to fake each proof, each tried on a running desk: none of them is recorded.
 * What only a look at a server can tell stands in the tests of package {@code proof}.
 */
@NullMarked
class ProofFakesTest {
  private static final String NORA = "nora@mail.example";
  private static final String OMAR = "omar@other.example";
  private static final String PLACE = "https://git.example/nora/lamp";
  private static final String FILE = "https://nora.example/.well-known/latchkey-challenge.txt";
  private static final String RECORD = "_latchkey-challenge.nora.example";
  private static final Pattern TOKEN = Pattern.compile("recovery-[a-z2-7]{20}");
  private static final Path STORY = Conversation.STORIES.resolve("160-branch-after-the-code");

  /** Begins the name of a fake that changes more than it may prove. */
  private static final String ALONE = "alone: ";

  @TempDir Path folder;

  /** A fake, tried on a desk that has asked Nora for her proofs. */
  private interface Fake {
    void on(Desk desk) throws Exception;
  }

  /** A conversation up to the letter that asks for more than the code. */
  private static final class Desk {
    private final Conversation conversation;
    private final Path accounts;
    private final OutboundMail wanted;

    Desk(Conversation conversation, Path accounts, OutboundMail wanted) {
      this.conversation = conversation;
      this.accounts = accounts;
      this.wanted = wanted;
    }

    String token() {
      Matcher token = TOKEN.matcher(wanted.body());
      assertThat(token.find()).isTrue();
      return token.group();
    }

    void says(String words) {
      conversation.receive(conversation.answer(NORA, wanted, words));
    }

    void show(String place, String token) {
      conversation.desk().places().show(place, token);
      says("done");
      conversation.after(Duration.ofHours(4));
    }

    void profile(String text) throws IOException {
      String all = Files.readString(accounts);
      String last = all.lines().filter(line -> line.startsWith("nora,")).findFirst().orElseThrow();
      replace(last, last.substring(0, last.lastIndexOf(',') + 1) + text);
      says("done");
      conversation.after(Duration.ofHours(4));
    }

    void replace(String text, String other) throws IOException {
      Path next = Files.createTempFile(accounts.getParent(), "accounts", ".csv");
      Files.writeString(next, Files.readString(accounts).replace(text, other));
      Files.move(next, accounts, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Omar is named, and asked. */
    OutboundMail asked() throws Exception {
      says("omar can vouch for me.");
      return conversation.last("VOUCH", OMAR);
    }

    void from(String who, OutboundMail letter, String words) {
      conversation.receive(conversation.answer(who, letter, words));
    }
  }

  @TestFactory
  Stream<DynamicTest> branches() {
    Map<String, Fake> fakes = new TreeMap<>();
    fakes.put("token of nobody", desk -> desk.show(PLACE, "recovery-aaaaaaaaaaaaaaaaaaaa"));
    fakes.put("upper case", desk -> desk.show(PLACE, desk.token().toUpperCase(Locale.ROOT)));
    fakes.put("with more behind it", desk -> desk.show(PLACE, desk.token() + "-x"));
    fakes.put("with a folder before it", desk -> desk.show(PLACE, "x/" + desk.token()));
    fakes.put("cut", desk -> desk.show(PLACE, desk.token().substring(0, 28)));
    fakes.put("in a fork", desk -> desk.show("https://git.example/eve/lamp", desk.token()));
    fakes.put(
        "in another one of hers, not on record",
        desk -> desk.show("https://git.example/nora/other", desk.token()));
    fakes.put(
        "on another host", desk -> desk.show("https://git.evil.example/nora/lamp", desk.token()));
    fakes.put(
        ALONE + "after a redirect to somebody else",
        desk -> {
          desk.conversation.desk().places().close(PLACE, Obstacle.OTHER_OWNER);
          desk.show(PLACE, desk.token());
        });
    fakes.put("only said", desk -> desk.says("The branch " + desk.token() + " is there."));
    fakes.put(
        ALONE + "in a link that was set while the ticket was open",
        desk -> {
          desk.replace("git.example/nora/lamp", "git.example/eve/lamp");
          desk.show("https://git.example/eve/lamp", desk.token());
        });
    return tried("BRANCH", fakes);
  }

  @TestFactory
  Stream<DynamicTest> sites() {
    Map<String, Fake> fakes = new TreeMap<>();
    fakes.put("token of nobody", desk -> desk.show(FILE, "recovery-aaaaaaaaaaaaaaaaaaaa"));
    fakes.put("upper case", desk -> desk.show(FILE, desk.token().toUpperCase(Locale.ROOT)));
    fakes.put("another page", desk -> desk.show("https://nora.example/", desk.token()));
    fakes.put(
        "another file",
        desk -> desk.show("https://nora.example/.well-known/other.txt", desk.token()));
    fakes.put(
        "another host",
        desk -> desk.show(FILE.replace("nora.example", "nora.evil.example"), desk.token()));
    fakes.put(
        "www", desk -> desk.show(FILE.replace("nora.example", "www.nora.example"), desk.token()));
    fakes.put("http", desk -> desk.show(FILE.replace("https", "http"), desk.token()));
    fakes.put(
        ALONE + "a redirect away",
        desk -> {
          desk.conversation.desk().places().close(FILE, Obstacle.LEADS_AWAY);
          desk.show(FILE, desk.token());
        });
    fakes.put(
        ALONE + "another certificate",
        desk -> {
          desk.conversation.desk().places().close(FILE, Obstacle.BAD_CERTIFICATE);
          desk.show(FILE, desk.token());
        });
    fakes.put("only said", desk -> desk.says("The file with " + desk.token() + " is there."));
    fakes.put(
        ALONE + "on a site that was set while the ticket was open",
        desk -> {
          desk.replace("https://nora.example/", "https://eve.example/");
          desk.show(FILE.replace("nora.example", "eve.example"), desk.token());
        });
    return tried("SITE_FILE", fakes);
  }

  @TestFactory
  Stream<DynamicTest> records() {
    Map<String, Fake> fakes = new TreeMap<>();
    fakes.put("token of nobody", desk -> desk.show(RECORD, "recovery-aaaaaaaaaaaaaaaaaaaa"));
    fakes.put("upper case", desk -> desk.show(RECORD, desk.token().toUpperCase(Locale.ROOT)));
    fakes.put("at the host itself", desk -> desk.show("nora.example", desk.token()));
    fakes.put("at the parent", desk -> desk.show("_latchkey-challenge.example", desk.token()));
    fakes.put("below", desk -> desk.show("_latchkey-challenge.www.nora.example", desk.token()));
    fakes.put("of another marker", desk -> desk.show("_acme-challenge.nora.example", desk.token()));
    fakes.put(
        "at a look-alike",
        desk -> desk.show("_latchkey-challenge.nora-example.example", desk.token()));
    fakes.put("a wildcard's", desk -> desk.show("*.nora.example", desk.token()));
    fakes.put("cut", desk -> desk.show(RECORD, desk.token().substring(9)));
    fakes.put("only said", desk -> desk.says("TXT " + desk.token() + " is set."));
    return tried("DNS_TXT", fakes);
  }

  @TestFactory
  Stream<DynamicTest> signatures() {
    Map<String, Fake> fakes = new TreeMap<>();
    fakes.put("an unknown key", desk -> desk.says(SshSigner.of(3).sign(desk.token())));
    fakes.put("a young key", desk -> desk.says(SshSigner.of(2).sign(desk.token())));
    fakes.put(
        "another line", desk -> desk.says(SshSigner.of(1).sign("recovery-aaaaaaaaaaaaaaaaaaaa")));
    fakes.put("more than the token", desk -> desk.says(SshSigner.of(1).sign(desk.token() + " x")));
    fakes.put(
        "the token in upper case",
        desk -> desk.says(SshSigner.of(1).sign(desk.token().toUpperCase(Locale.ROOT))));
    fakes.put("another namespace", desk -> desk.says(SshSigner.of(1).sign(desk.token(), "git")));
    fakes.put("no namespace", desk -> desk.says(SshSigner.of(1).sign(desk.token(), "")));
    fakes.put(
        "quoted",
        desk ->
            desk.says(
                "See below.\n\n> " + SshSigner.of(1).sign(desk.token()).replace("\n", "\n> ")));
    fakes.put(
        "cut in the middle",
        desk -> {
          String signature = SshSigner.of(1).sign(desk.token());
          desk.says(signature.substring(0, 90) + "\n-----END SSH SIGNATURE-----");
        });
    fakes.put(
        "two of them",
        desk ->
            desk.says(
                SshSigner.of(3).sign(desk.token()) + "\n\n" + SshSigner.of(1).sign(desk.token())));
    fakes.put("the public key alone", desk -> desk.says(SshSigner.of(1).publicKey()));
    fakes.put(
        ALONE + "a key that was taken off the account",
        desk -> {
          desk.replace(SshSigner.of(1).publicKey(), SshSigner.of(4).publicKey());
          desk.says(SshSigner.of(1).sign(desk.token()));
        });
    return tried("SIGNATURE", fakes);
  }

  @TestFactory
  Stream<DynamicTest> profiles() {
    Map<String, Fake> fakes = new TreeMap<>();
    fakes.put("token of nobody", desk -> desk.profile("recovery-aaaaaaaaaaaaaaaaaaaa"));
    fakes.put("its beginning", desk -> desk.profile(desk.token().substring(0, 28)));
    fakes.put("its end", desk -> desk.profile(desk.token().substring(1)));
    fakes.put("within a word", desk -> desk.profile("x" + desk.token() + "y"));
    fakes.put("longer", desk -> desk.profile(desk.token() + "a"));
    fakes.put("upper case", desk -> desk.profile(desk.token().toUpperCase(Locale.ROOT)));
    fakes.put(
        "in two",
        desk -> desk.profile(desk.token().substring(0, 15) + " " + desk.token().substring(15)));
    fakes.put(
        "backwards", desk -> desk.profile(new StringBuilder(desk.token()).reverse().toString()));
    fakes.put(ALONE + "empty", desk -> desk.profile(""));
    fakes.put(
        ALONE + "of another account",
        desk -> {
          desk.replace("I paint.", desk.token());
          desk.says("done");
          desk.conversation.after(Duration.ofHours(4));
        });
    fakes.put("only said", desk -> desk.says("My profile says " + desk.token()));
    return tried("PROFILE", fakes);
  }

  @TestFactory
  Stream<DynamicTest> vouchers() {
    Map<String, Fake> fakes = new TreeMap<>();
    fakes.put("code from elsewhere", desk -> desk.from("eve@else.example", desk.asked(), "%CODE%"));
    fakes.put("forwarded to the claimant", desk -> desk.from(NORA, desk.asked(), "%CODE%"));
    fakes.put(
        "from another name of the mailbox",
        desk -> desk.from("omar+x@other.example", desk.asked(), "%CODE%"));
    fakes.put(
        "without DMARC",
        desk ->
            desk.conversation.receive(
                desk.conversation
                    .answer(OMAR, desk.asked(), "%CODE%")
                    .replace("dmarc=pass", "dmarc=none")));
    fakes.put(ALONE + "wrong code", desk -> desk.from(OMAR, desk.asked(), "AAAA-BBBB-CCCC-DDDD"));
    fakes.put(
        ALONE + "code in a quote only",
        desk -> desk.from(OMAR, desk.asked(), "What is this?\n\n> %CODE%"));
    fakes.put(
        ALONE + "an autoresponder",
        desk -> {
          OutboundMail letter = desk.asked();
          desk.conversation.receive(
              desk.conversation.answer(
                  OMAR,
                  letter,
                  "I am away.\n\n%CODE%\n" + letter.subject(),
                  "Auto-Submitted: auto-replied\n"));
        });
    fakes.put(
        ALONE + "no co-owner any more",
        desk -> {
          OutboundMail letter = desk.asked();
          desk.replace("lamp: omar omar@other.example since 2021-03-01; ", "");
          desk.from(OMAR, letter, "%CODE%");
        });
    fakes.put(
        ALONE + "too late",
        desk -> {
          OutboundMail letter = desk.asked();
          desk.conversation.after(Duration.ofDays(8));
          desk.from(OMAR, letter, "%CODE%");
        });
    fakes.put(ALONE + "a plain yes", desk -> desk.from(OMAR, desk.asked(), "Yes, that is her."));
    fakes.put(
        ALONE + "the code beside a no",
        desk -> desk.from(OMAR, desk.asked(), "%CODE%\n\nThis is not her, stop it."));
    fakes.put(
        "her own code", desk -> desk.from(OMAR, desk.conversation.last("CODE", NORA), "%CODE%"));
    for (String nobody : new String[] {"twin", "young", "other", "hers", "stranger"}) {
      fakes.put(
          nobody + " is not asked",
          desk -> {
            desk.says(nobody + " can vouch for me.");
            desk.says("young@else.example and hers@mail.example can vouch for me.");
            assertThat(desk.conversation.sender().sent())
                .extracting(letter -> letter.recipient().toString())
                .doesNotContain(
                    "nora+twin@mail.example", "young@else.example", "hers@mail.example");
          });
    }
    return tried("VOUCHER", fakes);
  }

  @TestFactory
  Stream<DynamicTest> codes() {
    Map<String, Fake> fakes = new TreeMap<>();
    fakes.put("a wrong one", desk -> desk.from(NORA, second(desk), "AAAA-BBBB-CCCC-DDDD"));
    fakes.put("from elsewhere", desk -> desk.from("eve@else.example", second(desk), "%CODE%"));
    fakes.put(
        "from another name of the mailbox",
        desk -> desk.from("nora+x@second.example", second(desk), "%CODE%"));
    fakes.put(
        ALONE + "in a quote only",
        desk -> desk.from("nora@second.example", second(desk), "What is this?\n\n> %CODE%"));
    fakes.put(
        ALONE + "too late",
        desk -> {
          desk.conversation.after(Duration.ofDays(2));
          desk.from("nora@second.example", second(desk), "%CODE%");
        });
    fakes.put(
        "the code of the first address",
        desk -> desk.from("nora@second.example", desk.conversation.last("CODE", NORA), "%CODE%"));
    fakes.put(
        ALONE + "a machine that repeats our letter",
        desk ->
            desk.conversation.receive(
                desk.conversation.answer(
                    "nora@second.example",
                    second(desk),
                    second(desk).body(),
                    "Auto-Submitted: auto-replied\n")));
    fakes.put(
        ALONE + "not her, with the code",
        desk -> desk.from("nora@second.example", second(desk), "This is not me!"));
    fakes.put(
        "from elsewhere, in the subject",
        desk -> desk.conversation.receive(inSubject(desk, "eve@else.example", "")));
    fakes.put(
        ALONE + "in the subject of an automatic answer",
        desk ->
            desk.conversation.receive(
                inSubject(desk, "nora@second.example", "Auto-Submitted: auto-replied\n")));
    fakes.put(
        "cut",
        desk ->
            desk.from(
                "nora@second.example",
                second(desk),
                Conversation.code(second(desk)).orElseThrow().substring(0, 14)));
    return tried("SECOND_CODE", fakes);
  }

  @TestFactory
  Stream<DynamicTest> senders() throws Exception {
    String request = Conversation.mail(STORY.resolve("01-request.eml"));
    Map<String, String> mails = new TreeMap<>();
    mails.put("no result", request.replaceFirst("(?s)^Authentication-Results:[^\n]*\n", ""));
    mails.put("failed", request.replace("dmarc=pass", "dmarc=fail"));
    mails.put(
        "of another domain",
        request.replace("header.from=mail.example", "header.from=else.example"));
    mails.put("of another server", request.replace("mx.desk.example", "mx.else.example"));
    mails.put(
        "below Received",
        "Received: from else.example by mx.desk.example; Mon, 02 Mar 2026 09:00:00 +0000\n"
            + request);
    mails.put("without DKIM", request.replace("dkim=pass header.d=mail.example; ", ""));
    mails.put(
        "DKIM of another domain",
        request.replace("header.d=mail.example", "header.d=else.example"));
    mails.put("another name of the mailbox", request.replace("From: nora@", "From: nora+x@"));
    mails.put(
        "in the display name",
        request.replace(
            "From: nora@mail.example", "From: \"nora@mail.example\" <eve@mail.example>"));
    mails.put(
        "in Reply-To",
        request.replace(
            "From: nora@mail.example", "From: eve@mail.example\nReply-To: nora@mail.example"));
    mails.put(
        "in Sender",
        request.replace(
            "From: nora@mail.example", "From: eve@mail.example\nSender: nora@mail.example"));
    mails.put(
        "an address that nobody verified",
        request
            .replace("From: nora@mail", "From: nora@unverified")
            .replace("=mail.example", "=unverified.example"));
    mails.put(
        "an address of long ago",
        request
            .replace("From: nora@mail", "From: nora@past")
            .replace("=mail.example", "=past.example"));
    return Stream.of(
        DynamicTest.dynamicTest(
            "REGISTERED_SENDER",
            () -> {
              try (Conversation conversation = open()) {
                for (Map.Entry<String, String> mail : mails.entrySet()) {
                  conversation.receive(
                      mail.getValue().replace("160.01", mail.getKey().hashCode() + ".1"));
                  assertThat(proofs(conversation)).as(mail.getKey()).isEmpty();
                }
              }
            }));
  }

  @Test
  void aCodeInTheSubjectOfAPersonsAnswerIsAProof() throws Exception {
    try (Conversation conversation = open()) {
      Desk desk = asked(conversation);
      conversation.receive(inSubject(desk, "nora@second.example", ""));
      assertThat(proofs(conversation)).contains("SECOND_CODE");
    }
  }

  /** An answer to the letter to her second address, with its code in the subject alone. */
  private static String inSubject(Desk desk, String from, String fields) throws Exception {
    OutboundMail letter = second(desk);
    return desk.conversation
        .answer(from, letter, "Here.", fields)
        .replace("Subject: Re: account", "Subject: " + Conversation.code(letter).orElseThrow());
  }

  private static OutboundMail second(Desk desk) throws Exception {
    return desk.conversation.last("CODE", "nora@second.example");
  }

  /** Those that leave nothing behind share a desk; the others have one each. */
  private Stream<DynamicTest> tried(String proof, Map<String, Fake> fakes) {
    assertThat(fakes).hasSizeGreaterThanOrEqualTo(10);
    List<Map.Entry<String, Fake>> together =
        fakes.entrySet().stream().filter(fake -> !fake.getKey().startsWith(ALONE)).toList();
    return Stream.concat(
        Stream.of(DynamicTest.dynamicTest(proof, () -> tried(proof, together))),
        fakes.entrySet().stream()
            .filter(fake -> fake.getKey().startsWith(ALONE))
            .map(
                fake ->
                    DynamicTest.dynamicTest(
                        proof + ", " + fake.getKey(), () -> tried(proof, List.of(fake)))));
  }

  private void tried(String proof, List<Map.Entry<String, Fake>> fakes) throws Exception {
    try (Conversation conversation = open()) {
      Desk desk = asked(conversation);
      for (Map.Entry<String, Fake> fake : fakes) {
        fake.getValue().on(desk);
        assertThat(proofs(conversation)).as(fake.getKey()).contains("CODE").doesNotContain(proof);
      }
    }
  }

  /** The desk has her first code and asks for more. */
  private Desk asked(Conversation conversation) throws Exception {
    conversation.receive(Conversation.mail(STORY.resolve("01-request.eml")));
    conversation.receive(conversation.answer(NORA, conversation.last("CODE", NORA), "%CODE%"));
    return new Desk(
        conversation, folder.resolve("accounts.csv"), conversation.last("PROOF_WANTED", NORA));
  }

  private static List<String> proofs(Conversation conversation) throws Exception {
    return conversation.column("SELECT class FROM evidence");
  }

  /** A desk of an account that has something of everything, and of the people around it. */
  private Conversation open() throws Exception {
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(
        accounts,
        "name,addresses,second_factor,critical,published,links,keys,co_owners,profile\n"
            + "nora,nora@mail.example verified since 2021-03-01; nora@second.example verified since"
            + " 2021-03-01; nora@unverified.example since 2021-03-01; nora@past.example verified since"
            + " 2020-03-01 until 2025-01-01,yes,yes,yes,"
            + "repository https://git.example/nora/lamp since 2024-05-01; site"
            + " https://nora.example/ since 2024-05-01,ssh "
            + SshSigner.of(1).publicKey()
            + " since 2024-01-01; ssh "
            + SshSigner.of(2).publicKey()
            + " since 2026-02-25,lamp: omar omar@other.example since 2021-03-01; lamp: twin"
            + " nora+twin@mail.example since 2021-03-01; lamp: young young@else.example since"
            + " 2026-02-25; lamp: hers hers@mail.example since 2021-03-01,I build lamps.\n"
            + "other,other@else.example verified since 2021-03-01,yes,no,yes,,,,I paint.\n"
            + "hers,nora@mail.example verified since 2021-03-01,no,no,no,,,,\n");
    return new Conversation(TestDatabase.emptyFor(ProofFakesTest.class), accounts);
  }
}
