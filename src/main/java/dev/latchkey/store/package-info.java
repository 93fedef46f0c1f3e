/** The database: mappers, transactions, migrations. The only package with SQL. */
@NullMarked
package dev.latchkey.store;

import org.jspecify.annotations.NullMarked;
