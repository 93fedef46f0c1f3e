package dev.latchkey.trust.sender;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.StructureFault;
import dev.latchkey.trust.sender.SenderTrust.Level;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads how far the desk's own mail server proved the sender of a mail (RFC 8601).
 *
 * <p>A field counts only under the server's own name and only above the Received fields that a
 * sender could have written: whatever stands further down came with the mail. Several fields count
 * together, as OpenDKIM and OpenDMARC write one each; when two tell of DMARC or of one signature
 * differently, the sender is refused. What SPF and every other check say never counts against a
 * result. What cannot be read proves nothing.
 *
 * <p>Proved means: DMARC passed for exactly the domain in From, and a DKIM signature of that very
 * domain passed. SPF alone, a signature by a parent domain or a service, and ARC prove nothing, but
 * that the mail came from its domain where DMARC passed by them, or where it says nothing and SPF
 * or the signature passed for exactly that domain ({@link Level#FROM_DOMAIN}).
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

  static final String FIELD = "Authentication-Results";

  /** For the operator: the server lets fields in its own name through from outside. */
  private static final String FOREIGN =
      "a field in the name of the trusted mail server stands where a sender can write";

  private final Set<String> authservIds;
  private final int ownReceived;
  private final Optional<MailProvider> provider;

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
   * above everything. (OpenDKIM and OpenDMARC write above the one of Postfix: that is none.)
   *
   * @param ownReceived how many Received fields may stand above a result. When this is as many as
   *     the desk's servers write on every mail, they must delete foreign fields that carry one of
   *     {@code authservIds} (RFC 8601 section 5), as OpenDKIM does
   */
  public AuthenticationResultsReader(Set<String> authservIds, int ownReceived) {
    this.authservIds = Set.copyOf(authservIds);
    this.ownReceived = ownReceived;
    this.provider = Optional.empty();
  }

  /** A mailbox at a provider that is known to write its results at one place. */
  public AuthenticationResultsReader(MailProvider provider) {
    this.authservIds = Set.of();
    this.ownReceived = 0;
    this.provider = Optional.of(provider);
  }

  /** Whether there is a server to trust at all. */
  public boolean configured() {
    return !authservIds.isEmpty() || provider.isPresent();
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
    if (provider.isPresent()) {
      return judge(provider.get().results(mail), from, mail);
    }
    List<String> trusted = trustedFields(mail);
    SenderTrust trust = judge(trusted, from, mail);
    boolean foreign = mail.fields(FIELD).stream().filter(this::isOurs).count() > trusted.size();
    return foreign ? trust.besideForeign(FOREIGN) : trust;
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

  private static SenderTrust judge(List<String> trusted, EmailAddress from, InboundMail mail) {
    if (trusted.isEmpty()) {
      return answer(Level.UNPROVED, from, "the trusted mail server said nothing");
    }
    List<Optional<List<MethodResult>>> fields =
        trusted.stream().map(AuthenticationResultsField::results).toList();
    List<List<MethodResult>> read = fields.stream().flatMap(Optional::stream).toList();
    List<MethodResult> dmarc = of("dmarc", read.stream().flatMap(List::stream)).distinct().toList();
    Optional<String> failure = failure(dmarc, from);
    if (failure.isPresent()) {
      return answer(Level.FAILED, from, failure.get());
    }
    if (contradict(read)) {
      return answer(Level.FAILED, from, "what the trusted mail server said is contradictory");
    }
    if (read.size() < fields.size()) {
      return answer(Level.UNPROVED, from, "what the trusted mail server said cannot be read");
    }
    return passed(read.stream().flatMap(List::stream).toList(), dmarc, from, mail);
  }

  /** How far a mail is proved that nothing speaks against. */
  private static SenderTrust passed(
      List<MethodResult> results, List<MethodResult> dmarc, EmailAddress from, InboundMail mail) {
    boolean signed =
        of("dkim", results.stream())
            .anyMatch(dkim -> dkim.passed() && signedBy(dkim, from.domain()));
    Optional<String> weakness = DkimSignature.weakness(mail, from.domain());
    boolean sent = sentBy(of(AuthenticationResultsField.SPF, results.stream()).toList(), from);
    boolean fromDomain = sent || (signed && weakness.isEmpty());
    if (dmarc.isEmpty() || !dmarc.get(0).passed()) {
      String why =
          dmarc.isEmpty() ? "no DMARC result" : "DMARC did not pass: " + dmarc.get(0).result();
      return fromDomain
          ? answer(
              Level.FROM_DOMAIN, from, why + "; " + (sent ? "spf=pass" : "dkim=pass") + " by it")
          : answer(Level.UNPROVED, from, why);
    }
    if (!signed) {
      return answer(
          Level.FROM_DOMAIN, from, "DMARC passed, but no signature of the From domain did");
    }
    return weakness
        .map(weak -> answer(sent ? Level.FROM_DOMAIN : Level.UNPROVED, from, weak))
        .orElseGet(() -> answer(Level.ALIGNED, from, "dmarc=pass, dkim=pass by " + from.domain()));
  }

  /**
   * Whether SPF passed for exactly this domain as the one of the envelope's sender (RFC 8601
   * section 2.7.2), and nothing else is said of it.
   */
  private static boolean sentBy(List<MethodResult> spf, EmailAddress from) {
    List<MethodResult> ofDomain =
        spf.stream()
            .filter(
                result ->
                    result
                        .property("smtp.mailfrom")
                        .map(value -> value.substring(value.lastIndexOf('@') + 1))
                        .filter(domain -> sameName(domain, from.domain()))
                        .isPresent())
            .toList();
    return !ofDomain.isEmpty() && ofDomain.stream().allMatch(MethodResult::passed);
  }

  private static Stream<MethodResult> of(String method, Stream<MethodResult> results) {
    return results.filter(result -> result.method().equals(method));
  }

  /** Why DMARC says that the mail is not from this domain, or says two things. */
  private static Optional<String> failure(List<MethodResult> dmarc, EmailAddress from) {
    if (dmarc.stream().anyMatch(result -> result.result().equals("fail"))) {
      return Optional.of("dmarc=fail");
    }
    if (dmarc.stream().map(MethodResult::result).distinct().count() > 1) {
      return Optional.of("several DMARC results");
    }
    boolean another =
        dmarc.stream()
            .filter(MethodResult::passed)
            .flatMap(result -> result.property("header.from").stream())
            .anyMatch(domain -> !sameName(domain, from.domain()));
    return another
        ? Optional.of("DMARC passed for another domain than that of From")
        : Optional.empty();
  }

  /** Whether two fields tell of the same signature, and only one of them that it passed. */
  private static boolean contradict(List<List<MethodResult>> fields) {
    for (int i = 0; i < fields.size(); i++) {
      for (List<MethodResult> below : fields.subList(i + 1, fields.size())) {
        for (MethodResult one : of("dkim", fields.get(i).stream()).toList()) {
          if (of("dkim", below.stream())
              .anyMatch(other -> one.passed() != other.passed() && mayBeOne(one, other))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean mayBeOne(MethodResult one, MethodResult other) {
    return Stream.of("header.s", "header.b").allMatch(name -> mayBeEqual(name, one, other))
        && mayBeEqual(signer(one), signer(other));
  }

  private static boolean mayBeEqual(String name, MethodResult one, MethodResult other) {
    return mayBeEqual(one.property(name), other.property(name));
  }

  private static boolean mayBeEqual(Optional<String> one, Optional<String> other) {
    return one.isEmpty() || other.isEmpty() || sameName(one.get(), other.get());
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
    return signer(dkim).filter(signer -> sameName(signer, domain)).isPresent();
  }

  private static Optional<String> signer(MethodResult dkim) {
    return dkim.property("header.d")
        .or(() -> dkim.property("header.i").map(i -> i.substring(i.lastIndexOf('@') + 1)));
  }

  /**
   * The same ASCII characters, A to Z counting as a to z; nothing outside ASCII equals anything.
   */
  static boolean sameName(String one, String other) {
    return one.equalsIgnoreCase(other) && (one + other).chars().allMatch(c -> c < 128);
  }

  private static SenderTrust answer(Level level, EmailAddress from, String why) {
    return new SenderTrust(level, Optional.of(from), List.of(why));
  }
}
