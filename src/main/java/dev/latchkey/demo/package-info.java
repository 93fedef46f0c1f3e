/** The desk on an embedded mail server and an embedded MariaDB; not part of a server's jar. */
@NullMarked
package dev.latchkey.demo;

import org.jspecify.annotations.NullMarked;
