package dev.latchkey.letter;

/**
 * Some components of a letter that belong together, as a record of their own. A template knows each
 * of them by its name, as if it were the letter's: how they are put together is not its business.
 */
public interface Part {}
