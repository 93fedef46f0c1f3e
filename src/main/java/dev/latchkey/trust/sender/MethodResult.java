package dev.latchkey.trust.sender;

import java.util.Map;
import java.util.Optional;

/**
 * What a server says of one check, for example {@code dkim=pass header.d=mail.example} (RFC 8601
 * section 2.2).
 *
 * @param method in lower case, for example {@code dkim}
 * @param result in lower case, for example {@code pass}
 * @param properties values as written, by {@code ptype.property} in lower case
 */
record MethodResult(String method, String result, Map<String, String> properties) {
  MethodResult {
    properties = Map.copyOf(properties);
  }

  boolean passed() {
    return result.equals("pass");
  }

  Optional<String> property(String name) {
    return Optional.ofNullable(properties.get(name));
  }
}
