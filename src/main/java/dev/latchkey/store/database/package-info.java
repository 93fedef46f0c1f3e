/**
 * The connection to the database: the pool, transactions, the schema and what a failure means.
 *
 * <p>Promises: a transaction is whole or rolled back, and its failure says whether somebody else
 * wrote first, the database is away, or a row holds what this version does not know. Never: knows a
 * table, apart from the migrations it applies.
 */
@NullMarked
package dev.latchkey.store.database;

import org.jspecify.annotations.NullMarked;
