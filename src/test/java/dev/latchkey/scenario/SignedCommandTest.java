package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.TestDesk;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.proof.CannotLookException;
import dev.latchkey.proof.Names;
import dev.latchkey.proof.Obstacle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * The server says that every one of these mails is signed by the staff's domain; the desk looks at
 * the signature itself.
 */
@NullMarked
class SignedCommandTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String ALICE = "alice@staff.example";
  private static final String ALL = "from:subject:date:content-type:content-transfer-encoding";
  private static final String VERIFIED =
      "authserv-ids: [" + TestDesk.AUTHSERV_ID + "], verify-dkim: true, signed-content: true";

  private final KeyPair key = key(2048);
  private final Keys keys = new Keys();

  /** A resolver that says what a test says. */
  private static final class Keys implements Names {
    private List<String> texts = List.of();
    private boolean away;

    @Override
    public List<InetAddress> addresses(String host, Duration within) throws CannotLookException {
      throw new CannotLookException(Obstacle.NO_SUCH_HOST);
    }

    @Override
    public Texts texts(String name, Duration within) throws CannotLookException {
      if (away) {
        throw new CannotLookException(Obstacle.AWAY);
      }
      return new Texts(name.equals("s26._domainkey.staff.example") ? texts : List.of(), false);
    }
  }

  @Test
  void aSignatureThatHoldsApprovesAndNoOtherDoes() throws IOException, SQLException {
    try (Conversation desk = inReview()) {
      keys.texts = List.of(record(key));
      String good = signed(approval(desk), ALL, key);

      assertNothing(desk, approval(desk), "no signature");
      assertNothing(desk, good.replace("Re: account", "Re: Account!"), "another subject");
      assertNothing(desk, good.replace("\n\nAPPROVE", "\n\napprove"), "another body");
      assertNothing(desk, good.replace("d=staff.example", "d=attacker.example"), "of others");
      assertNothing(desk, signed(approval(desk), ALL + "; l=4", key), "a part of the body");
      assertNothing(desk, signed(approval(desk), ALL, key(2048)), "another key");
      keys.texts = List.of(record(key) + "; t=y");
      assertNothing(desk, signed(approval(desk), ALL, key), "a key on trial");
      KeyPair weak = key(1024);
      keys.texts = List.of(record(weak));
      assertNothing(desk, signed(approval(desk), ALL, weak), "a weak key");
      keys.texts = List.of(record(key));
      assertNothing(desk, signed(approval(desk), ALL, key).replace("s=s26", "s=s.\u0000"), "NUL");

      desk.receive(good);
      assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("COOLING_OFF");

      desk.receive(signed(desk.answer(ALICE, desk.last("DECIDED", ALICE), "UNDO"), ALL, key));
      desk.receive(desk.stamped(ALICE, "support@desk.example", "Re: x", "", "STATUS LK-1001"));
      assertNothing(desk, approval(desk), "none, behind one that holds");
      desk.receive(signed(approval(desk), ALL, key));
      assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("COOLING_OFF");
    }
  }

  @Test
  void whatASignatureLeavesOpenIsNamedAndWhatStopsCountsAllTheSame()
      throws IOException, SQLException {
    try (Conversation desk = inReview()) {
      keys.texts = List.of(record(key));

      assertNothing(desk, signed(approval(desk), "from:subject:date", key), "no content fields");
      assertThat(desk.last("COMMAND_REFUSED", ALICE).body())
          .contains("content-type, content-transfer-encoding");
      desk.receive(
          signed(desk.answer(ALICE, desk.last("CASE", ALICE), "HOLD"), "from:subject:date", key));
      assertThat(desk.standing(1001)).as(desk.desk().lastReason()).isEqualTo("ON_HOLD");
    }
  }

  @Test
  void theServersWordIsEnoughUnlessSetOtherwiseButNotForWhatIsOpen()
      throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(SignedCommandTest.class)) {
      assertNothing(desk, signed(approval(desk), "from:date", key), "no subject");
      desk.receive(signed(approval(desk), "from:subject:date", key(1024)));
      assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("COOLING_OFF");
    }
  }

  @Test
  void aMailWaitsForTheResolverAndForNothingElse() throws IOException, SQLException {
    try (Conversation desk = inReview()) {
      keys.away = true;
      desk.receive(signed(approval(desk), ALL, key));
      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
      assertThat(desk.column("SELECT attempts FROM mail WHERE state = 'RECEIVED'"))
          .containsExactly("0");
      desk.receive(
          desk.stamped("kim@mail.example", "support@desk.example", "Hi", "", "Do you sell hats?"));
      assertThat(desk.outcome()).isEqualTo(Outcome.NOT_A_REQUEST);

      keys.texts = List.of(record(key));
      keys.away = false;
      desk.after(Duration.ofMinutes(2));
      assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("COOLING_OFF");
    }
  }

  @Test
  void aResolverThatIsAwayForHoursIsToldToWhoCommandedAndHoldsNoStopUp()
      throws IOException, SQLException {
    try (Conversation desk = inReview()) {
      keys.away = true;
      desk.receive(signed(approval(desk), ALL, key));
      desk.after(Duration.ofHours(7));

      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
      assertThat(desk.last("COMMAND_REFUSED", ALICE).body()).contains("DKIM");
      keys.away = true;
      desk.receive(signed(desk.answer(ALICE, desk.last("CASE", ALICE), "HOLD"), ALL, key));
      assertThat(desk.standing(1001)).as(desk.desk().lastReason()).isEqualTo("ON_HOLD");
    }
  }

  private static void assertNothing(Conversation desk, String mail, String what)
      throws SQLException {
    desk.receive(mail);

    assertThat(desk.outcome())
        .as(what + ": " + desk.desk().lastReason())
        .isNotEqualTo(Outcome.COMMAND_DONE);
    assertThat(desk.state(1001)).as(what).isEqualTo("IN_REVIEW");
    assertThat(desk.column("SELECT COUNT(*) FROM approval")).as(what).containsExactly("0");
  }

  private static String approval(Conversation desk) throws SQLException {
    OutboundMail theCase = desk.last("CASE", ALICE);
    return desk.answer(ALICE, theCase, "APPROVE %CODE%");
  }

  private static String signed(String mail, String fields, KeyPair key) {
    String crlf = mail.replace("\n", "\r\n");
    String template =
        "v=1; a=rsa-sha256; c=relaxed/relaxed; d=staff.example; s=s26; h=" + fields + "; bh=; b=";
    try {
      String field =
          new DKIMSigner(template, key.getPrivate())
              .sign(new ByteArrayInputStream(crlf.getBytes(StandardCharsets.ISO_8859_1)));
      return mail.replace("From: <", field + "\nFrom: <");
    } catch (IOException | FailException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String record(KeyPair key) {
    return "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
  }

  private static KeyPair key(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Conversation inReview() throws IOException, SQLException {
    Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(SignedCommandTest.class),
            STORY.resolve("accounts.csv"),
            VERIFIED,
            keys);
    desk.proveOwnership(STORY);
    return desk;
  }
}
