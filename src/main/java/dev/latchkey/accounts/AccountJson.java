package dev.latchkey.accounts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.SafeText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one account of a JSON answer.
 *
 * <p>{@code name}, {@code addresses}, {@code second_factor}, {@code critical} and {@code published}
 * must be there, of an address {@code address} and {@code verified}; everything else may be left
 * out or null, and what has another name is not looked at. A time is text, a date or an instant of
 * ISO 8601. An address, a link or a key that has no form that the desk can use is left out: people
 * wrote it into their accounts, and nobody else's shall suffer from it.
 */
final class AccountJson {
  private static final int LONGEST_NAME = 100;

  private final JsonNode account;

  /** An account is not as documented. The message is one line that names it. */
  static final class MalformedAccountException extends Exception {
    private static final long serialVersionUID = 1;

    MalformedAccountException(String message) {
      super(message);
    }
  }

  /** Reads one element of a list; empty for one that is left out. */
  @FunctionalInterface
  private interface ElementReader<T> {
    Optional<T> read(JsonNode element) throws MalformedAccountException;
  }

  AccountJson(JsonNode account) {
    this.account = account;
  }

  /** Empty where it is none that an account can have. */
  Optional<String> name() {
    return Optional.ofNullable(account.path("name").textValue()).filter(name -> !name.isBlank());
  }

  Account read(NameRule nameRule) throws MalformedAccountException {
    String name = text(account, "name");
    if (name.isBlank()) {
      throw malformed("name is empty");
    }
    if (!account.path("addresses").isArray()) {
      throw malformed("addresses is not a list");
    }
    return Account.named(name, nameRule.key(name))
        .addresses(list("addresses", this::address))
        .secondFactor(flag(account, "second_factor"))
        .critical(flag(account, "critical"))
        .published(flag(account, "published"))
        .secondFactorChangedAt(time(account, "second_factor_changed"))
        .language(findText(account, "language").filter(text -> text.matches("[a-z]{2}")))
        .links(list("links", this::link))
        .keys(list("keys", this::key))
        .coOwners(list("co_owners", this::coOwner))
        .profile(findText(account, "profile"))
        .build();
  }

  private Optional<RegisteredAddress> address(JsonNode element) throws MalformedAccountException {
    String address = text(element, "address");
    boolean verified = flag(element, "verified");
    Optional<Instant> added = time(element, "added");
    Optional<Instant> removed = time(element, "removed");
    return EmailAddress.find(address)
        .map(found -> new RegisteredAddress(found, verified, added, removed));
  }

  private Optional<Link> link(JsonNode element) throws MalformedAccountException {
    String kind = text(element, "kind");
    String address = text(element, "address");
    Optional<Instant> since = time(element, "since");
    return Link.Kind.find(kind).flatMap(known -> Link.find(known, address, since));
  }

  private Optional<BoundKey> key(JsonNode element) throws MalformedAccountException {
    String kind = text(element, "kind");
    String material = text(element, "material");
    Optional<Instant> since = time(element, "since");
    return BoundKey.Kind.find(kind).flatMap(known -> BoundKey.find(known, material, since));
  }

  private Optional<CoOwner> coOwner(JsonNode element) throws MalformedAccountException {
    String project = text(element, "project");
    String other = text(element, "account");
    Optional<Instant> since = time(element, "since");
    return EmailAddress.find(text(element, "address"))
        .map(address -> new CoOwner(project, other, address, since));
  }

  private <T> List<T> list(String field, ElementReader<T> reader) throws MalformedAccountException {
    JsonNode list = account.path(field);
    if (!list.isArray() && !absent(list)) {
      throw malformed(field + " is not a list");
    }
    List<T> found = new ArrayList<>();
    for (JsonNode element : list) {
      try {
        reader.read(element).ifPresent(found::add);
      } catch (MalformedAccountException e) {
        throw new MalformedAccountException(e.getMessage() + " in " + field);
      }
    }
    return found;
  }

  private String text(JsonNode object, String field) throws MalformedAccountException {
    return findText(object, field).orElseThrow(() -> malformed("there is no " + field));
  }

  private Optional<String> findText(JsonNode object, String field)
      throws MalformedAccountException {
    JsonNode value = object.path(field);
    if (!value.isTextual() && !absent(value)) {
      throw malformed(field + " is not a text");
    }
    return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
  }

  private boolean flag(JsonNode object, String field) throws MalformedAccountException {
    JsonNode value = object.path(field);
    if (!value.isBoolean()) {
      throw malformed(absent(value) ? "there is no " + field : field + " is not true or false");
    }
    return value.booleanValue();
  }

  private Optional<Instant> time(JsonNode object, String field) throws MalformedAccountException {
    Optional<String> text = findText(object, field);
    Optional<Instant> time = text.flatMap(DirectoryTime::find);
    if (text.isPresent() && time.isEmpty()) {
      throw malformed(field + " is not a time");
    }
    return time;
  }

  private static boolean absent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private MalformedAccountException malformed(String what) {
    String name = SafeText.line(account.path("name").asText(""), LONGEST_NAME);
    return new MalformedAccountException(
        (name.isEmpty() ? "an account without a name" : "account " + name) + ": " + what);
  }
}
