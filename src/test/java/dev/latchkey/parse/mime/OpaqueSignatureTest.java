package dev.latchkey.parse.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.parse.MailParser;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SignedData as somebody writes it who wants to harm. */
@NullMarked
class OpaqueSignatureTest {
  private static final byte[] DATA = oid(1);
  private static final byte[] SIGNED_DATA = oid(2);
  private static final byte[] TEXT =
      "Content-Type: text/plain\r\n\r\nREJECT\r\n".getBytes(StandardCharsets.US_ASCII);

  @Test
  void theEntityIsTakenOut() {
    assertThat(OpaqueSignature.content(signed(element(0x04, TEXT)))).hasValue(TEXT);
    assertThat(OpaqueSignature.content(signed(open(0x24, element(0x04, TEXT))))).hasValue(TEXT);
  }

  @Test
  void piecesArePutTogetherInOrder() {
    byte[] one = element(0x04, Arrays.copyOf(TEXT, 9));
    byte[] two = element(0x24, element(0x04, Arrays.copyOfRange(TEXT, 9, TEXT.length)));
    assertThat(OpaqueSignature.content(signed(open(0x24, one, two)))).hasValue(TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"smime-signed-opaque", "smime-signed-in-pieces"})
  void whatIsCutAnywhereIsNotRead(String name) throws Exception {
    byte[] whole = realOne(name);
    assertThat(OpaqueSignature.content(whole)).isPresent();
    for (int length = 0; length < whole.length; length++) {
      assertThat(OpaqueSignature.content(Arrays.copyOf(whole, length))).as("%s", length).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"smime-signed-opaque", "smime-signed-in-pieces"})
  void noChangedOctetIsAnException(String name) throws Exception {
    Random random = new Random(7);
    byte[] whole = realOne(name);
    for (int round = 0; round < 20_000; round++) {
      byte[] changed = whole.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        changed[random.nextInt(round % 2 == 0 ? 90 : whole.length)] = (byte) random.nextInt();
      }
      OpaqueSignature.content(changed).ifPresent(c -> assertThat(c).hasSizeLessThan(whole.length));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3080",
        "30",
        "",
        "3084FFFFFFFF",
        "30847FFFFFFF06",
        "3088FFFFFFFFFFFFFFFF",
        "30FF",
        "3F8101",
        "0480",
        "30800000",
        "1F1F1F",
        "3000",
        "300206FF"
      })
  void lengthsThatLieAreNotBelieved(String hex) {
    assertThat(OpaqueSignature.content(HexFormat.of().parseHex(hex))).isEmpty();
  }

  @Test
  void depthAndNumberHaveABound() {
    byte[] deep = new byte[2_000_000];
    for (int i = 0; i < deep.length; i += 2) {
      deep[i] = 0x30;
      deep[i + 1] = (byte) 0x80;
    }
    assertThat(OpaqueSignature.content(deep)).isEmpty();
    byte[] nested = element(0x04, TEXT);
    for (int i = 0; i < 8; i++) {
      nested = element(0x24, nested);
    }
    assertThat(OpaqueSignature.content(signed(nested))).isEmpty();
    byte[] empties = new byte[400_000];
    for (int i = 0; i < empties.length; i += 2) {
      empties[i] = 0x04;
    }
    assertThat(OpaqueSignature.content(signed(open(0x24, empties)))).isEmpty();
  }

  @Test
  void whatStandsBehindItMakesItUnreadable() {
    byte[] signed = signed(element(0x04, TEXT));
    assertThat(OpaqueSignature.content(join(signed, new byte[] {'\r', '\n'}))).isPresent();
    assertThat(OpaqueSignature.content(join(signed, signed))).isEmpty();
  }

  @Test
  void nothingElseIsTakenForASignature() {
    byte[] string = element(0x04, TEXT);
    assertThat(OpaqueSignature.content(signed(oid(3), DATA, string))).isEmpty();
    assertThat(OpaqueSignature.content(signed(SIGNED_DATA, oid(3), string))).isEmpty();
    assertThat(OpaqueSignature.content(signed(element(0x0C, TEXT)))).isEmpty();
  }

  @Test
  void signaturesInSignaturesEndWhereMultipartsDo() throws Exception {
    assertThat(parse(signedTimes(20)).text().asString()).isEqualTo("REJECT");
    assertThatThrownBy(() -> parse(signedTimes(21))).isInstanceOf(MalformedMailException.class);
  }

  @Test
  void whatIsSignedAndNoEntityStaysAFile() throws Exception {
    byte[] file = "Hello, this is no entity".getBytes(StandardCharsets.US_ASCII);
    InboundMail mail = parse(wrapped(file));
    assertThat(mail.text().asString()).isEmpty();
    assertThat(mail.attachmentNames()).containsExactly("smime.p7m");
  }

  private static byte[] signedTimes(int times) {
    byte[] entity = TEXT;
    for (int i = 0; i < times; i++) {
      entity = wrapped(entity);
    }
    return entity;
  }

  /** An entity that holds another one, in octets as they are. */
  private static byte[] wrapped(byte[] entity) {
    String header =
        """
        Content-Type: application/pkcs7-mime; name=smime.p7m
        Content-Transfer-Encoding: binary

        """
            .replace("\n", "\r\n");
    return join(header.getBytes(StandardCharsets.US_ASCII), signed(element(0x04, entity)));
  }

  private static InboundMail parse(byte[] entity) throws MalformedMailException {
    String header = "From: <mira@mail.example>\r\nTo: <support@desk.example>\r\nSubject: Help\r\n";
    byte[] top = header.getBytes(StandardCharsets.US_ASCII);
    return new MailParser().parse(new MailBytes(join(top, entity)));
  }

  private static byte[] realOne(String name) throws Exception {
    String mail = Files.readString(Path.of("src/test/resources/mail/wrappers", name + ".eml"));
    String body = mail.substring(mail.indexOf("\n\n", mail.indexOf("MIME-Version")));
    return Base64.getMimeDecoder().decode(body);
  }

  private static byte[] signed(byte[] string) {
    return signed(SIGNED_DATA, DATA, string);
  }

  private static byte[] signed(byte[] outer, byte[] inner, byte[] string) {
    byte[] content = element(0x30, element(0x06, inner), element(0xA0, string));
    byte[] data =
        element(0x30, element(0x02, new byte[] {1}), element(0x31), content, element(0x31));
    return element(0x30, element(0x06, outer), element(0xA0, data));
  }

  /** An element with its length in four octets. */
  private static byte[] element(int tag, byte[]... contents) {
    byte[] content = join(contents);
    int n = content.length;
    byte[] head = {
      (byte) tag, (byte) 0x84, (byte) (n >> 24), (byte) (n >> 16), (byte) (n >> 8), (byte) n
    };
    return join(head, content);
  }

  /** An element of indefinite length. */
  private static byte[] open(int tag, byte[]... contents) {
    return join(new byte[] {(byte) tag, (byte) 0x80}, join(contents), new byte[2]);
  }

  /** PKCS #7, number {@code last}. */
  private static byte[] oid(int last) {
    return new byte[] {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, (byte) last};
  }

  private static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      out.writeBytes(piece);
    }
    return out.toByteArray();
  }
}
