package dev.latchkey;

import dev.latchkey.accounts.SavedCodes;
import dev.latchkey.check.AssuranceCheck;
import dev.latchkey.check.Policy;
import dev.latchkey.config.Later;
import dev.latchkey.config.Settings;
import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.Targets;
import dev.latchkey.flow.casefile.AnyAccount;
import dev.latchkey.flow.casefile.CaseFiles;
import dev.latchkey.flow.casefile.CaseText;
import dev.latchkey.flow.casefile.DomainFacts;
import dev.latchkey.flow.casefile.KeptStops;
import dev.latchkey.flow.proving.BeforeStaff;
import dev.latchkey.flow.proving.HandOver;
import dev.latchkey.flow.proving.MoreProofs;
import dev.latchkey.flow.proving.OwnerCodes;
import dev.latchkey.flow.proving.PeopleLook;
import dev.latchkey.flow.proving.ProofRecorder;
import dev.latchkey.flow.proving.Proving;
import dev.latchkey.flow.proving.SavedCodeOffers;
import dev.latchkey.flow.proving.SelfApproval;
import dev.latchkey.flow.proving.Vouching;
import dev.latchkey.flow.recovery.CoolingOff;
import dev.latchkey.flow.recovery.HaltAnswers;
import dev.latchkey.flow.recovery.LateReset;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.Outlook;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.recovery.RivalClaims;
import dev.latchkey.flow.recovery.Rota;
import dev.latchkey.flow.recovery.SecurityContact;
import dev.latchkey.flow.recovery.StaffTokens;
import dev.latchkey.flow.recovery.StillContested;
import dev.latchkey.flow.recovery.StopNotices;
import dev.latchkey.flow.recovery.Tasks;
import dev.latchkey.flow.recovery.TokenBook;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.flow.recovery.WaitingTime;
import dev.latchkey.triage.DoubtfulReasons;
import dev.latchkey.triage.request.RequestReader;
import dev.latchkey.trust.secret.ReplyAddress;
import dev.latchkey.trust.secret.TokenMaker;
import dev.latchkey.trust.staff.StaffRoster;
import org.jspecify.annotations.NullMarked;

/** The part of the {@link Wiring} that recovers: how a request is proved, judged and told of. */
@NullMarked
final class RecoveryWiring {
  final Outlook outlook;
  final TokenIssuer issuer;
  final StaffTokens staffTokens;
  final Letters letters;
  final Notices notices;
  final StopNotices stops;
  final LateReset late;
  final HaltAnswers halts;
  final KeptStops kept;
  final StillContested stillContested;
  final Rota rota;
  final Tasks tasks;
  final DomainFacts domains;
  final CaseFiles files;
  final Review review;
  final MoreProofs more;
  final SavedCodeOffers codes;
  final OwnerCodes ownerCodes;
  final ProofRecorder recorder;
  final Proving proving;
  final Vouching vouching;
  final HandOver handOver;
  final PeopleLook peopleLook;

  RecoveryWiring(
      Settings settings,
      Desk.Outside outside,
      CourtesySchedule courtesy,
      WaitingTime waiting,
      TokenMaker tokens,
      ReplyAddress replies) {
    DeskSettings behaviour = settings.desk();
    Policy policy = settings.policy();
    StaffRoster staff = settings.staff();
    this.outlook = new Outlook(waiting, courtesy);
    TokenBook book = new TokenBook(tokens, replies);
    this.issuer = new TokenIssuer(book, behaviour);
    this.staffTokens = new StaffTokens(book, behaviour);
    this.letters = new Letters(issuer, staffTokens, staff, behaviour);
    this.notices = new Notices(letters, issuer, policy);
    this.stops = new StopNotices(letters, issuer, policy);
    this.late =
        new LateReset(
            letters,
            notices,
            stops,
            new SecurityContact(new Targets(settings.own()).security(), letters));
    this.halts = new HaltAnswers(letters, issuer);
    this.kept = new KeptStops(behaviour);
    this.stillContested = new StillContested(letters, stops, kept);
    this.rota = new Rota(staff, settings.staffTimes().workingDays());
    this.domains = new DomainFacts(outside.registry());
    this.files =
        new CaseFiles(
            new AssuranceCheck(policy, !outside.action().codes().equals(SavedCodes.NONE)),
            policy,
            domains);
    this.review =
        new Review(
            files,
            rota,
            letters,
            staffTokens,
            new CaseText(
                courtesy,
                policy,
                new DoubtfulReasons(
                    Later.from(() -> new RequestReader(settings.reading()))::get,
                    () -> ReadingWiring.Learned.OPINIONS),
                staff),
            outlook);
    this.tasks = new Tasks(rota, letters, staffTokens, files);
    BeforeStaff before = new BeforeStaff(policy, files, review, letters, outlook);
    this.more =
        new MoreProofs(
            policy,
            AnyAccount.of(policy, settings.accounts().records()),
            before,
            outside.proofs(),
            settings.look().marker(),
            outside.action().codes(),
            tokens,
            issuer,
            letters);
    this.codes = new SavedCodeOffers(outside.action().codes(), letters);
    this.ownerCodes = new OwnerCodes(policy, letters, issuer, more);
    this.recorder =
        new ProofRecorder(
            policy,
            notices,
            more,
            new RivalClaims(letters, notices, staffTokens, staff),
            stillContested);
    this.proving =
        new Proving(
            letters,
            issuer,
            files,
            review,
            more,
            new SelfApproval(
                behaviour.address(), new CoolingOff(policy, courtesy, notices, letters), domains),
            stillContested);
    this.vouching = new Vouching(policy, letters, issuer, recorder, proving, review);
    this.handOver = new HandOver(before, ownerCodes);
    this.peopleLook = new PeopleLook(handOver, review, letters);
  }
}
