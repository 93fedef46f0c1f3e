package dev.latchkey.proof;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the registry of a domain by RDAP (RFC 7480, 9082, 9083) for what happened to it: events
 * "registration", "reregistration", "transfer" and "expiration" (RFC 9083 section 10.2.3), and
 * whether it is in its last days (RFC 8056). A redirect is followed on the same host, to the same
 * domain.
 *
 * <p>An answer about another domain, and one that tells of a registration in the future, is none.
 */
public final class Rdap implements DomainRegistry {
  private static final String TYPE = "application/rdap+json";

  /** Some servers say only this (RFC 7480 section 4.2 asks for the other). */
  private static final String PLAIN = "application/json";

  private static final Set<String> LAST_DAYS = Set.of("redemption period", "pending delete");

  /** Clocks differ, and some registries write days where others write moments. */
  private static final Duration TOLERANCE = Duration.ofDays(1);

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private final EgressGuard guard;
  private final RegistryServers servers;

  public Rdap(EgressGuard guard, RegistryServers servers) {
    this.guard = guard;
    this.servers = servers;
  }

  @Override
  public Answer ask(String domain, Instant now) {
    Optional<HttpsAddress> address = servers.find(domain);
    if (address.isEmpty()) {
      return new Answer.NotTold(Obstacle.NOT_ON_RECORD);
    }
    try {
      return read(get(address.get(), "/domain/" + domain), domain, now);
    } catch (CannotLookException e) {
      return new Answer.NotTold(e.obstacle());
    }
  }

  private HttpAnswer get(HttpsAddress address, String ending) throws CannotLookException {
    Visit visit = guard.visit(address.host(), guard.start());
    return visit.get(
        HttpRequest.get(address, Map.of("Accept", TYPE + ", " + PLAIN)),
        target -> {
          if (!target.path().endsWith(ending)) {
            throw new CannotLookException(Obstacle.LEADS_AWAY);
          }
        });
  }

  private static Answer read(HttpAnswer answer, String domain, Instant now)
      throws CannotLookException {
    String type = answer.mediaType().orElse("");
    if (answer.status() == 404 && type.equals(TYPE)) {
      return new Answer.NotRegistered();
    }
    if (answer.successful().cut()) {
      throw new CannotLookException(Obstacle.TOO_LARGE);
    }
    if (!type.equals(TYPE) && !type.equals(PLAIN)) {
      throw new CannotLookException(Obstacle.UNREADABLE);
    }
    return registered(object(answer.body(), domain), now);
  }

  /** The domain that was asked for, and no other one. */
  private static JsonNode object(byte[] body, String domain) throws CannotLookException {
    try {
      JsonNode object = JSON.readTree(body);
      String name = object.path("ldhName").asText("").toLowerCase(Locale.ROOT);
      boolean asked = name.equals(domain) || name.equals(domain + ".");
      if (asked && object.path("objectClassName").asText("").equals("domain")) {
        return object;
      }
      throw new CannotLookException(Obstacle.UNREADABLE);
    } catch (IOException e) {
      throw new CannotLookException(Obstacle.UNREADABLE, e);
    }
  }

  private static Answer registered(JsonNode object, Instant now) throws CannotLookException {
    List<Instant> registered = new ArrayList<>(events(object, "registration"));
    registered.addAll(events(object, "reregistration"));
    List<Instant> transferred = events(object, "transfer");
    Instant future = now.plus(TOLERANCE);
    if (registered.stream().anyMatch(future::isBefore)
        || transferred.stream().anyMatch(future::isBefore)) {
      throw new CannotLookException(Obstacle.UNREADABLE);
    }
    boolean over =
        latest(events(object, "expiration"))
            .filter(at -> at.isBefore(now.minus(TOLERANCE)))
            .isPresent();
    return new Answer.Registered(latest(registered), latest(transferred), over || ends(object));
  }

  private static boolean ends(JsonNode object) {
    for (JsonNode status : object.path("status")) {
      if (LAST_DAYS.contains(status.asText("").toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Instant> latest(List<Instant> moments) {
    return moments.stream().max(Instant::compareTo);
  }

  /** When something happened. What is no moment is left out. */
  private static List<Instant> events(JsonNode object, String action) {
    List<Instant> moments = new ArrayList<>();
    for (JsonNode event : object.path("events")) {
      if (event.path("eventAction").asText("").equalsIgnoreCase(action)) {
        moment(event.path("eventDate").asText("")).ifPresent(moments::add);
      }
    }
    return moments;
  }

  /** RFC 3339, or what some write: without a zone, or a day alone; a year that can be kept. */
  private static Optional<Instant> moment(String text) {
    try {
      String upper = text.toUpperCase(Locale.ROOT);
      Instant at =
          switch (upper.length()) {
            case 10 -> LocalDate.parse(upper).atStartOfDay(ZoneOffset.UTC).toInstant();
            case 19 -> LocalDateTime.parse(upper).toInstant(ZoneOffset.UTC);
            default -> OffsetDateTime.parse(upper).toInstant();
          };
      int year = at.atZone(ZoneOffset.UTC).getYear();
      return year >= 1970 && year <= 9000 ? Optional.of(at) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
