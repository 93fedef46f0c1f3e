package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The mailbox is at a provider whose way of writing its results is set by name: what the provider
 * wrote proves the staff, and what a sender wrote like it proves nobody.
 */
@NullMarked
class MailProvidersTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String ALICE = "alice@staff.example";
  private static final String BORDER =
      "(?s)^Authentication-Results: .*?header\\.from=(\\S+)\nReceived: [^\n]*\n";

  private static final String MICROSOFT_RESULT =
      """
      Authentication-Results: spf=pass (sender IP is 198.51.100.7)
       smtp.mailfrom=%1$s; dkim=pass (signature was verified)
       header.d=%1$s;dmarc=pass action=none header.from=%1$s;compauth=pass
       reason=100
      """;
  private static final String MICROSOFT_TOP =
      """
      Received: from DB9P1.EURP1.PROD.OUTLOOK.COM (2603:10a6:10:4b6::14) by
       AS8P1.EURP1.PROD.OUTLOOK.COM (2603:10a6:20b:44b::10) with Microsoft SMTP Server
       (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.7472.44; Mon, 2
       Mar 2026 09:00:03 +0000
      Received: from DU2PE1.eurprd03.prod.outlook.com (2603:10a6:10:4b6:cafe::c3) by
       DB9P1.outlook.office365.com (2603:10a6:10:4b6::14) with Microsoft SMTP Server id
       15.20.7495.33 via Frontend Transport; Mon, 2 Mar 2026 09:00:02 +0000
      """;
  private static final String MICROSOFT_BORDER =
      """
      Received-SPF: Pass (protection.outlook.com: domain of %1$s designates 198.51.100.7 as
       permitted sender) receiver=protection.outlook.com; client-ip=198.51.100.7; pr=C
      Received: from mail.%1$s (198.51.100.7) by DU2PE1.mail.protection.outlook.com
       (10.167.242.21) with Microsoft SMTP Server id 15.20.7519.19 via Frontend Transport;
       Mon, 2 Mar 2026 09:00:01 +0000
      """;
  private static final String GOOGLE_RESULT =
      """
      Authentication-Results: mx.google.com;
             dkim=pass header.i=@%1$s header.s=s26 header.b=EOkHN4OY;
             spf=pass (google.com: domain of ann@%1$s designates 198.51.100.7 as permitted sender) smtp.mailfrom=ann@%1$s;
             dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=%1$s
      """;
  private static final String GOOGLE_TOP =
      """
      Delivered-To: support@desk.example
      Received: by 2002:a05:6214:f68:b0:914:2c91:14f with SMTP id 6a1803df08f44csp;
              Mon, 2 Mar 2026 01:00:03 -0800 (PST)
      X-Received: by 2002:a17:902:e40f:: with SMTP id ci15mr8plb.280.1558407340615;
              Mon, 2 Mar 2026 01:00:02 -0800 (PST)
      ARC-Authentication-Results: i=1; mx.google.com;
             dkim=pass header.i=@%1$s header.s=s26; dmarc=pass header.from=%1$s
      Return-Path: <ann@%1$s>
      Received: from mail.%1$s (mail.%1$s. [198.51.100.7])
              by mx.google.com with ESMTPS id u10si2667315pgi.515
              for <support@desk.example>;
              Mon, 02 Mar 2026 01:00:01 -0800 (PST)
      Received-SPF: pass (google.com: domain of ann@%1$s designates 198.51.100.7 as permitted sender) client-ip=198.51.100.7;
      """;
  private static final String FASTMAIL_RESULT =
      """
      Authentication-Results: phl-mx-04.messagingengine.com;
          x-csa=none;
          x-ptr=pass smtp.helo=mail.%1$s policy.ptr=mail.%1$s
      Authentication-Results: phl-mx-04.messagingengine.com;
          bimi=none (No BIMI records found)
      Authentication-Results: phl-mx-04.messagingengine.com;
          arc=none (no signatures found)
      Authentication-Results: phl-mx-04.messagingengine.com;
          dkim=pass (2048-bit rsa key sha256) header.d=%1$s
            header.i=@%1$s header.b=ZMMr8Ob+ header.a=rsa-sha256 header.s=s26;
          dmarc=pass policy.published-domain-policy=reject
            policy.applied-disposition=none policy.evaluated-disposition=none
            (p=reject,d=none,d.eval=none) policy.policy-from=p header.from=%1$s;
          iprev=pass smtp.remote-ip=198.51.100.7 (mail.%1$s);
          spf=pass smtp.mailfrom=ann@%1$s smtp.helo=mail.%1$s
      """;
  private static final String FASTMAIL_TOP =
      """
      Return-Path: <ann@%1$s>
      Received: from phl-compute-02.internal (phl-compute-02.internal [10.64.2.62])
      \t by slot03m05 (Cyrus 3.13.7) with LMTPA; Mon, 02 Mar 2026 04:00:03 -0500
      Received: from phl-mx-04 ([10.202.2.203])
        by phl-compute-02.internal (LMTPProxy); Mon, 02 Mar 2026 04:00:03 -0500
      Received: from mailmx.phl.internal (localhost [127.0.0.1])
          by phl-mx-04.messagingengine.com (Authentication Milter) with ESMTP
          id 35022C783BF.281071EA00F1; Mon, 02 Mar 2026 04:00:02 -0500
      """;
  private static final String FASTMAIL_BORDER =
      """
      Received-SPF: pass (%1$s: Sender is authorized) receiver=phl-mx-04.messagingengine.com
      Received: from mail.%1$s (mail.%1$s [198.51.100.7])
      \t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))
      \tby phl-mx-04.messagingengine.com (Postfix) with ESMTPS id 281071EA00F1
      \tfor <support@desk.example>; Mon, 02 Mar 2026 04:00:01 -0500 (EST)
      """;

  @TestFactory
  Stream<DynamicTest> microsoft365() throws IOException, SQLException {
    Map<String, UnaryOperator<String>> forged = new LinkedHashMap<>();
    String sent = MICROSOFT_TOP + MICROSOFT_RESULT + MICROSOFT_BORDER;
    forged.put("the sender's copy beside its own", wrote(sent + MICROSOFT_RESULT));
    forged.put(
        "only the sender's copy", wrote(MICROSOFT_TOP + MICROSOFT_BORDER + MICROSOFT_RESULT));
    forged.put(
        "the sender's copy below Received fields of theirs",
        wrote(
            MICROSOFT_TOP
                + MICROSOFT_BORDER
                + MICROSOFT_TOP
                + MICROSOFT_RESULT
                + MICROSOFT_BORDER));
    forged.put("mail that did not come through it", wrote(MICROSOFT_RESULT));
    forged.put("DMARC fails", wrote(sent.replace("dmarc=pass", "dmarc=fail")));
    forged.put("it only guesses", wrote(sent.replace("dmarc=pass", "dmarc=bestguesspass")));
    forged.put(
        "another house signed it", wrote(sent.replace("header.d=%1$s", "header.d=bulk.example")));
    forged.put(
        "another server's name",
        wrote(sent.replace("Results: spf", "Results: mx.attacker.example; spf")));
    forged.put(
        "the renamed copy alone",
        wrote(sent.replace("Authentication-Results:", "Authentication-Results-Original:")));
    Map<String, UnaryOperator<String>> plain = new LinkedHashMap<>();
    plain.put("as it is", wrote(sent));
    plain.put(
        "with its name", wrote(sent.replace("Results: spf", "Results: mx.microsoft.com 1; spf")));
    plain.put(
        "with the domain between", wrote(sent.replace("%1$s;dmarc", "%1$s;desk.example; dmarc")));
    plain.put(
        "and a copy that it renamed",
        wrote(
            sent
                + MICROSOFT_RESULT
                    .replace("Results:", "Results-Original:")
                    .replace("=pass", "=fail")));
    return tests("microsoft-365", plain, forged);
  }

  @TestFactory
  Stream<DynamicTest> google() throws IOException, SQLException {
    Map<String, UnaryOperator<String>> forged = new LinkedHashMap<>();
    String sent = GOOGLE_TOP + GOOGLE_RESULT;
    forged.put("the sender's copy beside its own", wrote(sent + GOOGLE_RESULT));
    forged.put(
        "only one below a Received field of the sender's",
        wrote(GOOGLE_TOP + "Received: by mail.attacker.example; today\n" + GOOGLE_RESULT));
    forged.put("mail that did not come through it", wrote(GOOGLE_RESULT));
    forged.put("only an ARC result", wrote(GOOGLE_TOP));
    forged.put("DMARC fails", wrote(sent.replace("dmarc=pass (p", "dmarc=fail (p")));
    forged.put("another name", wrote(sent.replace("Results: mx.google", "Results: mx.goog1e")));
    Map<String, UnaryOperator<String>> plain = new LinkedHashMap<>();
    plain.put("as it is", wrote(sent));
    plain.put(
        "and what it wrote when the sender got it",
        wrote(
            sent + "Received: by mx.google.com; today\n" + GOOGLE_RESULT.replace("pass", "fail")));
    return tests("google", plain, forged);
  }

  @TestFactory
  Stream<DynamicTest> fastmail() throws IOException, SQLException {
    Map<String, UnaryOperator<String>> forged = new LinkedHashMap<>();
    String sent = FASTMAIL_TOP + FASTMAIL_RESULT + FASTMAIL_BORDER;
    forged.put("only the sender's copy", wrote(FASTMAIL_TOP + FASTMAIL_BORDER + FASTMAIL_RESULT));
    forged.put("mail that did not come through it", wrote(FASTMAIL_RESULT));
    forged.put("of another host", wrote(sent.replace("Results: phl-mx-04", "Results: phl-mx-05")));
    forged.put("DMARC fails", wrote(sent.replace("dmarc=pass", "dmarc=fail")));
    forged.put("no signature holds", wrote(sent.replace("dkim=pass", "dkim=invalid")));
    Map<String, UnaryOperator<String>> plain = new LinkedHashMap<>();
    plain.put("as it is", wrote(sent));
    plain.put("and a sender's copy below", wrote(sent + FASTMAIL_RESULT.replace("pass", "fail")));
    return tests("fastmail", plain, forged);
  }

  private static Stream<DynamicTest> tests(
      String profile,
      Map<String, UnaryOperator<String>> plain,
      Map<String, UnaryOperator<String>> forged)
      throws IOException, SQLException {
    UnaryOperator<String> wrote = Objects.requireNonNull(plain.get("as it is"));
    Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(MailProvidersTest.class),
            STORY.resolve("accounts.csv"),
            "profile: " + profile,
            "");
    desk.receive(wrote.apply(Conversation.mail(STORY.resolve("01-request.eml"))));
    for (String dora : new String[] {"dora@mail.example", "dora@other.example"}) {
      desk.receive(wrote.apply(desk.answer(dora, desk.last("CODE", dora), "%CODE%")));
    }
    OutboundMail theCase = desk.last("CASE", ALICE);
    Stream<DynamicTest> refused =
        forged.entrySet().stream()
            .map(
                one ->
                    DynamicTest.dynamicTest(
                        one.getKey(),
                        () -> {
                          desk.receive(
                              one.getValue().apply(desk.answer(ALICE, theCase, "APPROVE %CODE%")));

                          assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
                          assertThat(desk.column("SELECT staff FROM approval")).isEmpty();
                        }));
    Stream<DynamicTest> accepted =
        plain.entrySet().stream()
            .map(
                one ->
                    DynamicTest.dynamicTest(
                        one.getKey(),
                        () -> {
                          desk.receive(
                              one.getValue()
                                  .apply(
                                      desk.answer(
                                          ALICE, desk.last("CASE", ALICE), "APPROVE %CODE%")));
                          assertThat(desk.state(1001))
                              .as(desk.desk().lastReason())
                              .isEqualTo("COOLING_OFF");
                          desk.receive(
                              wrote.apply(desk.answer(ALICE, desk.last("DECIDED", ALICE), "UNDO")));
                          desk.receive(
                              wrote.apply(
                                  desk.stamped(
                                      ALICE, "support@desk.example", "x", "", "STATUS LK-1001")));
                        }));
    return Stream.concat(refused, accepted).onClose(desk::close);
  }

  /** With what servers wrote on top in the place of what our own writes. */
  private static UnaryOperator<String> wrote(String top) {
    return mail -> {
      String domain = mail.replaceFirst("(?s)^.*?header\\.from=(\\S+).*$", "$1");
      return top.formatted(domain) + mail.replaceFirst(BORDER, "");
    };
  }
}
