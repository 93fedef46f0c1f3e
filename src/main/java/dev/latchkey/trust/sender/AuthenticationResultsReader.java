package dev.latchkey.trust.sender;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.StructureFault;
import dev.latchkey.trust.sender.SenderTrust.Level;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads how far the desk's own mail server proved the sender of a mail (RFC 8601).
 *
 * <p>A field counts only under the server's own name and only above the Received fields that a
 * sender could have written: whatever stands further down came with the mail. Several fields count
 * together when each tells of other checks (OpenDKIM and OpenDMARC write one each); when two tell
 * of the same check differently, nothing is proved.
 *
 * <p>Proved means: DMARC passed for exactly the domain in From, and a DKIM signature of that very
 * domain passed. SPF alone, a signature by a parent domain or a service, and ARC prove nothing.
 */
public final class AuthenticationResultsReader {
  private static final Set<StructureFault> FROM_FAULTS =
      EnumSet.of(
          StructureFault.NO_FROM, StructureFault.SEVERAL_FROM, StructureFault.FROM_NOT_PLAIN);
  private static final Set<StructureFault> HEADER_FAULTS =
      EnumSet.of(
          StructureFault.REPEATED_FIELD,
          StructureFault.NUL_OCTET,
          StructureFault.BARE_LINE_END,
          StructureFault.BROKEN_HEADER_LINE);

  private static final String FIELD = "Authentication-Results";

  private final Set<String> authservIds;
  private final int ownReceived;

  /**
   * A server that writes its results above every Received field.
   *
   * @param authservIds names under which the trusted server writes; empty when there is none
   */
  public AuthenticationResultsReader(Set<String> authservIds) {
    this(authservIds, 0);
  }

  /**
   * A server that writes its results below Received fields of its own: Dovecot's LMTP puts one
   * above everything, and OpenDKIM and OpenDMARC write below the one of Postfix.
   *
   * @param ownReceived how many Received fields may stand above a result. When this is as many as
   *     the desk's servers write on every mail, they must delete foreign fields that carry one of
   *     {@code authservIds} (RFC 8601 section 5), as OpenDKIM does
   */
  public AuthenticationResultsReader(Set<String> authservIds, int ownReceived) {
    this.authservIds = Set.copyOf(authservIds);
    this.ownReceived = ownReceived;
  }

  /** Whether there is a server to trust at all. */
  public boolean configured() {
    return !authservIds.isEmpty();
  }

  /** How far the From of {@code mail} may be believed. */
  public SenderTrust read(InboundMail mail) {
    if (mail.identity().isEmpty() || mail.faults().stream().anyMatch(FROM_FAULTS::contains)) {
      return new SenderTrust(
          Level.FAILED, Optional.empty(), List.of("the mail has no unambiguous From"));
    }
    EmailAddress from = mail.identity().get();
    if (!configured()) {
      return answer(Level.UNPROVED, from, "no trusted mail server is configured");
    }
    if (mail.faults().stream().anyMatch(HEADER_FAULTS::contains)) {
      return answer(Level.UNPROVED, from, "programs may read the header in different ways");
    }
    List<String> trusted = trustedFields(mail);
    SenderTrust trust = judge(trusted, from, mail);
    boolean foreign = mail.fields(FIELD).stream().filter(this::isOurs).count() > trusted.size();
    return foreign ? withForeign(trust) : trust;
  }

  /** Values of the fields that only the desk's own server can have written, topmost first. */
  private List<String> trustedFields(InboundMail mail) {
    List<String> values = new ArrayList<>();
    int received = 0;
    for (HeaderField field : mail.headers()) {
      if (field.name().equalsIgnoreCase("Received") && ++received > ownReceived) {
        break;
      }
      if (field.name().equalsIgnoreCase(FIELD) && isOurs(field)) {
        values.add(field.raw());
      }
    }
    return values;
  }

  private boolean isOurs(HeaderField field) {
    return AuthenticationResultsField.authservId(field.raw())
        .map(id -> authservIds.stream().anyMatch(own -> sameName(own, id)))
        .orElse(false);
  }

