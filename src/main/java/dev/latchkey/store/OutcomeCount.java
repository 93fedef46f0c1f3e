package dev.latchkey.store;

/** How many mails ended in one way. */
public record OutcomeCount(String outcome, long mails) {}
