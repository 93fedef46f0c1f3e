package dev.latchkey.flow.reply;

import dev.latchkey.check.AskedProof;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.flow.proving.HandOver;
import dev.latchkey.flow.proving.MoreProofs;
import dev.latchkey.flow.proving.NextLook;
import dev.latchkey.flow.proving.PeopleLook;
import dev.latchkey.flow.proving.Proving;
import dev.latchkey.flow.proving.Vouching;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.NamedVouchers;
import dev.latchkey.letter.Asking;
import dev.latchkey.letter.EvidenceLetter;
import dev.latchkey.letter.Handover;
import dev.latchkey.letter.Text;
import dev.latchkey.store.Message;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.proof.InPersonReader;
import dev.latchkey.triage.proof.ProofReply;
import dev.latchkey.triage.proof.ProofReply.Thing;
import dev.latchkey.triage.proof.ProofReplyReader;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.TokenPurpose;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** What a requester answers to a letter that asks for a proof beyond a code. */
public final class ProofAnswers {
  /** More words than these are no bare answer. */
  private static final int BARE = 3;

  /** More names in earlier mails are a list of everybody. */
  private static final int EARLIER = 10;

  private final ProofReplyReader reader = new ProofReplyReader();
  private final MoreProofs more;
  private final Proving proving;
  private final HandOver handOver;
  private final PeopleLook peopleLook;
  private final Letters letters;
  private final SignedAnswer signed;
  private final Vouching vouching;

  public ProofAnswers(
      MoreProofs more,
      Proving proving,
      HandOver handOver,
      PeopleLook peopleLook,
      Letters letters,
      SignedAnswer signed,
      Vouching vouching) {
    this.signed = signed;
    this.vouching = vouching;
    this.more = more;
    this.proving = proving;
    this.peopleLook = peopleLook;
    this.handOver = handOver;
    this.letters = letters;
  }

  /** Takes the code that shows that they read the mailbox they write from, wherever it stands. */
  Ticket confirmed(FlowContext context, Ticket ticket, Incoming mail) {
    Optional<IssuedToken> token =
        unconfirmed(context, ticket)
            .filter(it -> mail.sender().filter(it.recipient()::equals).isPresent())
            .filter(it -> it.codeHash().filter(mail::typed).isPresent())
            .findFirst();
    if (token.isEmpty() || !ticket.accepts(TicketEvent.ADDRESS_CONFIRMED)) {
      return ticket;
    }
    context.work().tokens().save(token.get().used(context.now()));
    context.work().domains().wake(ticket.id(), context.now());
    return proving.addressConfirmed(
        context,
        context.apply(ticket, TicketEvent.ADDRESS_CONFIRMED, Written.cause(mail, ticket, "code")));
  }

  private static Stream<IssuedToken> unconfirmed(FlowContext context, Ticket ticket) {
    return context.work().tokens().ofTicket(ticket.id()).stream()
        .filter(it -> it.purpose() == TokenPurpose.CONFIRM && it.usedAt().isEmpty());
  }

  /**
   * Asks for the code once more, at the top, where nobody can tell whether they typed it; once a
   * day, for a program may be what answers.
   */
  private Optional<Result> repeated(FlowContext context, Ticket ticket, Incoming mail) {
    boolean asked =
        ticket.accepts(TicketEvent.ADDRESS_CONFIRMED)
            && !OpenProofs.named(context, ticket)
            && unconfirmed(context, ticket).anyMatch(mail::perhapsTyped);
    if (!asked) {
      return Optional.empty();
    }
    Ticket kept = context.apply(ticket, TicketEvent.MAIL_ADDED, Written.cause(mail, ticket));
    String day = context.now().atZone(ZoneOffset.UTC).toLocalDate().toString();
    more.again(context, kept, Asking.CODE_REPEATED, "code " + day);
    return Optional.of(
        Result.of(Outcome.KEPT_WITH_TICKET, kept, "nobody can tell whether the code was typed"));
  }