  /** For the operator: the server lets fields in its own name through from outside. */
  private static SenderTrust withForeign(SenderTrust trust) {
    List<String> why = new ArrayList<>(trust.why());
    why.add("a field in the name of the trusted mail server stands where a sender can write");
    return new SenderTrust(trust.level(), trust.address(), why);
  }

  private static SenderTrust judge(List<String> trusted, EmailAddress from, InboundMail mail) {
    if (trusted.isEmpty()) {
      return answer(Level.UNPROVED, from, "the trusted mail server said nothing");
    }
    return merge(trusted)
        .map(results -> judge(results, from, mail))
        .orElseGet(
            () ->
                answer(
                    Level.FAILED,
                    from,
                    "what the trusted mail server said is broken or contradictory"));
  }

  /** The results of all fields by method; empty when one is broken or two contradict each other. */
  private static Optional<Map<String, List<MethodResult>>> merge(List<String> fields) {
    Map<String, List<MethodResult>> merged = new HashMap<>();
    for (String field : fields) {
      Optional<List<MethodResult>> results = AuthenticationResultsField.results(field);
      if (results.isEmpty()) {
        return Optional.empty();
      }
      Map<String, List<MethodResult>> byMethod =
          results.get().stream().collect(Collectors.groupingBy(MethodResult::method));
      for (Map.Entry<String, List<MethodResult>> said : byMethod.entrySet()) {
        List<MethodResult> before = merged.putIfAbsent(said.getKey(), said.getValue());
        if (before != null && !before.equals(said.getValue())) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(merged);
  }

  private static SenderTrust judge(
      Map<String, List<MethodResult>> results, EmailAddress from, InboundMail mail) {
    List<MethodResult> dmarc =
        results.getOrDefault("dmarc", List.of()).stream().distinct().toList();
    if (dmarc.isEmpty()) {
      return answer(Level.UNPROVED, from, "no DMARC result");
    }
    if (dmarc.size() > 1) {
      return answer(Level.FAILED, from, "several DMARC results");
    }
    String result = dmarc.get(0).result();
    if (result.equals("fail")) {
      return answer(Level.FAILED, from, "dmarc=fail");
    }
    if (!dmarc.get(0).passed()) {
      return answer(Level.UNPROVED, from, "DMARC did not pass: " + result);
    }
    if (!dmarc.get(0).property("header.from").map(of -> sameName(of, from.domain())).orElse(true)) {
      return answer(Level.FAILED, from, "DMARC passed for another domain than that of From");
    }
    if (results.getOrDefault("dkim", List.of()).stream()
        .noneMatch(dkim -> dkim.passed() && signedBy(dkim, from.domain()))) {
      return answer(Level.UNPROVED, from, "DMARC passed, but no signature of the From domain did");
    }
    return DkimSignature.weakness(mail, from.domain())
        .map(weakness -> answer(Level.UNPROVED, from, weakness))
        .orElseGet(() -> answer(Level.ALIGNED, from, "dmarc=pass, dkim=pass by " + from.domain()));
  }

  /**
   * Whether the signature is by exactly this domain. Google writes {@code header.i} alone, whose
   * domain is that of the signature or below it (RFC 6376 section 3.5). SHA-1 does not count (RFC
   * 8301).
   */
  private static boolean signedBy(MethodResult dkim, String domain) {
    if (dkim.property("header.a").map(name -> sameName(name, "rsa-sha1")).orElse(false)) {
      return false;
    }
    return dkim.property("header.d")
        .or(() -> dkim.property("header.i").map(i -> i.substring(i.lastIndexOf('@') + 1)))
        .map(signer -> sameName(signer, domain))
        .orElse(false);
  }

  /**
   * The same ASCII characters, A to Z counting as a to z; nothing outside ASCII equals anything.
   */
  private static boolean sameName(String one, String other) {
    return one.equalsIgnoreCase(other) && (one + other).chars().allMatch(c -> c < 128);
  }

  private static SenderTrust answer(Level level, EmailAddress from, String why) {
    return new SenderTrust(level, Optional.of(from), List.of(why));
  }
}
