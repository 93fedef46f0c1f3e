package dev.latchkey.trust.sender;

import static dev.latchkey.trust.sender.SenderTrust.Level.ALIGNED;
import static dev.latchkey.trust.sender.SenderTrust.Level.FAILED;
import static dev.latchkey.trust.sender.SenderTrust.Level.FROM_DOMAIN;
import static dev.latchkey.trust.sender.SenderTrust.Level.UNPROVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.StructureFault;
import dev.latchkey.trust.sender.SenderTrust.Level;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every case starts from a mail that is proved and changes one thing. */
class AuthenticationResultsReaderTest {
  private static final String GOOD =
      "mx.desk.example; spf=pass smtp.mailfrom=crew.example;"
          + " dkim=pass header.d=crew.example header.s=s26; dmarc=pass header.from=crew.example";
  private static final String FORGED =
      "mx.desk.example; spf=fail smtp.mailfrom=evil.example; dkim=none;"
          + " dmarc=fail header.from=crew.example";
  private static final String RECEIVED = "from mail.crew.example by mx.desk.example; today";
  private static final String SIGNATURE =
      "v=1; a=rsa-sha256; d=crew.example; s=s26; h=from:to:subject:date:message-id; bh=x; b=y";

  private final AuthenticationResultsReader reader =
      new AuthenticationResultsReader(Set.of("mx.desk.example"));

  private static TestMail mailOf(String... results) {
    TestMail mail = TestMail.from("ann@crew.example");
    for (String result : results) {
      mail = mail.with("Authentication-Results", result);
    }
    return mail.with("Received", RECEIVED);
  }

  private Level level(TestMail mail) {
    return reader.read(mail.parsed()).level();
  }

  @Test
  void resultOfTheTrustedServerProvesTheSender() {
    SenderTrust trust = reader.read(mailOf(GOOD).with("DKIM-Signature", SIGNATURE).parsed());

    assertThat(trust.level()).isEqualTo(ALIGNED);
    assertThat(trust.proves(EmailAddress.of("ann@crew.example"))).isTrue();
    assertThat(trust.proves(EmailAddress.of("bob@crew.example"))).isFalse();
    assertThat(trust.why()).containsExactly("dmarc=pass, dkim=pass by crew.example");
  }

  @Test
  void nothingIsProvedWithoutATrustedServer() {
    AuthenticationResultsReader unconfigured = new AuthenticationResultsReader(Set.of());

    assertThat(unconfigured.configured()).isFalse();
    assertThat(unconfigured.read(mailOf(GOOD).parsed()).level()).isEqualTo(UNPROVED);
    assertThat(reader.configured()).isTrue();
  }

  @Test
  void genuineResultOnTopWinsOverTheForgedOneBelowReceived() {
    TestMail mail = mailOf(FORGED).with("Authentication-Results", GOOD);

    assertThat(level(mail)).isEqualTo(FAILED);
    assertThat(reader.read(mail.parsed()).why())
        .containsExactly(
            "dmarc=fail",
            "a field in the name of the trusted mail server stands where a sender can write");
  }

  @Test
  void forgedResultBelowReceivedCountsForNothingWhenTheServerWroteNone() {
    assertThat(level(mailOf().with("Authentication-Results", GOOD))).isEqualTo(UNPROVED);
  }

  @Test
  void twoTrustedResultsThatDifferProveNothing() {
    assertThat(level(mailOf(GOOD, FORGED))).isEqualTo(FAILED);
    assertThat(level(mailOf(FORGED, GOOD))).isEqualTo(FAILED);
    assertThat(level(mailOf(GOOD, GOOD))).isEqualTo(ALIGNED);
    assertThat(level(mailOf(GOOD, "mx.desk.example; dkim=fail header.d=crew.example")))
        .isEqualTo(FAILED);
  }

  @Test
  void fieldsAboutTheSameSignatureMustAgreeAndAboutSpfNeedNot() {
    String dmarc = "mx.desk.example; dmarc=pass header.from=crew.example";
    String dkim = "mx.desk.example; dkim=pass header.d=crew.example header.s=a header.b=AbC";

    assertThat(
            level(
                mailOf(
                    dmarc,
                    "mx.desk.example; spf=fail smtp.mailfrom=ann@crew.example",
                    dkim,
                    "mx.desk.example; spf=pass smtp.mailfrom=crew.example; iprev=fail",
                    "mx.desk.example; iprev=pass policy.iprev=192.0.2.1; x-ptr = pass = what")))
        .isEqualTo(ALIGNED);
    assertThat(level(mailOf(dmarc, dkim, "mx.desk.example; dkim=fail header.d=crew.example")))
        .isEqualTo(FAILED);
    assertThat(
            level(
                mailOf(
                    dmarc,
                    dkim,
                    "mx.desk.example; dkim=fail header.d=crew.example header.s=b; dmarc=pass")))
        .isEqualTo(ALIGNED);
    assertThat(level(mailOf(dmarc, dkim, "mx.desk.example; dmarc=fail (x"))).isEqualTo(UNPROVED);
    assertThat(level(mailOf(dmarc, dkim, "mx.desk.example; dkim=broken=", FORGED)))
        .isEqualTo(FAILED);
  }

