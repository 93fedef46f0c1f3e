package dev.latchkey;

import dev.latchkey.config.Later;
import dev.latchkey.config.Settings;
import dev.latchkey.flow.Behalf;
import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.Targets;
import dev.latchkey.flow.casefile.KeptStops;
import dev.latchkey.flow.mail.Addressees;
import dev.latchkey.flow.mail.AlarmsInWords;
import dev.latchkey.flow.mail.BounceFlow;
import dev.latchkey.flow.mail.ClaimantFlows;
import dev.latchkey.flow.mail.CodeAnswerFlow;
import dev.latchkey.flow.mail.FlowPicker;
import dev.latchkey.flow.mail.InquiryReplyFlow;
import dev.latchkey.flow.mail.LateReplyFlow;
import dev.latchkey.flow.mail.NoIdentityFlow;
import dev.latchkey.flow.mail.NoticeReplyFlow;
import dev.latchkey.flow.mail.OtherHands;
import dev.latchkey.flow.mail.RequestFlow;
import dev.latchkey.flow.mail.SecurityReplyFlow;
import dev.latchkey.flow.mail.StrangerReplyFlow;
import dev.latchkey.flow.mail.UnreadableReplyFlow;
import dev.latchkey.flow.mail.VouchFlow;
import dev.latchkey.flow.proving.LostCodes;
import dev.latchkey.flow.proving.LostMailbox;
import dev.latchkey.flow.proving.LostNotices;
import dev.latchkey.flow.proving.VoucherWords;
import dev.latchkey.flow.proving.Vouching;
import dev.latchkey.flow.recovery.Colleagues;
import dev.latchkey.flow.recovery.CompromiseAlert;
import dev.latchkey.flow.recovery.CoolingOff;
import dev.latchkey.flow.recovery.DangerAlarm;
import dev.latchkey.flow.recovery.DomainWord;
import dev.latchkey.flow.recovery.FreezeAccount;
import dev.latchkey.flow.recovery.HaltRecovery;
import dev.latchkey.flow.recovery.Inquiries;
import dev.latchkey.flow.recovery.OwnerReceipts;
import dev.latchkey.flow.recovery.Questions;
import dev.latchkey.flow.recovery.RivalClaims;
import dev.latchkey.flow.recovery.SecurityContact;
import dev.latchkey.flow.recovery.StopRecovery;
import dev.latchkey.flow.reply.CodesElsewhere;
import dev.latchkey.flow.reply.ForwardedCodes;
import dev.latchkey.flow.reply.InquiryFlow;
import dev.latchkey.flow.reply.OwnerReading;
import dev.latchkey.flow.reply.OwnerWords;
import dev.latchkey.flow.reply.RequesterReplyFlow;
import dev.latchkey.flow.staff.Commands;
import dev.latchkey.flow.staff.Queue;
import dev.latchkey.flow.staff.StaffAnswers;
import dev.latchkey.flow.staff.StaffAway;
import dev.latchkey.flow.staff.StaffByOtherHands;
import dev.latchkey.flow.staff.StaffFlow;
import dev.latchkey.flow.staff.StaffTexts;
import dev.latchkey.parse.MailParser;
import dev.latchkey.proof.signature.SignatureProof;
import dev.latchkey.store.LargestMail;
import dev.latchkey.triage.learned.LineReader;
import dev.latchkey.triage.request.AnswerReader;
import dev.latchkey.triage.request.AskedReader;
import dev.latchkey.triage.request.RequestReader;
import dev.latchkey.trust.secret.MessageIds;
import dev.latchkey.trust.secret.ReturnAddress;
import dev.latchkey.trust.staff.StaffRoster;
import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;

/**
 * The part of the {@link Wiring} that answers mails: every flow, and every command of the staff.
 */
@NullMarked
final class FlowWiring {
  private final Commands commands;
  private final Addressees addressees;
  private final FlowPicker picker;

