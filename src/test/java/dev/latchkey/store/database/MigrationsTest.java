package dev.latchkey.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.TestDatabase;
import java.util.List;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Galera cluster takes no sequence with a cache; for Flyway the schema is the same. */
class MigrationsTest {
  private static final String OTHERS =
      "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()";

  private static List<String> caches(TestDatabase schema) throws Exception {
    return List.of(
        schema.rows("SELECT cache_size FROM mail_id").get(0),
        schema.rows("SELECT cache_size FROM ticket_id").get(0),
        schema.rows("SELECT cache_size FROM outbox_id").get(0),
        schema.rows("SELECT cache_size FROM token_id").get(0));
  }

  private static HikariDataSource pool(TestDatabase schema) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(schema.url());
    pool.setUsername(schema.user());
    pool.setPassword(schema.password());
    return pool;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whereverItWasMadeItIsTheSameSchema(boolean cluster) throws Exception {
    TestDatabase schema = TestDatabase.withoutTablesFor(MigrationsTest.class);
    try (HikariDataSource pool = pool(schema)) {
      Migrations.of(pool, cluster).migrate();

      assertThat(caches(schema))
          .isEqualTo(
              cluster ? List.of("0", "0", "0", "0") : List.of("1000", "100", "1000", "1000"));
      Migrations.of(pool, !cluster).validate();
      assertThat(Migrations.of(pool, !cluster).info().pending()).isEmpty();
      assertThat(Migrations.of(pool, cluster).info().applied())
          .extracting(MigrationInfo::getChecksum)
          .doesNotContainNull()
          .hasSizeGreaterThan(20);
      assertThat(schema.rows(OTHERS)).singleElement().asString().isNotEqualTo("0");
    }
  }

  @Test
  void aServerOfItsOwnIsNoCluster() throws Exception {
    TestDatabase schema = TestDatabase.withoutTablesFor(MigrationsTest.class);
    try (HikariDataSource pool = pool(schema)) {
      Migrations.of(pool).migrate();

      assertThat(caches(schema)).containsExactly("1000", "100", "1000", "1000");
    }
  }
}
