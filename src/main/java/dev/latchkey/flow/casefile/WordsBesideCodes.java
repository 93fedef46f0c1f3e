package dev.latchkey.flow.casefile;

import dev.latchkey.check.Evidence;
import dev.latchkey.check.Warning;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.letter.Passage;
import dev.latchkey.letter.Text;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.StructureFault;
import dev.latchkey.store.Message;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.request.BesideCodeReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Words beside a code that counts, of which the desk does not know that they are harmless: who else
 * may have sent it, or made them send it, has no end of words. They are a warning that only wants
 * to be read: nothing is recommended before, and whoever approves the case has it before them.
 */
public final class WordsBesideCodes {
  private WordsBesideCodes() {}

  /** Keeps the warning where a mail has such words. */
  public static boolean note(
      FlowContext context, Ticket ticket, Incoming mail, EmailAddress owner) {
    boolean unknown = any(ticket, mail);
    if (unknown) {
      context.warn(ticket, Warning.Kind.WORDS_BESIDE_CODE, owner.toString());
    }
    return unknown;
  }

  /**
   * Whether words stand in it that are not known to be harmless beside a code; of a text of which
   * the middle was not read nobody knows.
   */
  public static boolean any(Ticket ticket, Incoming mail) {
    if (mail.mail().faults().contains(StructureFault.LONG_TEXT)) {
      return true;
    }
    String written = CaseMessages.withoutCodes(mail.triaged().reply().strict());
    return !unknown(ticket, mail.mail().from(), written).isEmpty();
  }

  /** What the staff read at the top of a case, oldest first. */
  static List<Passage> of(FlowContext context, CaseFile file) {
    Ticket ticket = file.ticket();
    Set<String> warned =
        file.assessment().warnings().stream()
            .filter(warning -> warning.kind() == Warning.Kind.WORDS_BESIDE_CODE)
            .map(Warning::source)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<Long> mails =
        file.evidence().stream()
            .filter(piece -> piece.kind().code() && warned.contains(piece.source()))
            .map(Evidence::mailId)
            .flatMap(mail -> mail.stream().boxed())
            .collect(Collectors.toSet());
    return context.work().messages().ofTicket(ticket.id()).stream()
        .filter(message -> mails.contains(message.mailId()))
        .map(message -> passage(ticket, message))
        .toList();
  }

  /** How the writer is shown is not kept: where all is known without it, the whole stands there. */
  private static Passage passage(Ticket ticket, Message message) {
    String words = CaseMessages.withoutCodes(message.words());
    List<String> unknown = unknown(ticket, List.of(message.from()), words);
    return new Passage(
        CaseMessages.byRequesterOrOwner(ticket, message),
        new Text(unknown.isEmpty() ? words : String.join("\n", unknown)));
  }

  private static List<String> unknown(Ticket ticket, Collection<String> from, String written) {
    List<String> others = new ArrayList<>(List.of(ticket.requester().toString()));
    ticket.account().ifPresent(others::add);
    ticket.answers().accountName().ifPresent(others::add);
    return new BesideCodeReader(from, others).unknown(written);
  }
}
