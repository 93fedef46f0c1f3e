package dev.latchkey.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request of HTTP/1.1 (RFC 9112) with a fixed user agent, on a connection that ends with it. It
 * has no cookies and no authorization, and asks for an answer that is not compressed.
 *
 * @param fields besides those that every request has; their values come from this package only
 * @param body present for POST
 */
record HttpRequest(HttpsAddress address, Map<String, String> fields, Optional<byte[]> body) {
  /** Forges know programs for Git by how their names begin. */
  private static final String AGENT = "git/2.0 (Latchkey)";

  HttpRequest {
    fields = Map.copyOf(fields);
  }

  static HttpRequest get(HttpsAddress address, Map<String, String> fields) {
    return new HttpRequest(address, fields, Optional.empty());
  }

  static HttpRequest post(HttpsAddress address, Map<String, String> fields, byte[] body) {
    return new HttpRequest(address, fields, Optional.of(body));
  }

  /** The same request to another address. */
  HttpRequest to(HttpsAddress other) {
    return new HttpRequest(other, fields, body);
  }

  byte[] octets() {
    Map<String, String> all = new TreeMap<>(fields);
    all.put("Host", address.host());
    all.put("User-Agent", AGENT);
    all.put("Accept-Encoding", "identity");
    all.put("Connection", "close");
    body.ifPresent(octets -> all.put("Content-Length", Integer.toString(octets.length)));
    StringBuilder head = new StringBuilder(body.isPresent() ? "POST " : "GET ");
    head.append(address.target()).append(" HTTP/1.1\r\n");
    all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("\r\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
    body.ifPresent(out::writeBytes);
    return out.toByteArray();
  }
}
