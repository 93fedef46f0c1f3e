package dev.latchkey.flow.loop;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.mail.FlowRunner;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.RawMail;
import dev.latchkey.mail.Sha256;
import dev.latchkey.parse.mime.MalformedMailException;
import dev.latchkey.store.ClaimedMail;
import dev.latchkey.store.DeskStore;
import dev.latchkey.store.KnownMails;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the desk would do with mails, found out by doing it and taking all of it back: one
 * transaction, which is never committed. Nothing is sent, and no number of a ticket, mail or letter
 * is used up.
 */
public final class Rehearsal {
  private final KnownMails known;
  private final FlowContexts contexts;
  private final MailReading reading;
  private final FlowRunner runner;

  public Rehearsal(
      KnownMails known, FlowContexts contexts, MailReading reading, FlowRunner runner) {
    this.known = known;
    this.contexts = contexts;
    this.reading = reading;
    this.runner = runner;
  }

  /**
   * What would become of a mail.
   *
   * @param outcome empty for one that is known already, or would be put aside
   * @param letters that would go out because of it, now or when their budget allows
   * @param why for one without an outcome
   */
  public record Foreseen(
      Instant receivedAt,
      Optional<EmailAddress> sender,
      String subject,
      Optional<Outcome> outcome,
      Optional<Long> ticketId,
      List<LetterKind> letters,
      String why) {}

  /** Does it, in the order in which they come; those of one portion are in memory at a time. */
  List<Foreseen> run(Downloads arrived, ImportProgress progress) throws MailTransportException {
    Unknown unknown = new Unknown(arrived);
    List<List<Foreseen>> portions =
        contexts.rehearse(
            unknown,
            (context, claimed) -> {
              List<Foreseen> foreseen = new ArrayList<>();
              for (ClaimedMail mail : claimed) {
                progress.at(unknown.before + foreseen.size(), arrived.all());
                foreseen.add(rehearse(context, mail));
              }
              return () -> withLetters(context, claimed, foreseen);
            });
    return portions.stream().flatMap(List::stream).toList();
  }

  /** Those that have no row, each once however often it stands in the mailbox. */
  private final class Unknown implements DeskStore.Arrivals {
    private final Downloads arrived;
    private final Set<String> seen = new HashSet<>();

    /** How many mails came before those that were handed out last, and how many with them. */
    private long before;

    private long until;

    Unknown(Downloads arrived) {
      this.arrived = arrived;
    }

    @Override
    public Optional<List<RawMail>> next() throws MailTransportException {
      Optional<List<RawMail>> mails = arrived.next();
      before = until;
      until += mails.map(List::size).orElse(0);
      return mails.map(
          some ->
              known.unknown(some).stream()
                  .filter(mail -> seen.add(Sha256.hex(mail.bytes().octets())))
                  .toList());
    }
  }

  private Foreseen rehearse(FlowContext context, ClaimedMail mail) {
    try {
      Incoming incoming = reading.read(mail);
      Result result = runner.run(context, List.of(incoming)).get(0).result();
      return new Foreseen(
          mail.receivedAt(),
          incoming.mail().identity(),
          incoming.triaged().mail().subject(),
          Optional.of(result.outcome()),
          result.ticketId(),
          List.of(),
          "");
    } catch (MalformedMailException e) {
      return aside(mail, "it cannot be read: " + e.getMessage());
    } catch (StaffSignatures.LaterException e) {
      return aside(mail, "it would be looked at later: " + e.getMessage());
    }
  }

  private static Foreseen aside(ClaimedMail mail, String why) {
    return new Foreseen(
        mail.receivedAt(),
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        why);
  }

  private static List<Foreseen> withLetters(
      FlowContext context, List<ClaimedMail> claimed, List<Foreseen> foreseen) {
    List<Foreseen> told = new ArrayList<>();
    for (int i = 0; i < foreseen.size(); i++) {
      Foreseen one = foreseen.get(i);
      told.add(
          new Foreseen(
              one.receivedAt(),
              one.sender(),
              one.subject(),
              one.outcome(),
              one.ticketId(),
              context.goingBecauseOf(claimed.get(i).id()),
              one.why()));
    }
    return told;
  }
}
