package dev.latchkey.store.database;

import java.util.Map;

/**
 * What an operator should know about the database.
 *
 * @param sqlMode of a connection of ours
 * @param characterSet of the schema
 * @param flushLog {@code innodb_flush_log_at_trx_commit}: 1 when a commit survives a power cut
 * @param packet {@code max_allowed_packet}, octets that it takes at once
 * @param applied how many migrations the schema has
 * @param pending how many it still lacks
 */
public record DatabaseFacts(
    String version,
    String sqlMode,
    String characterSet,
    int flushLog,
    long packet,
    int applied,
    int pending) {
  static final String QUERY =
      "SELECT @@version, @@sql_mode, @@character_set_database,"
          + " @@innodb_flush_log_at_trx_commit, @@max_allowed_packet";

  static final String HAS_TABLES =
      "SELECT COUNT(*) > 0 FROM information_schema.tables WHERE table_schema = DATABASE()"
          + " AND table_name = 'mail'";

  /** Each changes no row. */
  static final Map<String, String> RIGHTS =
      Map.of(
          "SELECT", "SELECT id FROM mail WHERE FALSE",
          "INSERT", "INSERT INTO raw_mail SELECT mail_id, sealed FROM raw_mail WHERE FALSE",
          "UPDATE", "UPDATE raw_mail SET sealed = '' WHERE FALSE",
          "DELETE", "DELETE FROM raw_mail WHERE FALSE");

  /** By the rights of the schema and of the whole server; what a role gives is not looked into. */
  static final String HOLDS =
      "SELECT CURRENT_ROLE() IS NOT NULL OR EXISTS (SELECT 1 FROM"
          + " information_schema.schema_privileges WHERE privilege_type = '%1$s' AND grantee = %2$s"
          + " AND DATABASE() LIKE table_schema) OR EXISTS (SELECT 1 FROM"
          + " information_schema.user_privileges WHERE privilege_type = '%1$s' AND grantee = %2$s)";

  /** The user of the connection as those tables write it. */
  static final String ME = "CONCAT('\\'', REPLACE(CURRENT_USER(), '@', '\\'@\\''), '\\'')";

  /** Whether the server refuses what it would otherwise cut off or change. */
  public boolean strict() {
    return sqlMode.contains("STRICT_ALL_TABLES") || sqlMode.contains("STRICT_TRANS_TABLES");
  }
}
