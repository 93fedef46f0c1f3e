package dev.latchkey.flow.reply;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.InTheWay;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.flow.proving.LostMailbox;
import dev.latchkey.flow.proving.OwnerCodes;
import dev.latchkey.flow.proving.ProofRecorder;
import dev.latchkey.flow.proving.Understood;
import dev.latchkey.flow.recovery.Approaches;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.RivalClaims;
import dev.latchkey.flow.recovery.UnreadMailbox;
import dev.latchkey.letter.AlertLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.name.CorrectionReader;
import dev.latchkey.triage.name.CorrectionReader.Corrected;
import dev.latchkey.triage.name.NameSlip;
import java.time.Duration;
import java.util.Optional;

/**
 * A requester says that they named a wrong account. While nobody was written to about that account,
 * the request is about the other one from now on. Once codes may have gone out, a request of its
 * own takes its place, so that no proof, code or notice of the one account counts for the other;
 * and once it lies before the staff, they read it and decide.
 */
public final class AccountCorrection {
  private static final LetterKind ASKED = LetterKind.of(RequesterLetter.WhichAccount.class);

  /** So few words answer the question which one it is. */
  private static final int FEW = 4;

  /** So soon a second request whose account differs by a letter may be the first, corrected. */
  private static final Duration SOON = Duration.ofHours(1);

  private final TicketAnswers answers;
  private final DetailsReply details;
  private final Letters letters;
  private final Notices notices;
  private final ProofRecorder recorder;
  private final OwnerCodes ownerCodes;
  private final RivalClaims rivalry;
  private final LostMailbox lostMailbox;

  public AccountCorrection(
      TicketAnswers answers,
      DetailsReply details,
      Letters letters,
      Notices notices,
      ProofRecorder recorder,
      OwnerCodes ownerCodes,
      RivalClaims rivalry,
      LostMailbox lostMailbox) {
    this.answers = answers;
    this.details = details;
    this.letters = letters;
    this.notices = notices;
    this.recorder = recorder;
    this.ownerCodes = ownerCodes;
    this.rivalry = rivalry;
    this.lostMailbox = lostMailbox;
  }

  /** The account that a mail gives in the place of the one that a ticket is about, if any. */
  public static Optional<Corrected> read(FlowContext context, Ticket ticket, Incoming mail) {
    Optional<String> before = ticket.answers().accountName();
    if (before.isEmpty() || ticket.state().closed() || mail.claimed().headerOnly()) {
      return Optional.empty();
    }
    Optional<String> named = mail.triaged().request().username();
    return CorrectionReader.read(mail.triaged().reply().generous(), named, before.get())
        .or(
            () ->
                named
                    .filter(name -> sentAgain(context, ticket, mail))
                    .filter(name -> NameSlip.slipOfLetters(name, before.get()))
                    .map(name -> new Corrected(name, false)))
        .filter(it -> !ticket.account().equals(Optional.of(context.accountKey(it.name()))));
  }

  /**
   * The whole request once more, soon after the first and not as a reply: a slip, or another
   * account of theirs. They are asked once; whoever sends it again then means both.
   */
  private static boolean sentAgain(FlowContext context, Ticket ticket, Incoming mail) {
    String before = ticket.answers().accountName().orElseThrow();
    return mail.triaged().request().recovery()
        && mail.replyTokens().isEmpty()
        && ticket.openedAt().plus(SOON).isAfter(context.now())
        && !CorrectionReader.isBeside(mail.triaged().reply().generous(), before)
        && !context.wrote(ticket, ASKED);
  }

  /**
   * Whether a mail that answers none of ours corrects the account of an open request, or may: then
   * they are asked, and no second request begins.
   */
  public static boolean is(FlowContext context, Ticket ticket, Incoming mail) {
    return read(context, ticket, mail)
        .filter(
            it -> it.sure() || NameSlip.alike(it.name(), ticket.answers().accountName().orElse("")))
        .isPresent();
  }

