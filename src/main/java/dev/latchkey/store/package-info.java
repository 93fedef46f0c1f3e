/**
 * What the database holds: mappers, and what is done with rows in one transaction. With its
 * sub-packages the only place with SQL.
 */
@NullMarked
package dev.latchkey.store;

import org.jspecify.annotations.NullMarked;
