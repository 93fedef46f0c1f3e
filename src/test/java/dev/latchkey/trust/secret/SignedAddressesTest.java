package dev.latchkey.trust.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.trust.sender.TestMail;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedAddressesTest {
  private static final EmailAddress BASE = EmailAddress.of("help@desk.example");
  private static final SigningKey KEY = SigningKey.of(new byte[32]);
  private static final String TOKEN = "abcdefghijklmnopqrstuvwxy2";
  private static final String OTHER = "abcdefghijklmnopqrstuvwxy3";

  private final ReplyAddress reply = new ReplyAddress(BASE);
  private final ReturnAddress returns = new ReturnAddress(BASE, KEY);
  private final MessageIds messageIds = new MessageIds(BASE, KEY);

  private static TestMail to(String value) {
    return TestMail.from("dora@mail.example").with("To", value);
  }

  @Test
  void tokenIsFoundInEveryFieldThatNamesTheRecipient() {
    assertThat(reply.with(TOKEN)).hasToString("help+" + TOKEN + "@desk.example");
    for (String field :
        new String[] {"Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc", "cc"}) {
      assertThat(
              reply.tokensIn(
                  TestMail.from("dora@mail.example")
                      .with(field, reply.with(TOKEN).toString())
                      .parsed()))
          .as(field)
          .contains(TOKEN);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Desk <help+T@desk.example>",
        "<help+T@desk.example>",
        "\"help+T@desk.example\" <help+T@desk.example>",
        "other@x.example,help+T@desk.example",
        "HELP+T@Desk.Example",
        "people: a@x.example, help+T@desk.example;",
        "help+short@desk.example, help+T@desk.example",
        "'help+T@desk.example'",
        "\"'help+T@desk.example'\"",
        "help%2BT@desk.example"
      })
  void tokenIsFoundAmongOtherThings(String value) {
    assertThat(reply.tokensIn(to(value.replace("T@", TOKEN + "@")).parsed())).contains(TOKEN);
    assertThat(
            reply.tokensIn(to(value.replace("T@", TOKEN.toUpperCase(Locale.ROOT) + "@")).parsed()))
        .contains(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xhelp+T@desk.example",
        "x.help+T@desk.example",
        "help+T@desk.example.evil.example",
        "help+T@desk.examples",
        "help+Ta@desk.example",
        "help+xT@desk.example",
        "help+@desk.example",
        "help@desk.example",
        "help+T",
        "help+T@",
        "help-T@desk.example",
        "\"help+T@desk.example\"@evil.example",
        "\"help+T@desk.example\" <help@desk.example>",
        "'help+T@desk.example' <help@desk.example>",
        "(help+T@desk.example) x@x.example",
        ""
      })
  void whatOnlyLooksLikeTheReplyAddressIsNone(String value) {
    assertThat(reply.tokensIn(to(value.replace("T", TOKEN)).parsed())).isEmpty();
  }

  @Test
  void twoDifferentTokensAreBothFound() {
    TestMail mail = to(reply.with(TOKEN).toString());

    assertThat(reply.tokensIn(mail.with("Delivered-To", reply.with(TOKEN) + "").parsed()))
        .contains(TOKEN);
    assertThat(reply.tokensIn(mail.with("Cc", reply.with(OTHER) + "").parsed()))
        .containsExactlyInAnyOrder(TOKEN, OTHER);
  }

  /** A blind copy, or a server that rewrites To: the trace of its way names the address alone. */
  @Test
  void tokenIsFoundInTheTrace() {
    TestMail mail = to("undisclosed-recipients:;");
    String address = reply.with(TOKEN).toString();
    for (String trace :
        new String[] {
          "from mail.example by mx.desk.example with ESMTPS id 1 for <" + address + ">; Mon, 2 Feb",
          "by mx.desk.example with SMTP for " + address + "; Mon, 2 Feb 2026 09:00:00 +0000",
        }) {
      assertThat(reply.tokensIn(mail.with("Received", trace).parsed())).contains(TOKEN);
    }
    assertThat(
            reply.tokensIn(
                mail.with("Received", "from x (envelope-from <" + address + ">) by y").parsed()))
        .isEmpty();
  }

  @Test
  void subjectAndFromCarryNoToken() {
    assertThat(
            reply.tokensIn(
                to("x@x.example")
                    .with("Subject", reply.with(TOKEN).toString())
                    .with("Reply-To", reply.with(TOKEN).toString())
                    .parsed()))
        .isEmpty();
  }

  @Test
  void baseThatLeavesNoRoomIsRefused() {
    EmailAddress longest = EmailAddress.of("a".repeat(32) + "@desk.example");

    assertThat(new ReturnAddress(longest, KEY).of(Long.MAX_VALUE).local()).hasSize(63);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReturnAddress(EmailAddress.of("a" + longest), KEY));
    assertThat(new ReplyAddress(EmailAddress.of("aaaaa" + longest)).with(TOKEN).local())
        .hasSize(64);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReplyAddress(EmailAddress.of("aaaaaa" + longest)));
  }

  @Test
  void returnAddressLeadsBackToItsMail() {
    for (long id : new long[] {1, 35, 36, 1042, Integer.MAX_VALUE, Long.MAX_VALUE}) {
      EmailAddress address = returns.of(id);
      assertThat(returns.outboxIdIn(to("<" + address + ">").parsed()))
          .isEqualTo(OptionalLong.of(id));
      assertThat(reply.tokensIn(to(address.toString()).parsed())).isEmpty();
    }
    assertThatIllegalArgumentException().isThrownBy(() -> returns.of(0));
  }

  @Test
  void returnAddressOfSeveralMailsOrOfAnotherKeyIsNone() {
    SigningKey other = KEY.derive("another desk");

    assertThat(returns.outboxIdIn(to(returns.of(1) + ", " + returns.of(2)).parsed())).isEmpty();
    assertThat(returns.outboxIdIn(to(new ReturnAddress(BASE, other).of(1).toString()).parsed()))
        .isEmpty();
  }

  @Test
  void anyChangedCharacterOfAnIdIsRefused() {
    String address = returns.of(1042).local().substring("help+".length());
    String messageId = messageIds.of(1042);
    Random random = new Random(7);

    assertThat(messageIds.outboxIdIn(messageId)).isEqualTo(OptionalLong.of(1042));
    for (int round = 0; round < 20_000; round++) {
      assertThat(
              returns.outboxIdIn(to("help+" + changed(address, random) + "@desk.example").parsed()))
          .isEmpty();
      assertThat(messageIds.outboxIdIn(changed(messageId, random))).isEmpty();
    }
  }

  private static String changed(String text, Random random) {
    int at = random.nextInt(text.length());
    char other = "abcdefghijklmnopqrstuvwxyz234567.-0".charAt(random.nextInt(35));
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + other + text.substring(at);
      default ->
          text.charAt(at) == other
              ? text.substring(0, at)
              : text.substring(0, at) + other + text.substring(at + 1);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<>", "<lk.@desk.example>", "<lk.1@desk.example>", "<x@desk.example>"})
  void otherMessageIdsAreNotOurs(String messageId) {
    assertThat(messageIds.outboxIdIn(messageId)).isEmpty();
  }

  @Test
  void messageIdHasItsFormAndIsAlwaysTheSame() {
    assertThat(messageIds.of(1042))
        .matches("<lk\\.[a-z2-7]{29}@desk\\.example>")
        .isEqualTo(messageIds.of(1042));
    assertThat(messageIds.outboxIdIn(messageIds.of(1042).replace("desk.example", "evil.example")))
        .isEmpty();
  }

  /** Whoever gets two letters does not learn how many went to others between them. */
  @Test
  void idsThatFollowEachOtherHaveNothingInCommon() {
    for (long id = 1; id < 2_000; id++) {
      String one = messageIds.of(id).substring("<lk.".length());
      String next = messageIds.of(id + 1).substring("<lk.".length());
      String back = returns.of(id).local().substring("help+b".length());

      assertThat(alike(one, next)).as(one + " " + next).isLessThan(16);
      assertThat(alike(one, back)).as(one + " " + back).isLessThan(16);
    }
  }

  private static long alike(String one, String other) {
    return IntStream.range(0, 29).filter(at -> one.charAt(at) == other.charAt(at)).count();
  }

  @Test
  void theIdsOfOlderVersionsAreStillRead() {
    assertThat(messageIds.outboxIdIn("<lk.sy.m5kciqjbfly5mczd@desk.example>"))
        .isEqualTo(OptionalLong.of(1042));
    assertThat(returns.outboxIdIn(to("help+bsy-mpopbd3qt777ebq4@desk.example").parsed()))
        .isEqualTo(OptionalLong.of(1042));
    assertThat(messageIds.outboxIdIn("<lk.sz.m5kciqjbfly5mczd@desk.example>")).isEmpty();
  }

  @Test
  void longRecipientFieldsTakeLinearTime() {
    String many = "help+abc, ".repeat(200_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(3), () -> reply.tokensIn(to(many).parsed()));
  }
}