  /**
   * Does what a correction asks for; empty where a mail holds none. The ticket must be their own.
   */
  Optional<Result> run(FlowContext context, Ticket ticket, Incoming mail) {
    boolean answersStaff = ticket.state() == TicketState.NEEDS_DETAILS && ticket.questionOpen();
    if (answersStaff) {
      // Every word of it goes to the one who asked.
      return Optional.empty();
    }
    Optional<Corrected> found =
        read(context, ticket, mail).or(() -> answered(context, ticket, mail));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Corrected corrected = found.get();
    if (!corrected.sure()) {
      return namesVoucher(context, ticket)
          ? Optional.empty()
          : Optional.of(ask(context, ticket, mail, corrected.name()));
    }
    return Optional.of(
        switch (ticket.state()) {
          case NEEDS_DETAILS ->
              ticket.reopened()
                  ? toStaff(context, ticket, mail, corrected.name())
                  : whileAsked(context, ticket, mail, corrected.name());
          case SELF_SERVICE -> whileTrying(context, ticket, mail, corrected.name());
          case PROVING -> replaced(context, ticket, mail, corrected.name());
          default -> toStaff(context, ticket, mail, corrected.name());
        });
  }

  /** The bare name, where we asked which of two it is. */
  private static Optional<Corrected> answered(FlowContext context, Ticket ticket, Incoming mail) {
    String words = mail.triaged().reply().answer().strip();
    boolean asked =
        context.written(ticket.id()).stream()
            .filter(sent -> sent.letter().toRequester())
            .reduce((earlier, later) -> later)
            .filter(sent -> sent.letter().equals(ASKED))
            .isPresent();
    Optional<String> named = mail.triaged().request().username();
    if (!asked || words.split("\\s+").length > FEW) {
      return Optional.empty();
    }
    return named
        .or(() -> Optional.of(words.replaceAll("[.!]$", "")).filter(word -> !word.contains(" ")))
        .filter(name -> !name.isBlank() && !CorrectionReader.isBoth(name))
        .filter(name -> !ticket.account().equals(Optional.of(context.accountKey(name))))
        .map(name -> new Corrected(name, true));
  }

  /** Whoever was asked for a co-owner's name may give an account name that is not theirs. */
  private static boolean namesVoucher(FlowContext context, Ticket ticket) {
    return OpenProofs.of(context, ticket).stream()
        .anyMatch(one -> one.kind() == EvidenceClass.VOUCHER);
  }

