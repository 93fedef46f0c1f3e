package dev.latchkey.triage.secret;

/**
 * Where a secret stands in a text.
 *
 * @param start index of its first character
 * @param end index after its last character; line ends may lie between
 */
public record SecretSpan(int start, int end, SecretKind kind) {}
