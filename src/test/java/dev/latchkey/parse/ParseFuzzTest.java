package dev.latchkey.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.parse.address.AddressReader;
import dev.latchkey.parse.address.OriginatorReader;
import dev.latchkey.parse.mime.MalformedMailException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What must hold for any octets. An ordinary run replays the seeds in {@code
 * src/test/resources/dev/latchkey/parse/ParseFuzzTestInputs}; with {@code JAZZER_FUZZ=1} in the
 * environment new inputs are searched for.
 */
class ParseFuzzTest {

  @FuzzTest(maxDuration = "3m")
  void anyOctetsAreAMailOrRefused(byte[] octets) {
    InboundMail mail;
    try {
      mail = new MailParser().parse(new MailBytes(octets));
    } catch (MalformedMailException e) {
      assertThat(e).hasMessageNotContaining("took more");
      return;
    }
    assertThat(mail.subject()).doesNotContain("\r", "\n", "\0", "\u202E");
    assertThat(mail.attachmentNames()).allMatch(name -> !name.contains("/") && !name.isBlank());
    mail.identity()
        .ifPresent(
            identity ->
                assertThat(mail.field("From").orElseThrow().raw())
                    .containsIgnoringCase(identity.toString()));
  }

  @FuzzTest(maxDuration = "3m")
  void anIdentityStandsInPlainSightAtTheEndOfItsField(byte[] octets) {
    String raw = new String(octets, StandardCharsets.ISO_8859_1);
    OriginatorReader reading = OriginatorReader.read(List.of(raw));
    assertThat(reading.identity().isPresent()).isNotEqualTo(reading.fault().isPresent());
    reading
        .identity()
        .ifPresent(
            identity -> {
              String bare = raw.endsWith(">") ? raw.substring(raw.lastIndexOf('<') + 1) : raw;
              assertThat(bare.replace(">", "")).isEqualToIgnoringCase(identity.toString());
              assertThat(AddressReader.read(raw)).hasSize(1);
              assertThat(IDN.toASCII(domain(AddressReader.read(raw).get(0))))
                  .isEqualToIgnoringCase(identity.domain());
            });
  }

  /** People may be shown an international domain in its own letters. */
  private static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1);
  }
}
