package dev.latchkey.flow.mail;

import dev.latchkey.check.Warning;
import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.LeadingClaim;
import dev.latchkey.flow.casefile.WordsBesideCodes;
import dev.latchkey.flow.proving.ProofRecorder;
import dev.latchkey.flow.proving.Proving;
import dev.latchkey.flow.recovery.BesideCode;
import dev.latchkey.flow.recovery.RivalClaims;
import dev.latchkey.flow.recovery.WritersPlace;
import dev.latchkey.flow.reply.CodeWords;
import dev.latchkey.flow.reply.CodesElsewhere;
import dev.latchkey.flow.reply.ForwardedCodes;
import dev.latchkey.flow.reply.MailboxWords;
import dev.latchkey.flow.reply.OwnerReading;
import dev.latchkey.flow.reply.OwnerWords;
import dev.latchkey.flow.reply.RequesterReplyFlow;
import dev.latchkey.flow.reply.ShownCode;
import dev.latchkey.flow.reply.StatusQuestion;
import dev.latchkey.flow.reply.Written;
import dev.latchkey.letter.CodeBeside;
import dev.latchkey.letter.CodeRefusal;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.owner.OtherWriterReader.Writer;
import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.IssuedToken.Tried;
import java.util.Optional;

/** An answer to a mail that carried a code to a registered address: the code, or words. */
public final class CodeAnswerFlow implements MailFlow<Addressee.Owner> {
  private final ProofRecorder recorder;
  private final Proving proving;
  private final RivalClaims rivalry;
  private final OwnerReading says;
  private final OwnerWords words;
  private final ForwardedCodes forwarded;
  private final CodesElsewhere elsewhere;
  private final RequesterReplyFlow requesters;

  public CodeAnswerFlow(
      ProofRecorder recorder,
      Proving proving,
      RivalClaims rivalry,
      OwnerReading says,
      OwnerWords words,
      ForwardedCodes forwarded,
      CodesElsewhere elsewhere,
      RequesterReplyFlow requesters) {
    this.requesters = requesters;
    this.forwarded = forwarded;
    this.elsewhere = elsewhere;
    this.recorder = recorder;
    this.proving = proving;
    this.rivalry = rivalry;
    this.says = says;
    this.words = words;
  }

  @Override
  public Result run(FlowContext context, Incoming mail, Addressee.Owner from) {
    IssuedToken token = from.token().orElseThrow();
    Ticket ticket = context.work().tickets().load(token.ticketId());
    boolean right = token.codeHash().filter(mail::typed).isPresent();
    // "I did not ask for this: ABCD-…" proves nothing for whoever asked; in the requester's own
    // mail the code says more than words about what befell them, unless they say who else asked.
    boolean own = ticket.requester().equals(token.recipient());
    boolean repeated = !right && token.codeHash().filter(mail.codes()::contains).isPresent();
    if (repeated && !mail.writtenByPerson()) {
      return Result.of(
          Outcome.AUTOMATIC_IGNORED, ticket, "a machine that repeats our letter proves nothing");
    }
    if (mail.perhapsTyped(token) && says.nothingBesideACode(mail)) {
      return words.refuse(context, ticket, token.recipient(), mail, CodeRefusal.REPEATED);
    }
    boolean objects = says.read(mail) == OwnerAnswer.OBJECTS;
    if (repeated && !objects && !own) {
      Optional<Result> sentOn = forwarded.run(context, ticket, mail);
      if (sentOn.isPresent()) {
        return sentOn.get();
      }
    }
    if (right ? objects && !own : objects || !ShownCode.in(mail)) {
      return words.heard(context, ticket, token.recipient(), mail, "reply token", true);
    }
    Tried tried = token.tried(mail::typed, context.now());
    if (right && (own ? says.deniesRequest(mail) : says.doubts(mail))) {
      boolean usable =
          tried.verdict() == IssuedToken.Verdict.RIGHT
              && mail.sender().filter(token.recipient()::equals).isPresent();
      return words.hold(
          context, ticket, token.recipient(), mail, usable ? CodeBeside.WAITS : CodeBeside.NONE);
    }
    return switch (tried.verdict()) {
      case RIGHT -> accept(context, ticket, tried.next(), mail);
      case USED -> words.refuse(context, ticket, token.recipient(), mail, usedUp(context, token));
      case EXPIRED -> words.refuse(context, ticket, token.recipient(), mail, CodeRefusal.EXPIRED);
      case EXHAUSTED ->
          words.refuse(context, ticket, token.recipient(), mail, CodeRefusal.EXHAUSTED);
      case WRONG -> {
        context.work().tokens().save(tried.next());
        yield words.refuse(context, ticket, token.recipient(), mail, CodeRefusal.WRONG);
      }
    };
  }

  /**
   * An owner who asked themselves and answers the code of somebody else's request means their own:
   * they would prove a stranger's request and not know it. What they prove, that they read that
   * mailbox, is the same.
   */
  private static Ticket meant(
      FlowContext context, Ticket coded, EmailAddress owner, Incoming mail) {
    if (coded.requester().equals(owner) || mail.sender().filter(owner::equals).isEmpty()) {
      return coded;
    }
    Optional<Ticket> own = LeadingClaim.ofOwner(context, coded, owner);
    own.filter(request -> coded.accepts(TicketEvent.CODE_REFUSED))
        .ifPresent(
            request ->
                context.apply(
                    coded,
                    TicketEvent.CODE_REFUSED,
                    Causes.of(
                        mail,
                        Causes.owner(owner),
                        mail.authentication(),
                        "counts for their own request " + request.reference())));
    return own.orElse(coded);
  }

