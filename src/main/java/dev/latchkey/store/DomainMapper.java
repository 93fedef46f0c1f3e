package dev.latchkey.store;

import dev.latchkey.check.Registration;
import dev.latchkey.check.Registration.Told;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of {@code domain_registration} and {@code domain_watch}. */
interface DomainMapper {

  /** A row. */
  record Row(
      String domain,
      Instant askedAt,
      boolean settled,
      @Nullable Instant toldAt,
      boolean registered,
      @Nullable Instant registeredAt,
      @Nullable Instant transferredAt,
      boolean lapsed) {

    static Row of(Registration known) {
      Optional<Told> told = known.told();
      return new Row(
          known.domain(),
          known.askedAt(),
          known.settled(),
          told.map(Told::at).orElse(null),
          told.filter(Told::registered).isPresent(),
          told.flatMap(Told::since).orElse(null),
          told.flatMap(Told::transferred).orElse(null),
          told.filter(Told::lapsed).isPresent());
    }

    Registration registration() {
      return new Registration(
          domain,
          askedAt,
          settled,
          Optional.ofNullable(toldAt)
              .map(
                  at ->
                      new Told(
                          at,
                          registered,
                          Optional.ofNullable(registeredAt),
                          Optional.ofNullable(transferredAt),
                          lapsed)));
    }
  }

  List<Row> find(@Param("domains") Collection<String> domains);

  /** Notes one that nothing is known of, unless something is. */
  void insert(@Param("domain") String domain, @Param("never") Instant never);

  /**
   * Those that were not asked about since then, or whose asking began so long ago and never ended.
   */
  List<String> lockOld(
      @Param("domains") Collection<String> domains,
      @Param("since") Instant since,
      @Param("expired") Instant expired);

  void claim(@Param("domain") String domain, @Param("now") Instant now);

  void update(Row known);

  List<Long> lockDue(@Param("now") Instant now, @Param("limit") int limit);

  List<Long> unwatched(@Param("limit") int limit);

  void watch(@Param("ticketId") long ticketId, @Param("at") Instant at);

  /** Moves the next look, unless somebody else moved it since it was claimed. */
  void rewatch(
      @Param("ticketId") long ticketId, @Param("claimed") Instant claimed, @Param("at") Instant at);

  void wake(@Param("ticketId") long ticketId, @Param("now") Instant now);

  void unwatch(@Param("ticketId") long ticketId);
}
