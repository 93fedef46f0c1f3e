package dev.latchkey.flow.reply;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.BoundKey;
import dev.latchkey.check.AskedProof;
import dev.latchkey.check.Evidence;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.flow.proving.ProofRecorder;
import dev.latchkey.flow.proving.Proving;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.letter.EvidenceLetter;
import dev.latchkey.letter.ProofWay;
import dev.latchkey.letter.Unseen;
import dev.latchkey.proof.signature.SignatureFinding;
import dev.latchkey.proof.signature.SignatureFinding.Invalid;
import dev.latchkey.proof.signature.SignatureFinding.Valid;
import dev.latchkey.proof.signature.SignatureProof;
import dev.latchkey.proof.signature.SignatureRefusal;
import dev.latchkey.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** An answer that holds a signature over the token, by a key that the account has on record. */
public final class SignedAnswer {
  private final Policy policy;
  private final SignatureProof signatures;
  private final ProofRecorder recorder;
  private final Proving proving;
  private final Letters letters;

  public SignedAnswer(
      Policy policy,
      SignatureProof signatures,
      ProofRecorder recorder,
      Proving proving,
      Letters letters) {
    this.policy = policy;
    this.signatures = signatures;
    this.recorder = recorder;
    this.proving = proving;
    this.letters = letters;
  }

  /** Takes a signature that was asked for; empty when the mail holds none. */
  Optional<Result> run(FlowContext context, Ticket ticket, Incoming mail) {
    // Before anything was proved, one is answered in the same way where no key is on record.
    boolean named = OpenProofs.named(context, ticket);
    Optional<AskedProof> asked =
        context.work().askedProofs().of(ticket.id()).stream()
            .filter(one -> one.open() && (!named || one.kind() == EvidenceClass.SIGNATURE))
            .findFirst();
    if (asked.isEmpty() || mail.claimed().headerOnly()) {
      return Optional.empty();
    }
    SignatureFinding finding =
        signatures.look(
            mail.claimed().bytes(),
            mail.mail(),
            asked.get().token(),
            context.account(ticket).map(account -> keys(account, ticket)).orElse(List.of()),
            mail.claimed().receivedAt());
    if (finding instanceof Valid valid) {
      return Optional.of(accept(context, ticket, mail, valid));
    }
    return finding instanceof Invalid invalid
        ? Optional.of(refuse(context, ticket, mail, asked.get(), why(invalid.why())))
        : Optional.empty();
  }

  /** Whoever took an account may add a key to it: younger ones prove nothing. */
  private List<BoundKey> keys(Account account, Ticket ticket) {
    Instant latest = ticket.openedAt().minus(policy.times().recentChange());
    return account.keys().stream()
        .filter(key -> key.since().filter(at -> !at.isAfter(latest)).isPresent())
        .toList();
  }

  private Result accept(FlowContext context, Ticket ticket, Incoming mail, Valid valid) {
    Ticket proved =
        recorder.record(
            context,
            ticket,
            new Evidence(
                EvidenceClass.SIGNATURE,
                valid.key().kind() + " " + valid.fingerprint(),
                context.now(),
                OptionalLong.of(mail.id())),
            Written.cause(mail, ticket, "signature by " + valid.fingerprint()));
    Ticket next = proving.goOn(context, ticket, proved, Written.key(mail));
    return Result.of(Outcome.PROOF_ACCEPTED, next, valid.form() + " by " + valid.fingerprint());
  }

  private Result refuse(
      FlowContext context, Ticket ticket, Incoming mail, AskedProof asked, Unseen why) {
    OpenProofs.renew(context, ticket, policy.times().proving());
    letters.toRequester(
        context,
        ticket,
        new EvidenceLetter.ProofNotSeen(
            List.of(
                OpenProofs.named(context, ticket)
                    ? new ProofWay.NotSeenAt(asked.place(), why)
                    : new ProofWay.NotSeenAnywhere()),
            asked.token(),
            OpenProofs.till(context, asked),
            policy.times().look(),
            true),
        Written.key(mail));
    return Result.of(Outcome.PROOF_REFUSED, ticket, "a signature that proves nothing: " + why);
  }

  private static Unseen why(SignatureRefusal why) {
    return switch (why) {
      case UNKNOWN_KEY, KEY_NOT_FOR_SIGNING, WEAK_KEY, RECORD_UNREADABLE, KEY_NOT_BOUND ->
          Unseen.OTHER_KEY;
      case BAD_SIGNATURE,
          NONCE_NOT_SIGNED,
          NOT_THE_WHOLE_MAIL,
          NOT_A_DOCUMENT_SIGNATURE,
          OTHER_NAMESPACE,
          WEAK_HASH ->
          Unseen.NOT_SIGNED;
      case KEY_UNUSABLE,
          OLDER_THAN_KEY,
          KEY_EXPIRED,
          KEY_REVOKED,
          SIGNATURE_EXPIRED,
          TOO_OLD,
          FROM_THE_FUTURE ->
          Unseen.TOO_OLD;
      case IN_ATTACHMENT, NOT_CLEAR, SEVERAL_SIGNATURES, UNREADABLE, TOO_MUCH -> Unseen.UNREADABLE;
    };
  }
}