  private Result accept(FlowContext context, Ticket coded, IssuedToken used, Incoming mail) {
    EmailAddress owner = used.recipient();
    Ticket meant = meant(context, coded, owner, mail);
    if (mail.sender().filter(owner::equals).isEmpty()) {
      return elsewhere.refuse(context, meant, used, mail);
    }
    boolean mine = meant.requester().equals(owner);
    Ticket ticket = mine ? Written.spoken(context, meant, mail) : meant;
    if (!coded.equals(meant) || ticket.accepts(TicketEvent.EVIDENCE_RECORDED)) {
      context.work().tokens().save(used);
    }
    if (!ticket.accepts(TicketEvent.EVIDENCE_RECORDED)) {
      return words.refuse(context, ticket, owner, mail, CodeRefusal.NOT_NEEDED);
    }
    Writer writer = WritersPlace.note(context, ticket, mail, owner);
    boolean othersAsked = says.othersAsked(mail);
    if (othersAsked) {
      context.warn(ticket, Warning.Kind.WRITTEN_BY_ANOTHER, owner.toString());
    }
    boolean unknown =
        !othersAsked
            && writer == Writer.OWNER
            && WordsBesideCodes.note(context, ticket, mail, owner);
    if (mine && mail.triaged().kind().mayAnswer() && StatusQuestion.asks(mail)) {
      // Whatever the code leads to, a person reads the question.
      context.work().messages().untold(mail.id());
    }
    boolean shown = ticket.state() == TicketState.IN_REVIEW;
    Optional<Proving.Verdict> before =
        shown ? Optional.of(proving.verdict(context, ticket)) : Optional.empty();
    Ticket recorded = recorder.recordCode(context, ticket, owner, mail);
    Ticket placed = rivalry.proved(context, mail, recorded);
    if (othersAsked || writer == Writer.BEREAVED || (writer == Writer.ANOTHER && !mine)) {
      // That somebody reads that mailbox is proved; what it means a person finds out.
      if (recorded.state() == TicketState.CONTESTED) {
        rivalry.show(context, placed, "mail " + mail.id());
      }
      words.hold(context, placed, owner, mail, CodeBeside.COUNTS);
      return Result.of(
          Outcome.CODE_ACCEPTED,
          context.work().tickets().load(placed.id()),
          "somebody else than the owner says that they sent it");
    }
    Ticket proved =
        proving.completeIfPossible(
            context,
            placed,
            unknown || (mine && besides(ticket, mail)) ? BesideCode.WORDS : BesideCode.NOTHING);
    if (before.isPresent()) {
      proving.showAnew(context, context.work().tickets().load(proved.id()), before.get());
    }
    if (recorded.state() == TicketState.CONTESTED) {
      rivalry.show(context, proved, "mail " + mail.id());
    }
    if (proved.requester().equals(owner)
        && mail.triaged().kind().mayAnswer()
        && !forwarded.besideOwn(context, proved, mail)) {
      if (writer == Writer.ANOTHER) {
        requesters.writtenByAnother(
            context, context.work().tickets().load(proved.id()), mail, true, true);
      } else {
        requesters.besideCode(context, proved, mail);
      }
      proving.thankForCode(context, context.work().tickets().load(proved.id()), Written.key(mail));
    }
    if (!proved.requester().equals(owner) && mail.triaged().kind().mayAnswer()) {
      if (proved.state().standsStill()) {
        words.heldDespiteCode(context, proved, owner, mail);
      } else if (StatusQuestion.asks(mail) || MailboxWords.tell(context, proved, mail)) {
        words.askedBesideCode(context, context.work().tickets().load(proved.id()), owner, mail);
      }
    }
    boolean answers = shown || !mine;
    if (answers && mail.triaged().kind().mayAnswer() && !context.writesTo(owner)) {
      words.codeCounted(context, context.work().tickets().load(proved.id()), owner, mail);
    }
    return Result.of(Outcome.CODE_ACCEPTED, context.work().tickets().load(proved.id()), "");
  }

  private static boolean besides(Ticket ticket, Incoming mail) {
    return mail.triaged().kind().mayAnswer() && CodeWords.areNews(ticket, mail);
  }

  /** Why a code that was used counts no more: it proved something, or somebody else brought it. */
  private static CodeRefusal usedUp(FlowContext context, IssuedToken token) {
    boolean elsewhere =
        context.work().proofs().warnings(token.ticketId()).stream()
            .anyMatch(warning -> warning.kind() == Warning.Kind.CODE_FROM_ELSEWHERE);
    boolean counted =
        context.work().proofs().of(token.ticketId()).stream()
            .filter(piece -> piece.kind().code())
            .anyMatch(piece -> piece.through(token.recipient()));
    return elsewhere && !counted ? CodeRefusal.TAKEN : CodeRefusal.USED;
  }
}
