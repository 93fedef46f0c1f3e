package dev.latchkey.letter;

import dev.latchkey.mail.MailBytes;
import java.util.List;
import java.util.Optional;

/** Paints the picture of a {@link Chart}. */
public interface ChartPainter {

  /** A bar with its words. */
  record Labelled(String what, int count) {}

  /** A PNG; empty when this machine cannot paint, and the letter goes without. */
  Optional<MailBytes> paint(List<Labelled> bars);

  /** Paints nothing. */
  ChartPainter NONE = bars -> Optional.empty();
}