  /**
   * Answers what is about a proof that was asked for; empty when nothing is.
   *
   * @param proved the requester wrote it: nobody else gives their proofs up
   */
  Optional<Result> run(FlowContext context, Ticket ticket, Incoming mail, boolean proved) {
    boolean open = context.work().askedProofs().of(ticket.id()).stream().anyMatch(AskedProof::open);
    if (!open || !ticket.accepts(TicketEvent.EVIDENCE_RECORDED)) {
      return Optional.empty();
    }
    Optional<Result> signature = signed.run(context, ticket, mail);
    if (signature.isPresent()) {
      return signature;
    }
    ProofReply reply = reader.read(mail.triaged().reply().generous());
    boolean over = mail.triaged().intent().over();
    List<String> people = people(context, ticket, mail, reply);
    if (proved && !over && !people.isEmpty()) {
      return Optional.of(named(context, ticket, mail, people, reply));
    }
    // A recovery code is nowhere to be looked at: it is sent.
    boolean sent = reply.done().equals(Set.of(Thing.RECOVERY_CODE));
    if (proved && reply.saysDone() && !sent && (!over || bare(mail))) {
      boolean also = !reply.cannot().isEmpty() && !reply.allCannot();
      Ticket left =
          also
              ? OpenProofs.giveUp(
                  context, ticket, kinds(reply), Written.cause(mail, ticket, "cannot bring it"))
              : ticket;
      return Optional.of(done(context, left, mail));
    }
    boolean waits =
        ticket.state() == TicketState.PROVING || ticket.state() == TicketState.IN_REVIEW;
    return proved && !over && reply.saysCannot() && waits
        ? Optional.of(cannot(context, ticket, mail, reply))
        : repeated(context, ticket, mail);
  }

  /**
   * Asks the co-owners on record whom the requester named before anybody asked for them: "ask
   * Petra, she runs it with me". Whether there is one nobody hears; the letter that asks for a name
   * goes out to everybody.
   */
  void namedBefore(FlowContext context, Ticket ticket, Incoming mail) {
    boolean asked =
        OpenProofs.of(context, ticket).stream()
            .anyMatch(one -> one.kind() == EvidenceClass.VOUCHER);
    if (!asked || ticket.state() != TicketState.PROVING) {
      return;
    }
    List<String> people =
        context.work().messages().ofTicket(ticket.id()).stream()
            .filter(message -> message.writer() == Message.Writer.REQUESTER)
            .flatMap(message -> reader.read(message.words()).people().stream())
            .distinct()
            .limit(EARLIER)
            .toList();
    Ticket next = ticket;
    for (String person : people) {
      next = vouching.askNamed(context, next, person, Written.cause(mail, next, "named before"));
    }
  }

  /** A word or two: what our letter asked to be answered with. */
  private static boolean bare(Incoming mail) {
    return mail.triaged().reply().generous().strip().split("\\s+").length <= BARE;
  }

  private Result done(FlowContext context, Ticket ticket, Incoming mail) {
    Ticket kept = context.apply(ticket, TicketEvent.MAIL_ADDED, Written.cause(mail, ticket));
    NextLook next = more.look(context, kept);
    if (next instanceof NextLook.ByPeople) {
      if (!kept.accepts(TicketEvent.HANDED_OVER)) {
        // Who has the case may be away: the others have it in the digest.
        context.work().messages().missed(mail.id());
      }
      Ticket told =
          peopleLook.tell(
              context, kept, Written.cause(mail, kept, "a proof is there"), Written.key(mail));
      return Result.of(Outcome.PROOF_SAID, told, "a proof is said to be there, where people look");
    }
    if (next instanceof NextLook.Nowhere && OpenProofs.named(context, kept)) {
      more.again(context, kept, Asking.AGAIN, Written.key(mail));
      return Result.of(Outcome.PROOF_SAID, kept, "nothing that was asked for can be looked for");
    }
    if (next instanceof NextLook.Later later) {
      letters.toRequester(
          context, kept, new EvidenceLetter.ProofLater(later.at()), Written.key(mail));
      return Result.of(
          Outcome.PROOF_SAID, kept, "a proof is said to be there; it was looked for often today");
    }
    letters.toRequester(context, kept, new EvidenceLetter.ProofLooking(false), Written.key(mail));
    return Result.of(Outcome.PROOF_SAID, kept, "a proof is said to be there");
  }

  /** Whom they name, also in a bare answer where a co-owner's name was asked for. */
  private static List<String> people(
      FlowContext context, Ticket ticket, Incoming mail, ProofReply reply) {
    boolean asked =
        OpenProofs.of(context, ticket).stream()
            .anyMatch(one -> one.kind() == EvidenceClass.VOUCHER);
    if (!asked || !reply.people().isEmpty() || reply.saysDone() || reply.saysCannot()) {
      return reply.people();
    }
    List<String> bare = BareNames.in(mail);
    return bare.isEmpty() ? NamesOnRecord.in(context, ticket, mail) : bare;
  }

