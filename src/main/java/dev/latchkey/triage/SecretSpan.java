package dev.latchkey.triage;

/**
 * Where a secret stands in a text.
 *
 * @param start index of its first character
 * @param end index after its last character; line ends may lie between
 */
record SecretSpan(int start, int end, SecretKind kind) {}
