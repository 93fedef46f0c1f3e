package dev.latchkey.store;

/**
 * What an operator should know about the database.
 *
 * @param sqlMode of a connection of ours
 * @param characterSet of the schema
 * @param flushLog {@code innodb_flush_log_at_trx_commit}: 1 when a commit survives a power cut
 * @param applied how many migrations the schema has
 * @param pending how many it still lacks
 */
public record DatabaseFacts(
    String version, String sqlMode, String characterSet, int flushLog, int applied, int pending) {
  static final String QUERY =
      "SELECT @@version, @@sql_mode, @@character_set_database, @@innodb_flush_log_at_trx_commit";

  /** Whether the server refuses what it would otherwise cut off or change. */
  public boolean strict() {
    return sqlMode.contains("STRICT_ALL_TABLES") || sqlMode.contains("STRICT_TRANS_TABLES");
  }
}
