package dev.latchkey.triage.learned;

/**
 * From where on the answer to a question is yes, found by cross-validation.
 *
 * @param silent where the rules do not say yes
 * @param agreeing where they do
 * @param doubt so far from the bar an answer may be wrong
 */
record Bars(float silent, float agreeing, float doubt) {}
