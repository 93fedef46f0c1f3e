package dev.latchkey.trust.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.MailBytes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.james.jdkim.DKIMSigner;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * One check for all mails and threads: what holds for one mail says nothing of the next (the
 * library remembers, THREATS X2). {@code -Ddkim.rounds} plays more.
 */
@NullMarked
class DkimCheckTest {
  private static final int ROUNDS = Integer.getInteger("dkim.rounds", 40);
  private static final int THREADS = 8;
  private static final String DOMAIN = "staff.example";
  private static final String PLAIN =
      """
      From: <alice@staff.example>
      Subject: Re: account
      Date: Mon, 02 Mar 2026 09:00:00 +0000

      APPROVE
      """
          .replace("\n", "\r\n");

  @Test
  void aForgedMailBehindAGenuineOneIsForgedInEachThreadAndOrder() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair key = generator.generateKeyPair();
    String field =
        new DKIMSigner(
                "v=1; a=rsa-sha256; c=relaxed/relaxed; d=staff.example; s=s26;"
                    + " h=from:subject:date; bh=; b=",
                key.getPrivate())
            .sign(new ByteArrayInputStream(PLAIN.getBytes(StandardCharsets.US_ASCII)));
    MailBytes genuine = octets(field + "\r\n" + PLAIN);
    List<MailBytes> forged =
        List.of(
            octets(PLAIN),
            octets(field + "\r\n" + PLAIN.replace("APPROVE", "APPROVE LK-1001")),
            octets(field + "\r\n" + PLAIN.replace("Re: account", "Re: another")),
            octets(field.replace("d=staff", "d=attacker") + "\r\n" + PLAIN));
    DkimCheck check =
        new DkimCheck(
            name ->
                List.of(
                    "v=DKIM1; k=rsa; p="
                        + Base64.getEncoder().encodeToString(key.getPublic().getEncoded())));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Future<Boolean>> all = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      int first = thread;
      Callable<Boolean> work =
          () -> {
            start.await();
            for (int round = 0; round < ROUNDS; round++) {
              if ((round + first) % 2 == 0) {
                assertHolds(check, genuine);
              }
              MailBytes other = forged.get((round + first) % forged.size());
              assertThat(check.holding(other, DOMAIN)).isEmpty();
              if ((round + first) % 2 == 1) {
                assertHolds(check, genuine);
              }
            }
            return true;
          };
      all.add(threads.submit(work));
    }
    for (Future<Boolean> one : all) {
      assertThat(one.get()).isTrue();
    }
    threads.shutdown();
  }

  private static void assertHolds(DkimCheck check, MailBytes mail) throws KeysAwayException {
    assertThat(check.holding(mail, DOMAIN)).containsExactly(Set.of("from", "subject", "date"));
  }

  private static MailBytes octets(String mail) {
    return new MailBytes(mail.getBytes(StandardCharsets.US_ASCII));
  }
}
