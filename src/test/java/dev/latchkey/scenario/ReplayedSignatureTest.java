package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.SshSigner;
import dev.latchkey.TestDatabase;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.proof.signature.PgpSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A real signature by the right key, made for another request: the same person owns two accounts
 * with one key, or comes back after a while.
 */
@NullMarked
class ReplayedSignatureTest {
  private static final String NORA = "nora@mail.example";
  private static final String ALSO = "nora@works.example";
  private static final Pattern TOKEN = Pattern.compile("recovery-[a-z2-7]{20}");
  private static final Path STORY = Conversation.STORIES.resolve("160-branch-after-the-code");

  @TempDir private Path folder;
  private Conversation desk;
  private PgpSigner pgp;

  private enum Form {
    SSH,
    OPENPGP
  }

  @BeforeEach
  void open() throws Exception {
    pgp = new PgpSigner();
    Files.writeString(folder.resolve("nora.asc"), pgp.publicKey());
    String keys =
        "ssh "
            + SshSigner.of(1).publicKey()
            + " since 2024-01-01; openpgp nora.asc since 2025-02-01\n";
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(
        accounts,
        "name,addresses,second_factor,critical,published,keys\n"
            + "nora,nora@mail.example verified since 2021-03-01,yes,no,yes,"
            + keys
            + "lantern,nora@works.example verified since 2021-03-01,yes,no,yes,"
            + keys);
    desk = new Conversation(TestDatabase.emptyFor(ReplayedSignatureTest.class), accounts);
    asks(NORA, "nora", "1");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @ParameterizedTest
  @EnumSource
  void aSignatureForAnotherRequestProvesNothingInThisOne(Form form) throws Exception {
    asks(ALSO, "lantern", "2");
    String signed = sign(form, token(NORA));
    desk.receive(desk.answer(NORA, desk.last("PROOF_WANTED", NORA), signed));
    assertThat(desk.outcome()).isEqualTo(Outcome.PROOF_ACCEPTED);

    desk.receive(desk.answer(ALSO, desk.last("PROOF_WANTED", ALSO), signed));
    assertThat(desk.outcome()).isEqualTo(Outcome.PROOF_REFUSED);
    // Nor does the token of this one beside it, which nobody signed.
    desk.receive(
        desk.answer(
            ALSO, desk.last("PROOF_WANTED", ALSO), "My token: " + token(ALSO) + "\n\n" + signed));
    desk.receive(
        desk.answer(
            ALSO, desk.last("PROOF_WANTED", ALSO), signed.replace(token(NORA), token(ALSO))));
    assertThat(desk.outcome()).isNotEqualTo(Outcome.PROOF_ACCEPTED);
    assertThat(signatures(1002)).isEmpty();
    assertThat(desk.state(1002)).isEqualTo("PROVING");

    desk.receive(desk.answer(ALSO, desk.last("PROOF_WANTED", ALSO), sign(form, token(ALSO))));
    assertThat(desk.outcome()).isEqualTo(Outcome.PROOF_ACCEPTED);
    assertThat(signatures(1002)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aSignatureOverWhatWasAskedBeforeProvesNothingWhenItIsAskedAgain(Form form) throws Exception {
    String old = token(NORA);
    String signed = sign(form, old);
    desk.receive(
        desk.answer(NORA, desk.last("PROOF_WANTED", NORA), "Never mind, please close my request."));
    assertThat(desk.state(1001)).isEqualTo("WITHDRAWN");
    desk.receive(
        desk.answer(
            NORA,
            desk.last("WITHDRAWN", NORA),
            "I am still locked out of my account after all. Please help me."));
    assertThat(token(NORA)).isNotEqualTo(old);

    desk.receive(desk.answer(NORA, desk.last("PROOF_WANTED", NORA), signed));
    assertThat(desk.outcome()).isEqualTo(Outcome.PROOF_REFUSED);
    assertThat(signatures(1001)).isEmpty();

    desk.receive(desk.answer(NORA, desk.last("PROOF_WANTED", NORA), sign(form, token(NORA))));
    assertThat(desk.outcome()).isEqualTo(Outcome.PROOF_ACCEPTED);
    assertThat(signatures(1001)).hasSize(1);
  }

  /** Up to the letter that asks for more than the code. */
  private void asks(String who, String account, String number) throws IOException, SQLException {
    desk.receive(
        Conversation.mail(STORY.resolve("01-request.eml"))
            .replace("name: nora", "name: " + account)
            .replace(NORA, who)
            .replace("mail.example", who.substring(who.indexOf('@') + 1))
            .replace("160.01", "160.01." + number));
    desk.receive(desk.answer(who, desk.last("CODE", who), "%CODE%"));
  }

  private String sign(Form form, String token) throws Exception {
    return form == Form.SSH ? SshSigner.of(1).sign(token) : pgp.sign(token, desk.now());
  }

  private String token(String who) throws SQLException {
    OutboundMail letter = desk.last("PROOF_WANTED", who);
    Matcher token = TOKEN.matcher(letter.body());
    assertThat(token.find()).isTrue();
    return token.group();
  }

  private List<String> signatures(long ticket) throws SQLException {
    return desk.column(
        "SELECT source FROM evidence WHERE class = 'SIGNATURE' AND ticket_id = " + ticket);
  }
}
