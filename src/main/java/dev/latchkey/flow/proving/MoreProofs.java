package dev.latchkey.flow.proving;

import dev.latchkey.accounts.SavedCodes;
import dev.latchkey.check.AskedProof;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.AnyAccount;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.letter.Asking;
import dev.latchkey.letter.Handover;
import dev.latchkey.letter.Text;
import dev.latchkey.proof.Marker;
import dev.latchkey.proof.PublicProof;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.trust.secret.TokenMaker;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Asks for proofs beyond codes: all that is on record at once, the likeliest to work first, each
 * with the same token. What is asked before anything was proved names nothing of the account, so
 * that nobody learns of it.
 */
public final class MoreProofs {
  private final AnyAccount any;
  private final BeforeStaff staff;
  private final WantedProofs wanted;
  private final OpenProofs open;
  private final LookRequest looks;
  private final ProofLetter letter;

  /**
   * @param any what is asked for of every account
   * @param staff who looks where that is nothing
   * @param proofs what can be shown in public
   * @param marker how files and DNS records of the desk are named
   * @param codes who checks recovery codes; {@link SavedCodes#NONE} where nobody does
   */
  public MoreProofs(
      Policy policy,
      AnyAccount any,
      BeforeStaff staff,
      List<PublicProof> proofs,
      Marker marker,
      SavedCodes codes,
      TokenMaker tokens,
      TokenIssuer issuer,
      Letters letters) {
    this.any = any;
    this.staff = staff;
    this.wanted = new WantedProofs(policy, proofs, tokens);
    this.open = new OpenProofs(policy);
    WhoLooks who = new WhoLooks(proofs);
    this.looks = new LookRequest(policy, who);
    this.letter = new ProofLetter(policy, any, marker, who, codes, issuer, letters);
  }

  /**
   * Asks for what is on record, once something was proved: from now on the places are named. What
   * was asked of any account is over where there is nothing on record.
   *
   * @param useful what may lead anywhere; nothing else is asked for
   */
  Ticket ask(FlowContext context, Ticket ticket, Set<EvidenceClass> useful) {
    boolean again = StoppedProofs.any(context, ticket);
    return askNamed(context, ticket, useful::contains, again ? Asking.REOPENED : Asking.FIRST);
  }

  /**
   * Asks for what is still open once something was proved; false when nothing is. What was asked of
   * any account is over.
   */
  boolean askForTheRest(FlowContext context, Ticket ticket, String key) {
    OpenProofs.endAnywhere(context, ticket);
    again(context, ticket, Asking.SEEN, key);
    return OpenProofs.any(context, ticket);
  }

  /**
   * Asks for a saved recovery code by itself, where nothing else is open; the ticket as it was when
   * nobody checks such codes, or one was asked for so before.
   */
  Ticket askSavedCode(FlowContext context, Ticket ticket) {
    boolean before =
        context.work().askedProofs().of(ticket.id()).stream()
            .anyMatch(one -> one.kind() == EvidenceClass.RECOVERY_CODE);
    if (before || !letter.offersSavedCode(context, ticket)) {
      return ticket;
    }
    AskedProof code =
        wanted.asked(
            context,
            ticket,
            EvidenceClass.RECOVERY_CODE,
            ticket.account().orElse(""),
            wanted.token(context, ticket));
    Ticket next = keep(context, ticket, List.of(code));
    letter.write(context, next, Asking.SEEN, "saved code");
    return next;
  }

  /** Asks for what is on record by its places. */
  Ticket askNamed(FlowContext context, Ticket ticket, Asking asking) {
    return askNamed(context, ticket, kind -> true, asking);
  }

  /**
   * Asks again for what a ticket did not wait for.
   *
   * @param wanted it would still make something possible
   */
  void askAgain(FlowContext context, Ticket ticket, boolean wanted) {
    if (!StoppedProofs.any(context, ticket)) {
      return;
    }
    if (!wanted || !ticket.accepts(TicketEvent.PROOFS_ASKED)) {
      StoppedProofs.rest(context, ticket);
    } else if (OpenProofs.named(context, ticket)) {
      askNamed(context, ticket, Asking.REOPENED);
    } else {
      StoppedProofs.end(context, askAnywhere(context, ticket));
    }
  }