  @Test
  void openDkimAndOpenDmarcWriteOneFieldEach() {
    TestMail mail =
        mailOf(
            "mx.desk.example; dmarc=pass (p=reject dis=none) header.from=crew.example",
            "mx.desk.example;\tdkim=pass (2048-bit key; unprotected) header.d=crew.example"
                + " header.i=@crew.example header.a=rsa-sha256 header.b=Gk/+a8=");

    assertThat(level(mail)).isEqualTo(ALIGNED);
  }

  @Test
  void resultsBelowOwnReceivedFieldsCountOnlyWhenTheServerIsKnownToWriteThere() {
    TestMail mail =
        TestMail.from("ann@crew.example")
            .with("Received", "by store.desk.example with LMTP; today")
            .with("Authentication-Results", GOOD)
            .with("Received", RECEIVED)
            .with("Authentication-Results", FORGED);

    assertThat(level(mail)).isEqualTo(UNPROVED);
    assertThat(
            new AuthenticationResultsReader(Set.of("mx.desk.example"), 1)
                .read(mail.parsed())
                .level())
        .isEqualTo(ALIGNED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mx.desk.example.evil.example",
        "xmx.desk.example",
        "\"mx.desk.example \"",
        "\"mx.desk.example\"",
        "(x) mx.desk.example",
        "mx.desk.example/1",
        "mx.des\u212A.example",
        "mx.de\u017Fk.example",
        "evil.example mx.desk.example",
        "",
        ";"
      })
  void lookAlikesOfTheServersNameAreNotTrusted(String name) {
    assertThat(level(mailOf(GOOD.replace("mx.desk.example", name)))).isEqualTo(UNPROVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MX.Desk.EXAMPLE",
        "mx.desk.example 1",
        "mx.desk.example(comment)",
        "mx.desk.example (a (nested) \\) one) 1 (b) ",
        " \t mx.desk.example \t"
      })
  void theServersNameMayBeWrittenInItsLegalWays(String name) {
    assertThat(level(mailOf(GOOD.replace("mx.desk.example", name)))).isEqualTo(ALIGNED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mx.desk.example 2", "mx.desk.example 1x", "mx.desk.example 1 1"})
  void otherVersionsAreNotUnderstood(String name) {
    assertThat(level(mailOf(GOOD.replace("mx.desk.example", name)))).isEqualTo(UNPROVED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALIGNED  | dkim=pass header.d=crew.example; dmarc=pass",
        "ALIGNED  | DKIM=Pass Header.D=CREW.Example; DMARC=PASS header.FROM=Crew.Example;",
        "ALIGNED  | dkim / 1 = pass (c) header . d = \"crew.example\" ; dmarc=pass(p=reject)",
        "ALIGNED  | dkim=pass reason=\"good; dmarc=fail\" header.d=crew.example; dmarc=pass",
        "ALIGNED  | dkim=pass header.i=@crew.example header.b=x; dmarc=pass",
        "ALIGNED  | dkim=fail header.d=crew.example header.s=old;"
            + " dkim=pass header.d=crew.example header.s=new; dmarc=pass",
        "ALIGNED  | dkim=pass header.d=sender.example; dkim=pass header.d=crew.example; dmarc=pass",
        "FROM_DOMAIN | dkim=pass header.d=crew.example; dmarc=none",
        "FROM_DOMAIN | dkim=pass header.d=crew.example; dmarc=temperror",
        "FROM_DOMAIN | dkim=pass header.d=crew.example; dmarc=passed",
        "FROM_DOMAIN | dkim=pass header.d=crew.example",
        "UNPROVED | none",
        "FROM_DOMAIN | spf=pass smtp.mailfrom=ann@crew.example; dmarc=none",
        "FROM_DOMAIN | spf=pass (ok) smtp.mailfrom=CREW.example; dkim=none; dmarc=none",
        "UNPROVED | spf=pass smtp.mailfrom=ann@it.crew.example; dmarc=none",
        "UNPROVED | spf=pass smtp.mailfrom=crew.example.evil.example; dmarc=none",
        "UNPROVED | spf=pass smtp.mailfrom=crew.example@evil.example; dmarc=none",
        "UNPROVED | spf=pass (smtp.mailfrom=crew.example); dmarc=none",
        "UNPROVED | spf=pass smtp.helo=crew.example; dmarc=none",
        "UNPROVED | spf=pass smtp.mailfrom=crew.example smtp.mailfrom=evil.example; dmarc=none",
        "UNPROVED | spf=fail smtp.mailfrom=crew.example; dmarc=none",
        "UNPROVED | spf=fail smtp.mailfrom=crew.example; spf=pass smtp.mailfrom=crew.example",
        "UNPROVED | dkim=pass header.d=crew.example header.a=rsa-sha1; dmarc=none",
        "UNPROVED | dkim=pass header.d=it.crew.example; dmarc=none",
        "FAILED | spf=pass smtp.mailfrom=crew.example; dmarc=fail",
        "FROM_DOMAIN | spf=pass smtp.mailfrom=ann@crew.example; dmarc=pass header.from=crew.example",
        "FROM_DOMAIN | dkim=pass header.d=mailer.example; dmarc=pass header.from=crew.example",
        "FROM_DOMAIN | dkim=pass header.d=it.crew.example; dmarc=pass header.from=crew.example",
        "FROM_DOMAIN | dkim=pass header.d=example; dmarc=pass header.from=crew.example",
        "FROM_DOMAIN | dkim=pass header.d=crew.example.; dmarc=pass header.from=crew.example",
        "FROM_DOMAIN | dkim=pass header.d=evil.example header.i=@crew.example; dmarc=pass",
        "FROM_DOMAIN | dkim=neutral header.d=crew.example; dmarc=pass header.from=crew.example",
        "FROM_DOMAIN | dkim=pass header.d=crew.example header.a=rsa-sha1; dmarc=pass",
        "FROM_DOMAIN | dkim=fail header.d=crew.example; dmarc=pass header.from=crew.example",
        "FROM_DOMAIN | arc=pass header.d=crew.example; dmarc=pass header.from=crew.example",
        "FROM_DOMAIN | dkim=pass (header.d=crew.example); dmarc=pass",
        "FROM_DOMAIN | dkim=pass reason=\" header.d=crew.example\"; dmarc=pass",
        "FROM_DOMAIN | (dmarc=pass) dkim=pass header.d=crew.example",
        "FAILED   | dkim=pass header.d=crew.example; dmarc=fail",
        "FAILED   | dkim=pass header.d=crew.example; dmarc=pass; dmarc=fail",
        "ALIGNED  | dkim=pass header.d=crew.example; dmarc=pass;"
            + " dmarc=pass header.from=crew.example",
        "FAILED   | dkim=pass header.d=crew.example; dmarc=pass header.from=crew.example;"
            + " dmarc=pass header.from=evil.example",
        "FAILED   | dkim=pass header.d=crew.example; dmarc=pass; dmarc=none",
        "ALIGNED  | dkim=pass header.d=crew.example x-bits=2048 x-note=\"a; b\"; dmarc=pass",
        "ALIGNED  | dkim=pass header.d=crew.example; dmarc=pass (p=none) d=crew.example",
        "ALIGNED  | dkim=pass header.d=crew.example; dmarc=pass; spf=pass smtp.mailfrom=crew.example"
            + " for support@desk.example",
        "ALIGNED  | dkim=pass header.d=crew.example for support@desk.example; dmarc=pass",
        "ALIGNED  | spf = what ever < @ > it (says); dkim=pass header.d=crew.example; dmarc=pass",
        "ALIGNED  | dkim=pass (1024-bit) (ok) header.d=crew.example(c)header.s=s; dmarc=pass",
        "FROM_DOMAIN | dkim=pass header.d=crew.example; dmarc=success(p=REJECT)",
        "FROM_DOMAIN | dkim=dkim_pass header.i=@crew.example; dmarc=pass",
        "UNPROVED | spf=pass smtp.mailfrom=a(b; dkim=pass header.d=crew.example; dmarc=pass",
        "UNPROVED | spf=pass smtp.mailfrom=\"b; dkim=pass header.d=crew.example; dmarc=pass",
        "FAILED   | dkim=pass header.d=crew.example; dmarc=pass header.from=evil.example",
        "FAILED   | dkim=pass header.d=crew.example; dmarc=pass header.from=it.crew.example",
        "UNPROVED | dkim=pass header.d=crew.example header.d=evil.example; dmarc=pass",
        "UNPROVED | dkim/2=pass header.d=crew.example; dmarc=pass",
        "UNPROVED | dkim=pass header.d=crew.example; dmarc=pass (unclosed",
        "UNPROVED | dkim=pass header.d=crew.example; dmarc=pass header.from=\"crew.example",
        "UNPROVED | dkim=pass header.d=crew.example; dmarc=pass policy.dmarc=none)",
        "ALIGNED  | dkim=pass header.d=crew.example; dmarc=pass action=none",
        "FROM_DOMAIN | dkim=pass header.d=crew.example; none",
        "UNPROVED | dkim=pass header.d=crew.example,dmarc=pass; dmarc=pass =x",
        "ALIGNED  | dkim=pass header.d=crew.example;; dmarc=pass",
      })
  void resultIsReadByTheGrammar(Level expected, String results) {
    assertThat(level(mailOf("mx.desk.example; " + results))).isEqualTo(expected);
  }

  @Test
  void controlCharactersBreakAResult() {
    for (String control : new String[] {"\0", "\r", "\n", "\u007F", "\u001B"}) {
      assertThat(level(mailOf(GOOD + " (a" + control + "b)"))).isEqualTo(UNPROVED);
      assertThat(level(mailOf(GOOD + "; x=y z.z=a" + control + "b"))).isEqualTo(UNPROVED);
    }
  }

  @Test
  void injectedMethodInsideAQuotedLocalPartIsNoMethod() {
    TestMail mail =
        mailOf(
            "mx.desk.example; spf=pass smtp.mailfrom=\"x; dkim=pass header.d=crew.example;"
                + " dmarc=pass header.from=crew.example\"@evil.example; dmarc=fail");

    assertThat(level(mail)).isEqualTo(FAILED);
  }

  @Test
  void resultOfMicrosoftWithoutAServerNameIsNotTrusted() {
    TestMail mail =
        mailOf(
            "spf=pass (sender IP is 192.0.2.7) smtp.mailfrom=crew.example; dkim=pass (signature"
                + " was verified) header.d=crew.example;dmarc=pass action=none"
                + " header.from=crew.example;compauth=pass reason=100");

    assertThat(level(mail)).isEqualTo(UNPROVED);
  }

  @Test
  void otherFieldsWithResultsAreNotRead() {
    for (String name :
        new String[] {
          "ARC-Authentication-Results",
          "Authentication-Results-Original",
          "X-Authentication-Results"
        }) {
      assertThat(level(TestMail.from("ann@crew.example").with(name, GOOD))).isEqualTo(UNPROVED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann@it.crew.example", "ann@crew-example.example", "ann@example"})
  void cousinDomainsAreNotTheDomain(String from) {
    TestMail mail = TestMail.from(from).with("Authentication-Results", GOOD);

    assertThat(level(mail)).isEqualTo(FAILED);
  }

  @Test
  void mailWithoutIdentityIsNeverProved() {
    SenderTrust trust = reader.read(mailOf(GOOD).withoutIdentity());

    assertThat(trust.level()).isEqualTo(FAILED);
    assertThat(trust.address()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "NO_FROM",
        "SEVERAL_FROM",
        "FROM_NOT_PLAIN",
        "REPEATED_FIELD",
        "NUL_OCTET",
        "BARE_LINE_END",
        "BROKEN_HEADER_LINE"
      })
  void headerThatProgramsReadDifferentlyIsNeverProved(StructureFault fault) {
    assertThat(level(mailOf(GOOD).withFault(fault))).isNotEqualTo(ALIGNED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=1; d=crew.example; h=from:to:subject:date; l=18; b=y",
        "v=1; d=crew.example; h=from:to:subject:date; l =\t0; b=y",
        "v=1; d=crew.example; h=from:date; b=y",
        "v=1; a=rsa-sha1; d=crew.example; h=from:subject:date; b=y",
        "v=1; d=Crew.Example; h=to:subject:date; b=y",
        "v=1; d=crew.example; b=y"
      })
  void signatureThatLeavesSomethingOpenProvesNothing(String signature) {
    String withoutSpf = GOOD.replaceFirst("spf=pass[^;]*;", "spf=none;");
    assertThat(level(mailOf(withoutSpf).with("DKIM-Signature", signature))).isEqualTo(UNPROVED);
    assertThat(level(mailOf(GOOD).with("DKIM-Signature", signature))).isEqualTo(FROM_DOMAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=1; d=crew.example; h= From : To :\tSubject:Date : From; b=y",
        "v=1; d=sender.example; h=from; l=1; b=y",
        "v=1; d=crew.example; h=From:Date:Subject:Message-ID:Content-Type; b=y",
        "v=1; d=crew.example; bh=al=; h=from:to:subject:date; b=l=4"
      })
  void soundSignatureAndThoseOfOthersDoNotMatter(String signature) {
    assertThat(level(mailOf(GOOD).with("DKIM-Signature", signature))).isEqualTo(ALIGNED);
  }
}
