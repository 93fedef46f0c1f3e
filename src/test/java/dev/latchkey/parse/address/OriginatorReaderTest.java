package dev.latchkey.parse.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.StructureFault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginatorReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mira@mail.example",
        "<mira@mail.example>",
        "Mira <mira@mail.example>",
        "Mira<mira@mail.example>",
        "Mira Holt-O'Neil Jr. <MIRA@Mail.Example>",
        "J. R. <mira@mail.example>",
        "\"Holt, Mira (work)\" <mira@mail.example>",
        "\"Mira \\\"Mi\\\" Holt\" <mira@mail.example>",
        "\"Mira\" Holt <mira@mail.example>",
        "=?utf-8?q?J=C3=BCrgen?= <mira@mail.example>",
        "=?UTF-8?B?SsO8cmdlbg==?= =?UTF-8?Q?_Kr=C3=BCger?= <mira@mail.example>",
        "\"=?utf-8?q?Holt=2C_Mira?=\" <mira@mail.example>",
        "\"mira@mail.example\" <mira@mail.example>",
        "\"'mira@mail.example'\" <mira@mail.example>",
        "'Mira' <mira@mail.example>",
        "Jürgen <mira@mail.example>",
        "Mira\t<mira@mail.example>",
        "mira@mail.example (Mira Holt)",
        "mira@mail.example(Mira)",
        "(Mira) mira@mail.example",
        "Mira (Holt & Co.) <mira@mail.example>",
        "Mira <mira@mail.example> (at work)",
        "mira@mail.example (=?utf-8?q?J=C3=BCrgen?=)",
        "\"Mira (work\" <mira@mail.example>",
        "mira@mail.example <mira@mail.example>",
        "Mira@Mail.example <mira@mail.example>",
        "\"Mira @ Work\" <mira@mail.example>",
        "\"Mira <3\" <mira@mail.example>",
        "=?utf-8?q?staff=40corp.example?= <mira@mail.example>",
        "\"Alice <alice@staff.example>\" <mira@mail.example>",
        "\"staff@corp.example\" <mira@mail.example>",
        "staff＠corp.example <mira@mail.example>",
        "\"\u202Eelpmaxe\" <mira@mail.example>",
        "\u200EMira\u200F <mira@mail.example>",
        "=?utf-8?b?4oCuZWxwbWF4ZQ==?= <mira@mail.example>",
        "=?utf-8?b?4oCOTWlyYQ==?= <mira@mail.example>",
        "=?utf-8?b?8J+roA==?= Mira <mira@mail.example>",
        "=?utf-8?q?a=00b?= <mira@mail.example>",
        "=?utf-8?q?a=0Ab?= <mira@mail.example>"
      })
  void aPlainMailboxIsAnIdentity(String from) {
    assertThat(read(from).identity()).contains(EmailAddress.of("mira@mail.example"));
    assertThat(read(from).fault()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Staff:staff@corp.example;",
        "Staff: Mira <staff@corp.example>;",
        "undisclosed-recipients:;",
        "<@attacker.example,@any.example:staff@corp.example>",
        "<@attacker.example:staff@corp.example>",
        "evil(&email=staff@corp.example&)@attacker.example",
        "staff@corp.example(@attacker.example)",
        "<staff@corp.example(x)>",
        "\"staff@corp.example\"@attacker.example",
        "\"staff\"@corp.example",
        "<\"staff\"@corp.example>",
        "<evil@attacker.example>staff@corp.example",
        "<evil@attacker.example> staff@corp.example",
        "staff@corp.example <evil@attacker.example>",
        "Staff staff@corp.example",
        "staff@corp.example (evil@attacker.example)",
        "staff@corp.example (see <evil@attacker.example>)",
        "staff@corp.example (=?utf-8?q?evil=40attacker.example?=)",
        "staff@corp.example (a (nested) one)",
        "staff@corp.example (open",
        "sta(x)ff@corp.example",
        "<staff@corp.example>(@)",
        "staff@corp.example evil@attacker.example <staff@corp.example>",
        "staff@corp.example evil",
        "=?utf-8?q?=73taff=40corp.example?=",
        "=?utf-8?q?staff?=@corp.example",
        "=?utf-8?q?=40attacker.example?=@corp.example",
        "<=?utf-8?q?staff?=@corp.example>",
        "staff@corp.example.",
        "<staff@corp.example.>",
        "staff@corp。example",
        "stáff@corp.example",
        "staff@cörp.example",
        "a\u200Blice@staff.example",
        "< staff@corp.example>",
        "<staff@corp.example >",
        "<staff@corp.example>>",
        "<staff@corp.example",
        "staff@corp.example>",
        "<>",
        "Mira <>",
        "Mira",
        "<mira>",
        "@corp.example",
        "staff@",
        "staff@@corp.example",
        "staff@corp@example",
        "staff@[192.0.2.1]",
        "staff.@corp.example",
        ".staff@corp.example",
        "st..aff@corp.example",
        "staff @corp.example",
        "staff@ corp.example",
        "\"staff@corp.example <evil@attacker.example>",
        "mailto:staff@corp.example",
        "Mira [x] <staff@corp.example>",
        "Mira \\ <staff@corp.example>",
        "staff@corp.example\0@attacker.example",
        "staff@corp.example\0",
        "<staff@corp.example>\u0001",
        "Mira\u007F <staff@corp.example>",
        "evil@attacker.example\rFrom: <staff@corp.example>",
        "Mira\r <staff@corp.example>"
      })
  void everyOtherFormIsRefused(String from) {
    assertThat(read(from).identity()).isEmpty();
    assertThat(read(from).fault()).contains(StructureFault.FROM_NOT_PLAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@corp.example, b@corp.example",
        "A <a@corp.example>, B <b@corp.example>",
        "a@corp.example,",
        "<staff@corp.example><evil@attacker.example>",
        "<<staff@corp.example>>",
        "<staff@corp.example>\\,<evil@attacker.example>",
        "=?utf-8?B?PGFsaWNlQHN0YWZmLmV4YW1wbGU+?=,<eve@attacker.example>",
        "Holt, Mira <mira@mail.example>",
        "staff@corp.example (a, b)"
      })
  void severalMailboxesAreRefused(String from) {
    assertThat(read(from).identity()).isEmpty();
    assertThat(read(from).fault()).contains(StructureFault.SEVERAL_FROM);
  }

  @Test
  void twoFieldsAreSeveralFrom() {
    OriginatorReader reading =
        OriginatorReader.read(List.of("staff@corp.example", "staff@corp.example"));
    assertThat(reading.identity()).isEmpty();
    assertThat(reading.fault()).contains(StructureFault.SEVERAL_FROM);
  }

  @Test
  void noFieldAndAnEmptyFieldAreNoFrom() {
    assertThat(OriginatorReader.read(List.of()).fault()).contains(StructureFault.NO_FROM);
    assertThat(OriginatorReader.read(List.of("")).fault()).contains(StructureFault.NO_FROM);
  }

  @Test
  void octetsThatAreNoUtf8InANameTakeNoIdentityAway() {
    assertThat(OriginatorReader.read(List.of("J\u00fcrgen <mira@mail.example>")).identity())
        .contains(EmailAddress.of("mira@mail.example"));
  }

  @ParameterizedTest
  @MethodSource("hiddenAddresses")
  void anAddressInsideAnEncodedWordIsNeverTheIdentity(String hidden) {
    String word =
        "=?utf-8?b?"
            + Base64.getEncoder().encodeToString(hidden.getBytes(StandardCharsets.UTF_8))
            + "?=";
    for (String from : List.of(word, "<" + word + ">", word + ", <eve@other.example>")) {
      assertThat(read(from).identity()).as(from).isEmpty();
    }
    assertThat(read(word + " <eve@other.example>").identity())
        .contains(EmailAddress.of("eve@other.example"));
  }

  static List<String> hiddenAddresses() {
    return Arrays.asList(
        "staff@corp.example",
        "<staff@corp.example>",
        "Staff <staff@corp.example>",
        "Staff\r\n <staff@corp.example>",
        "staff\u0000@corp.example",
        "staff＠corp.example");
  }

  /** The octets of a field as the parser hands them over. */
  private static OriginatorReader read(String from) {
    return OriginatorReader.read(
        List.of(new String(from.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
  }
}
