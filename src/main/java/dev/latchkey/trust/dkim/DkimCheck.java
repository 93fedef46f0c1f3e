package dev.latchkey.trust.dkim;

import dev.latchkey.mail.MailBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.apache.james.jdkim.exceptions.TempFailException;

/**
 * Verifies the signatures of one domain in a mail (RFC 6376), and asks more of them than the
 * library does: RSA with SHA-256 and 2048 bits or more (RFC 8301), no {@code l=}, and a key that is
 * not on trial ({@code t=y}). Signatures of every other domain are not looked at.
 */
public final class DkimCheck {
  private static final int LEAST_BITS = 2048;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,200}");
  private final KeyTexts keys;

  public DkimCheck(KeyTexts keys) {
    this.keys = keys;
  }

  /**
   * The fields that each signature by {@code domain} covers that holds, in lower case; none when
   * none holds.
   *
   * @throws KeysAwayException when a key could not be asked for
   */
  public List<Set<String>> holding(MailBytes octets, String domain) throws KeysAwayException {
    // One for each mail: the library keeps what it found from one to the next.
    DKIMVerifier verifier = new DKIMVerifier((method, selector, of) -> key(selector, of, domain));
    List<Set<String>> covered = new ArrayList<>();
    try {
      List<SignatureRecord> found = verifier.verify(new ByteArrayInputStream(octets.octets()));
      for (SignatureRecord record : found == null ? List.<SignatureRecord>of() : found) {
        if (isOf(record, domain) && isSound(record)) {
          covered.add(
              record.getHeaders().stream()
                  .map(name -> name.toString().strip().toLowerCase(Locale.ROOT))
                  .collect(Collectors.toUnmodifiableSet()));
        }
      }
      return covered;
    } catch (FailException e) {
      if (verifier.getResults().stream().anyMatch(it -> isTemporary(it.getResultType().name()))
          || e instanceof TempFailException) {
        throw new KeysAwayException("the key of " + domain + " cannot be asked for", e);
      }
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("octets in memory cannot be read", e);
    } catch (RuntimeException e) {
      // The library throws what it likes at a signature that is none.
      return List.of();
    }
  }

  private static boolean isTemporary(String result) {
    return result.toUpperCase(Locale.ROOT).startsWith("TEMP");
  }

  private static boolean isOf(SignatureRecord record, String domain) {
    return record.getDToken().toString().strip().equalsIgnoreCase(domain);
  }

  private static boolean isSound(SignatureRecord record) {
    return record.getHashKeyType().toString().equalsIgnoreCase("rsa")
        && record.getHashAlgo().toString().equalsIgnoreCase("sha-256")
        && record.getBodyHashLimit() < 0;
  }

  private List<String> key(CharSequence selector, CharSequence of, String domain)
      throws TempFailException, PermFailException {
    if (!of.toString().strip().equalsIgnoreCase(domain)
        || !NAME.matcher(selector).matches()
        || !NAME.matcher(domain).matches()) {
      throw new PermFailException("not a signature that counts here");
    }
    List<String> texts;
    try {
      texts = keys.under(selector + "._domainkey." + domain);
    } catch (KeysAwayException e) {
      throw new TempFailException("no answer");
    }
    List<String> strong = texts.stream().filter(DkimCheck::isStrong).toList();
    if (strong.size() != 1 || texts.size() != 1) {
      throw new PermFailException("no key, or a weak one");
    }
    return strong;
  }

  /** An RSA key of 2048 bits or more that is not on trial (RFC 6376 section 3.6.1). */
  private static boolean isStrong(String record) {
    String material = "";
    String kind = "rsa";
    for (String tag : record.replaceAll("\\s", "").split(";")) {
      int equals = tag.indexOf('=');
      String name = equals < 0 ? tag : tag.substring(0, equals);
      String value = equals < 0 ? "" : tag.substring(equals + 1);
      switch (name) {
        case "p" -> material = value;
        case "k" -> kind = value;
        case "t" -> {
          if (List.of(value.split(":")).contains("y")) {
            return false;
          }
        }
        default -> {}
      }
    }
    return kind.equals("rsa") && bits(material) >= LEAST_BITS;
  }

  private static int bits(String material) {
    try {
      byte[] der = Base64.getDecoder().decode(material);
      BigInteger modulus =
          ((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der)))
              .getModulus();
      return modulus.bitLength();
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return 0;
    }
  }
}
