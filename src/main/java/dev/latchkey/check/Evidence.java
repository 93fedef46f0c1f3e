package dev.latchkey.check;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * Something in favour that was observed by the desk itself.
 *
 * @param kind its class
 * @param source the address, repository, key or person it came through; each counts once
 * @param mailId the mail it came with
 */
public record Evidence(EvidenceClass kind, String source, Instant at, OptionalLong mailId) {}
