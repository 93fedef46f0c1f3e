package dev.latchkey.triage;

import dev.latchkey.mail.InboundMail;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.Danger;
import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.command.CommandReading;
import dev.latchkey.triage.kind.KindReading;
import dev.latchkey.triage.owner.ConcernReading;
import dev.latchkey.triage.owner.OtherWriterReader.Writer;
import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.request.IntentReading;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.triage.secret.SecretKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A mail with everything that its words tell, secrets already blacked out of every text in it. What
 * only some roads ask is read when it is asked for.
 *
 * @param reply the text split into written and quoted; the readers saw only what was written
 * @param meaning what its words mean
 * @param ruledAsOwner what the rules alone hear in it as an owner's answer
 * @param asOwner what it would mean from an owner of the account, to rules and models
 * @param byWhom who writes, as far as they say it
 * @param besides whether it asks what no letter of ours answers
 * @param told the dangers to an account that it tells of
 * @param ordered what it would order as a mail of the staff
 * @param codes words that may be codes of ours, as typed: never stored, shown or logged
 * @param typedCodes those of them that its writer typed, and that do not stand in a letter of ours
 *     that came back
 * @param savedCodes how many recovery codes its writer typed into its text
 * @param speaks the language of what was written
 * @param speaksPlainly the same where there is no doubt
 * @param secrets kinds that were found and blacked out, anywhere in the mail
 */
public record TriagedMail(
    InboundMail mail,
    KindReading kind,
    TrimmedReply reply,
    Deferred<Meaning> meaning,
    Deferred<OwnerAnswer> ruledAsOwner,
    Deferred<OwnerAnswer> asOwner,
    Deferred<Writer> byWhom,
    Deferred<Boolean> besides,
    Deferred<Set<Danger>> told,
    Deferred<CommandReading> ordered,
    List<String> codes,
    List<String> typedCodes,
    int savedCodes,
    Deferred<String> speaks,
    Deferred<Optional<String>> speaksPlainly,
    Set<SecretKind> secrets) {
  public TriagedMail {
    codes = List.copyOf(codes);
    typedCodes = List.copyOf(typedCodes);
    secrets = Set.copyOf(secrets);
  }

  /** What it asks for. */
  public RequestReading request() {
    return meaning.get().request();
  }

  /** What may be the account's name where no field and no label gives it. */
  public PossibleNames names() {
    return meaning.get().names();
  }

  /** What it is about beside a recovery. */
  public ConcernReading concern() {
    return meaning.get().concern();
  }

  /** What it wants of its reader. */
  public IntentReading intent() {
    return meaning.get().intent();
  }

  /** What it would order as a mail of the staff. */
  public CommandReading commands() {
    return ordered.get();
  }

  /** ISO 639-1 of what was written, as far as it can be told; else {@code en}. */
  public String language() {
    return speaks.get();
  }

  /** The same, of enough words for no doubt; else empty. */
  public Optional<String> plainLanguage() {
    return speaksPlainly.get();
  }

  /** What the rules alone hear in it as the answer of an owner of the account. */
  public OwnerAnswer ruledOwner() {
    return ruledAsOwner.get();
  }

  /** What it would mean from an owner of the account, to rules and models. */
  public OwnerAnswer owner() {
    return asOwner.get();
  }

  /** Whether its writer says that they write in the owner's place, or that the owner is dead. */
  public Writer writer() {
    return byWhom.get();
  }

  /** Whether it asks something beside all else that no letter of ours answers. */
  public boolean asksBesides() {
    return besides.get();
  }

  /** The dangers that it tells of. */
  public Set<Danger> dangers() {
    return told.get();
  }

  /** Whether it says that somebody else is in an account, whatever else it says. */
  public boolean tellsOfCompromise() {
    return concern().concern().filter(Concern.COMPROMISED::equals).isPresent()
        || request().reasons().contains(Reason.ACCOUNT_COMPROMISED);
  }

  /** The same about another account. */
  public TriagedMail withUsername(String name) {
    return asking(request().withUsername(name));
  }

  /** The same about an account that nobody knows yet. */
  public TriagedMail withoutUsername() {
    return asking(request().withoutUsername());
  }

  /** The same for somebody who is known to read this language, whoever wrote it down for them. */
  public TriagedMail forReaderOf(String language) {
    return with(meaning, Deferred.of(language), Deferred.of(Optional.of(language)));
  }

  private TriagedMail asking(RequestReading other) {
    return with(Deferred.of(meaning.get().asking(other)), speaks, speaksPlainly);
  }

  private TriagedMail with(
      Deferred<Meaning> means, Deferred<String> language, Deferred<Optional<String>> plainly) {
    return new TriagedMail(
        mail,
        kind,
        reply,
        means,
        ruledAsOwner,
        asOwner,
        byWhom,
        besides,
        told,
        ordered,
        codes,
        typedCodes,
        savedCodes,
        language,
        plainly,
        secrets);
  }
}