  /** The same words, whoever they name: nobody learns who is on record. */
  private Result named(
      FlowContext context, Ticket ticket, Incoming mail, List<String> people, ProofReply reply) {
    Ticket left = withoutOthers(context, ticket, mail, reply);
    String detail = new Detail.NamesVoucher(Written.words(mail)).text();
    Ticket next = context.apply(left, TicketEvent.MAIL_ADDED, Written.cause(mail, left, detail));
    if (reply.saysDone() && more.look(context, next) instanceof NextLook.ByPeople) {
      next = peopleLook.quietly(context, next, Written.cause(mail, next, "a proof is there"));
    }
    for (String person : people) {
      next = vouching.askNamed(context, next, person, Written.cause(mail, next, ""));
    }
    letters.toRequester(
        context,
        next,
        new EvidenceLetter.VoucherNamed(
            OpenProofs.beside(context, next, EvidenceClass.VOUCHER),
            confirmedBy(context, next, mail),
            left.version() != ticket.version()),
        Written.key(mail));
    return Result.of(Outcome.VOUCHER_NAMED, next, "somebody who may vouch is named");
  }

  /** What they cannot bring is asked for no more; the word of whom they name still is. */
  private static Ticket withoutOthers(
      FlowContext context, Ticket ticket, Incoming mail, ProofReply reply) {
    Set<EvidenceClass> kinds = EnumSet.noneOf(EvidenceClass.class);
    if (reply.cannotRest()) {
      OpenProofs.of(context, ticket).forEach(one -> kinds.add(one.kind()));
    }
    kinds.addAll(kinds(reply));
    kinds.remove(EvidenceClass.VOUCHER);
    return kinds.isEmpty()
        ? ticket
        : OpenProofs.giveUp(context, ticket, kinds, Written.cause(mail, ticket, "cannot bring it"));
  }

  /** Whether the code of the address that they write from stood in this mail. */
  private static boolean confirmedBy(FlowContext context, Ticket ticket, Incoming mail) {
    return context.work().tickets().history(ticket.id()).stream()
        .filter(entry -> entry.event() == TicketEvent.ADDRESS_CONFIRMED)
        .anyMatch(entry -> entry.cause().mailId().equals(OptionalLong.of(mail.id())));
  }

  private Result cannot(FlowContext context, Ticket ticket, Incoming mail, ProofReply reply) {
    if (StatusQuestion.asks(mail) || InPersonReader.offers(mail.triaged().reply().generous())) {
      // What they ask, or offer in its place, the next letter does not answer.
      context.work().messages().untold(mail.id());
    }
    // Whom they named is asked, or not, without them: nothing is left that they could bring.
    boolean named = NamedVouchers.any(context, ticket);
    Ticket less = named ? withoutOthers(context, ticket, mail, reply) : ticket;
    boolean left = !named || OpenProofs.beside(context, less, EvidenceClass.VOUCHER);
    Ticket next =
        OpenProofs.giveUp(
            context,
            less,
            left && !reply.cannotRest() ? kinds(reply) : Set.of(),
            Written.cause(mail, ticket, "cannot bring it"));
    Handover why = named ? Handover.OTHERS_GONE : Handover.NO_PROOF;
    boolean before = next.state() == TicketState.IN_REVIEW;
    next = proving.givenUp(context, next);
    if (before) {
      if (OpenProofs.any(context, next)) {
        more.again(context, next, Asking.INSTEAD, Written.key(mail));
      } else {
        handOver.tell(context, next, why, Text.NONE, Written.key(mail));
      }
    } else if (next.state() == TicketState.PROVING) {
      if (!OpenProofs.any(context, next) && next.accepts(TicketEvent.HANDED_OVER)) {
        next =
            handOver.toStaff(
                context, next, TicketEvent.HANDED_OVER, Written.cause(mail, next), why, Text.NONE);
      } else {
        more.again(context, next, Asking.INSTEAD, Written.key(mail));
      }
    }
    return Result.of(Outcome.PROOF_GIVEN_UP, next, "a proof is not possible");
  }

  private static Set<EvidenceClass> kinds(ProofReply reply) {
    Set<EvidenceClass> kinds = EnumSet.noneOf(EvidenceClass.class);
    if (!reply.allCannot()) {
      reply.cannot().forEach(thing -> kinds.addAll(kinds(thing)));
    }
    return kinds;
  }

  private static Set<EvidenceClass> kinds(Thing thing) {
    return switch (thing) {
      case REPOSITORY -> Set.of(EvidenceClass.BRANCH);
      case SITE -> Set.of(EvidenceClass.SITE_FILE, EvidenceClass.DNS_TXT);
      case DNS -> Set.of(EvidenceClass.DNS_TXT);
      case KEY -> Set.of(EvidenceClass.SIGNATURE);
      case PROFILE -> Set.of(EvidenceClass.PROFILE);
      case CO_OWNER -> Set.of(EvidenceClass.VOUCHER);
      case RECOVERY_CODE -> Set.of(EvidenceClass.RECOVERY_CODE);
    };
  }
}