  private Ticket askNamed(
      FlowContext context, Ticket ticket, Predicate<EvidenceClass> useful, Asking asking) {
    List<AskedProof> asked = context.work().askedProofs().of(ticket.id());
    String token = wanted.token(context, ticket);
    OpenProofs.endAnywhere(context, ticket);
    List<AskedProof> fresh =
        wanted
            .of(context, ticket, token)
            .filter(
                one ->
                    asked.stream().filter(it -> !it.stopped()).noneMatch(WantedProofs.sameAs(one)))
            .filter(one -> !open.shown(context, ticket, one.kind()))
            .filter(one -> useful.test(one.kind()))
            .toList();
    Ticket next = fresh.isEmpty() ? ticket : keep(context, ticket, fresh);
    StoppedProofs.end(context, next);
    long named = asked.stream().filter(one -> one.kind() != EvidenceClass.RECOVERY_CODE).count();
    // Whoever was asked for just these has read it; what is asked for besides is another letter.
    String key = asking == Asking.FIRST ? "of " + (named + fresh.size()) : "at " + next.version();
    again(context, next, asking, "named " + key);
    return next;
  }

  /**
   * Asks for what shows that an account is somebody's whose mailbox is lost, and for a code that
   * shows that they read the one that they write from. The same words for every account.
   */
  void askWithoutMailbox(FlowContext context, Ticket ticket) {
    if (!OpenProofs.anyAsked(context, ticket)) {
      // The ticket is in the hands of who asks for codes; it is taken up when they are done.
      context.afterwards(() -> askAnywhere(context, context.work().tickets().load(ticket.id())));
    }
  }

  /** The same at once, to who holds the ticket. */
  Ticket askAnywhere(FlowContext context, Ticket ticket) {
    return OpenProofs.anyAsked(context, ticket) || !ticket.accepts(TicketEvent.PROOFS_ASKED)
        ? ticket
        : blindly(context, ticket);
  }

  /**
   * What the account has on record is asked for, and beside it the same for every account: what is
   * left of it decides what the requester hears, so that nobody learns what there is.
   */
  private Ticket blindly(FlowContext context, Ticket ticket) {
    List<EvidenceClass> kinds = any.kinds();
    if (kinds.isEmpty() && letter.offersSavedCode(context, ticket)) {
      kinds = List.of(EvidenceClass.RECOVERY_CODE);
    } else if (kinds.isEmpty()) {
      return toPeople(context, ticket);
    }
    List<AskedProof> before =
        context.work().askedProofs().of(ticket.id()).stream()
            .filter(one -> !one.stopped())
            .toList();
    String token = wanted.token(context, ticket);
    List<AskedProof> fresh =
        Stream.concat(
                kinds.stream()
                    .map(kind -> wanted.asked(context, ticket, kind, OpenProofs.ANYWHERE, token)),
                wanted.of(context, ticket, token))
            .filter(one -> before.stream().noneMatch(WantedProofs.sameAs(one)))
            .toList();
    if (fresh.stream().noneMatch(OpenProofs::anywhere)) {
      return ticket;
    }
    Ticket next = keep(context, ticket, fresh);
    letter.write(context, next, Asking.MAILBOX_LOST, "asked " + next.version());
    return next;
  }

  /** Nobody can be asked for anything here, so that a person looks at once, whoever asks. */
  private Ticket toPeople(FlowContext context, Ticket ticket) {
    if (!ticket.accepts(TicketEvent.HANDED_OVER)) {
      return ticket;
    }
    Ticket moved =
        staff.move(
            context, ticket, TicketEvent.HANDED_OVER, Cause.desk("no proof can be asked for"));
    return staff.tell(
        context, moved, Handover.NOTHING_TO_SHOW, Text.NONE, false, "round " + moved.round());
  }

  /** Writes once more what is still open. */
  public void again(FlowContext context, Ticket ticket, Asking asking, String key) {
    if (OpenProofs.any(context, ticket)) {
      letter.write(context, ticket, asking, key);
    }
  }

  /** One of its group would count no more, whoever saw it. */
  void seen(FlowContext context, Ticket ticket, EvidenceClass kind) {
    open.seen(context, ticket, kind);
  }

  /** Whether what was asked for is on record now since long enough before the request. */
  boolean counts(FlowContext context, Ticket ticket, AskedProof asked) {
    return wanted.counts(context, ticket, asked);
  }

  /**
   * Has the desk look for what is open, because the requester says that it is there: at once, or,
   * where that was often enough for a day, when it looks next by itself. Either way they hear what
   * was seen then. Where only people look, they are to be told.
   */
  public NextLook look(FlowContext context, Ticket ticket) {
    return looks.look(context, ticket);
  }

  private static Ticket keep(FlowContext context, Ticket ticket, List<AskedProof> fresh) {
    fresh.forEach(context.work().askedProofs()::put);
    List<String> kinds = fresh.stream().map(one -> one.kind().name()).distinct().toList();
    return context.apply(ticket, TicketEvent.PROOFS_ASKED, Cause.desk(String.join(", ", kinds)));
  }
}