  private Result ask(FlowContext context, Ticket ticket, Incoming mail, String name) {
    Ticket added = context.apply(ticket, TicketEvent.MAIL_ADDED, Written.cause(mail, ticket));
    Ticket kept = answers.noted(context, added, mail);
    letters.toRequester(
        context,
        kept,
        new RequesterLetter.WhichAccount(ticket.answers().accountName().orElseThrow(), name),
        Written.key(mail));
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "which account is meant is unclear");
  }

  /** Nobody was written to about the account so far: the answers go on as if it were the first. */
  private Result whileAsked(FlowContext context, Ticket ticket, Incoming mail, String name) {
    String before = ticket.answers().accountName().orElseThrow();
    Ticket unnamed = unnamed(context, ticket, mail, name);
    return details.run(
        context, unnamed, mail.naming(name, context.accountKey(name)), Optional.of(before));
  }

  private Result whileTrying(FlowContext context, Ticket ticket, Incoming mail, String name) {
    Ticket unnamed = unnamed(context, ticket, mail, name);
    Ticket named =
        context.keep(
            unnamed
                .change()
                .answers(unnamed.answers().named(Optional.of(name)))
                .account(Optional.of(context.accountKey(name)))
                .build());
    Approaches.before(context, named);
    recorder.recordSender(context, named, mail);
    Ticket placed = rivalry.claim(context, mail, named);
    tell(context, placed, ticket, mail, false);
    return Result.of(Outcome.ACCOUNT_CORRECTED, placed, "the account is another one");
  }

  /** The ticket without what it had of the wrong account. */
  private static Ticket unnamed(FlowContext context, Ticket ticket, Incoming mail, String name) {
    context
        .work()
        .proofs()
        .of(ticket.id())
        .forEach(piece -> context.work().proofs().remove(ticket.id(), piece));
    Ticket noted =
        context.apply(
            ticket, TicketEvent.MAIL_ADDED, Written.cause(mail, ticket, said(ticket, name)));
    return context.keep(
        noted
            .change()
            .answers(noted.answers().withoutName())
            .account(Optional.empty())
            .beside(false)
            .build());
  }

  /** What was warned of the requester before goes with them, and what was of the right account. */
  private static void warnAlike(FlowContext context, Ticket before, Ticket fresh) {
    context.work().proofs().warnings(before.id()).stream()
        .filter(warning -> warning.kind().ofRequester())
        .filter(warning -> warning.source().equals(before.requester().toString()))
        .forEach(warning -> context.warn(fresh, warning.kind(), warning.source()));
    Approaches.before(context, fresh);
  }

  private static String said(Ticket ticket, String name) {
    return ticket.answers().accountName().orElse("") + " -> " + name;
  }

  /** What was sent out, shown or objected to for the wrong account stays with its ticket. */
  private Result replaced(FlowContext context, Ticket ticket, Incoming mail, String name) {
    Answers answers = ticket.answers().with(AnswersReader.of(mail)).named(Optional.of(name));
    Ticket fresh =
        context.open(
            Ticket.open(
                context.work().tickets().nextId(),
                TicketState.PROVING,
                ticket.requester(),
                ticket.language(),
                answers,
                Optional.of(context.accountKey(name)),
                mail.threadId().or(ticket::threadRoot),
                context.now(),
                Causes.requester(
                    mail,
                    ticket.requester(),
                    "in place of " + ticket.reference() + ": " + said(ticket, name))));
    fresh = context.keep(fresh.change().concern(ticket.concern()).build());
    Ticket merged =
        context.apply(
            ticket,
            TicketEvent.MERGED,
            Written.cause(mail, ticket, said(ticket, name) + ": " + fresh.reference()));
    context.keep(merged.change().mergedInto(Optional.of(fresh.reference())).build());
    // Their first words are part of what the staff read of it.
    fresh =
        context.apply(
            fresh,
            TicketEvent.NOTED,
            Written.cause(mail, fresh, new Detail.TookIn(ticket.reference()).text()));
    warnAlike(context, ticket, fresh);
    recorder.recordSender(context, fresh, mail);
    Ticket placed = rivalry.claim(context, mail, fresh);
    boolean lost = UnreadMailbox.readsNone(context, placed);
    tell(context, placed, ticket, mail, !lost);
    if (lost) {
      placed = lostMailbox.said(context, placed);
    } else {
      ownerCodes.send(context, placed);
    }
    return Result.of(
        Outcome.ACCOUNT_CORRECTED,
        placed,
        "the account is another one than that of " + ticket.reference());
  }

  private void tell(
      FlowContext context, Ticket ticket, Ticket before, Incoming mail, boolean proving) {
    Optional<String> wrong = before.answers().accountName();
    letters.toRequester(
        context,
        ticket,
        new RequesterLetter.AccountCorrected(
            Optional.of(before.reference()).filter(old -> !old.equals(ticket.reference())),
            Understood.corrected(ticket.answers(), wrong),
            proving,
            ticket.state() == TicketState.SELF_SERVICE),
        Written.key(mail));
  }

  /** Nothing is carried out for an account that its requester says is not theirs. */
  private Result toStaff(FlowContext context, Ticket ticket, Incoming mail, String name) {
    boolean running = ticket.state() == TicketState.EXECUTING;
    boolean hold = ticket.state().approved();
    String before = ticket.answers().accountName().orElseThrow();
    Ticket kept =
        context.apply(
            ticket,
            hold ? TicketEvent.HELD : TicketEvent.MAIL_ADDED,
            Written.cause(mail, ticket, said(ticket, name) + "\n" + Written.words(mail)));
    letters.toAllStaff(
        context,
        kept,
        new AlertLetter.OtherAccount(
            ticket.requester(),
            before,
            name,
            new Text(Written.words(mail)),
            kept.state(),
            hold,
            kept.state().standsStill(),
            running,
            InTheWay.ofResume(context, kept).map(Reference::toString)),
        "account " + context.accountKey(name) + " " + kept.state());
    if (hold) {
      notices.off(context, ticket, kept, Optional.empty());
    }
    letters.toRequester(
        context,
        kept,
        new RequesterLetter.CorrectionKept(before, name, hold, running),
        Written.key(mail));
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "the account is another one, they say");
  }
}
