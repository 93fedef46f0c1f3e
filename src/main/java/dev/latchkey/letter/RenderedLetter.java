package dev.latchkey.letter;

/**
 * A letter in words.
 *
 * @param subject one line of at most 200 characters
 * @param body lines ended by LF, none of them with trailing space
 */
public record RenderedLetter(String subject, String body) {}
