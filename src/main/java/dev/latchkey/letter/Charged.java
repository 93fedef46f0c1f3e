package dev.latchkey.letter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What budget a letter is taken from, its own, or that of its part or its party. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Charged {
  MailClass value();
}