  FlowWiring(
      Settings settings,
      Supplier<LineReader> lines,
      LargestMail largest,
      MessageIds messageIds,
      ReturnAddress returns,
      CourtesySchedule courtesy,
      RecoveryWiring recovery,
      Behalf behalf) {
    DeskSettings behaviour = settings.desk();
    StaffRoster staff = settings.staff();
    Targets targets = new Targets(settings.own());
    SecurityContact security = new SecurityContact(targets.security(), recovery.letters);
    OwnerReceipts receipts = new OwnerReceipts(recovery.letters, recovery.issuer);
    KeptStops kept = recovery.kept;
    HaltRecovery halting =
        new HaltRecovery(recovery.letters, recovery.notices, receipts, security, messageIds, kept);
    StopRecovery objections =
        new StopRecovery(recovery.letters, recovery.stops, security, receipts, kept);
    OwnerReading says = new OwnerReading();
    OwnerWords owners =
        new OwnerWords(
            says,
            objections,
            halting,
            receipts,
            recovery.ownerCodes,
            recovery.letters,
            recovery.issuer);
    Vouching vouching = recovery.vouching;
    VoucherWords vouchers =
        new VoucherWords(vouching, recovery.letters, recovery.notices, recovery.stops, kept);
    RivalClaims rivals =
        new RivalClaims(recovery.letters, recovery.notices, recovery.staffTokens, staff);
    StaffTexts texts = new StaffTexts();
    StaffAnswers answers =
        new StaffAnswers(
            staff, recovery.letters, recovery.issuer, recovery.staffTokens, recovery.rota);
    CompromiseAlert compromise = new CompromiseAlert(recovery.letters, security, behaviour);
    Inquiries inquiries =
        new Inquiries(
            recovery.letters, recovery.rota, compromise, behaviour, targets, new Colleagues(staff));
    InquiryFlow inquiry =
        new InquiryFlow(inquiries, new DomainWord(recovery.letters, recovery.notices, kept));
    ClaimantFlows claimant =
        new ClaimantFlows(
            behaviour,
            settings.policy(),
            new SignatureProof(new MailParser()),
            courtesy,
            Later.from(
                    () ->
                        new AskedReader(
                            settings.reading(),
                            new RequestReader(settings.reading()),
                            new AnswerReader(settings.reading(), lines.get())))
                ::get,
            new Questions(behaviour),
            recovery.letters,
            recovery.notices,
            recovery.stillContested,
            recovery.halts,
            recovery.recorder,
            recovery.proving,
            recovery.ownerCodes,
            recovery.more,
            vouching,
            recovery.files,
            recovery.review,
            rivals,
            recovery.handOver,
            recovery.peopleLook,
            new LostMailbox(recovery.ownerCodes, recovery.more, recovery.handOver),
            recovery.codes,
            recovery.outlook,
            inquiry,
            says,
            owners);
    RequesterReplyFlow answered = claimant.reply();
    RequestFlow requests = claimant.request(answered, compromise, largest);
    this.commands =
        new Commands(
            behaviour,
            settings.staffTimes(),
            settings.policy(),
            courtesy,
            new CoolingOff(settings.policy(), courtesy, recovery.notices, recovery.letters),
            staff,
            recovery.review,
            recovery.notices,
            recovery.stops,
            recovery.late,
            recovery.handOver,
            rivals,
            recovery.halts,
            recovery.letters,
            recovery.recorder,
            recovery.proving,
            recovery.ownerCodes,
            vouching,
            new Questions(behaviour),
            new FreezeAccount(recovery.letters, recovery.notices, recovery.stops, security, kept),
            recovery.tasks,
            answers,
            texts,
            new Queue(recovery.files, recovery.staffTokens, settings.staffTimes(), staff),
            targets,
            requests,
            behalf,
            settings.zone());
    SecurityReplyFlow contact =
        new SecurityReplyFlow(targets.security(), messageIds, recovery.letters);
    ForwardedCodes forwarded = new ForwardedCodes(recovery.letters);
    LostCodes codes = new LostCodes(recovery.proving, recovery.ownerCodes, recovery.handOver);
    this.addressees = new Addressees(staff, messageIds, says);
    this.picker =
        new FlowPicker(
            returns,
            says,
            new FlowPicker.Flows(
                requests,
                new LateReplyFlow(behaviour, requests, answered, recovery.stillContested),
                new UnreadableReplyFlow(inquiries),
                new StrangerReplyFlow(behaviour, inquiry),
                new CodeAnswerFlow(
                    recovery.recorder,
                    recovery.proving,
                    rivals,
                    says,
                    owners,
                    forwarded,
                    new CodesElsewhere(recovery.letters, recovery.issuer, forwarded),
                    answered),
                new NoticeReplyFlow(objections, owners),
                new VouchFlow(vouching, vouchers),
                new StaffFlow(
                    staff, recovery.files, recovery.review, commands, answers, recovery.letters),
                new StaffByOtherHands(staff, recovery.letters),
                new StaffAway(recovery.review),
                new BounceFlow(
                    returns, messageIds, codes, new LostNotices(recovery.letters, codes)),
                inquiry,
                new InquiryReplyFlow(behaviour, recovery.letters, requests, inquiry),
                new NoIdentityFlow(recovery.letters),
                contact,
                new OtherHands(recovery.letters),
                new AlarmsInWords(
                    contact, compromise, new DangerAlarm(recovery.letters, security, behaviour))));
  }

  /** Every command that staff give. */
  Commands commands() {
    return commands;
  }

  /** Whom a mail answers. */
  Addressees addressees() {
    return addressees;
  }

  /** What becomes of a mail. */
  FlowPicker picker() {
    return picker;
  }
}
