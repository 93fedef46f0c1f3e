/**
 * The way to services that the settings name: one request, one answer, by HTTPS.
 *
 * <p>Promises: an answer has a limit in length and in time, redirects are not followed, and nothing
 * but this machine itself is asked without TLS. Never: keeps cookies, or tells in an error what was
 * sent.
 */
@NullMarked
package dev.latchkey.http;

import org.jspecify.annotations.NullMarked;
