package dev.latchkey;

import dev.latchkey.config.Later;
import dev.latchkey.config.Settings;
import dev.latchkey.flow.Behalf;
import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.Targets;
import dev.latchkey.flow.mail.BounceFlow;
import dev.latchkey.flow.mail.ClaimantFlows;
import dev.latchkey.flow.mail.CodeAnswerFlow;
import dev.latchkey.flow.mail.FlowPicker;
import dev.latchkey.flow.mail.ForwardedCodes;
import dev.latchkey.flow.mail.InquiryFlow;
import dev.latchkey.flow.mail.InquiryReplyFlow;
import dev.latchkey.flow.mail.NoIdentityFlow;
import dev.latchkey.flow.mail.NoticeReplyFlow;
import dev.latchkey.flow.mail.OtherHands;
import dev.latchkey.flow.mail.OwnerWords;
import dev.latchkey.flow.mail.RequestFlow;
import dev.latchkey.flow.mail.RequesterReplyFlow;
import dev.latchkey.flow.mail.SecurityReplyFlow;
import dev.latchkey.flow.mail.StrangerReplyFlow;
import dev.latchkey.flow.mail.UnreadableReplyFlow;
import dev.latchkey.flow.mail.VouchFlow;
import dev.latchkey.flow.recovery.CompromiseAlert;
import dev.latchkey.flow.recovery.CoolingOff;
import dev.latchkey.flow.recovery.FreezeAccount;
import dev.latchkey.flow.recovery.HaltAnswers;
import dev.latchkey.flow.recovery.HaltRecovery;
import dev.latchkey.flow.recovery.HandOver;
import dev.latchkey.flow.recovery.Inquiries;
import dev.latchkey.flow.recovery.LateReset;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.LostMailbox;
import dev.latchkey.flow.recovery.MoreProofs;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.Outlook;
import dev.latchkey.flow.recovery.Proving;
import dev.latchkey.flow.recovery.Questions;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.recovery.RivalClaims;
import dev.latchkey.flow.recovery.Rota;
import dev.latchkey.flow.recovery.SavedCodeOffers;
import dev.latchkey.flow.recovery.SecurityContact;
import dev.latchkey.flow.recovery.StopRecovery;
import dev.latchkey.flow.recovery.Tasks;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.flow.recovery.VoucherWords;
import dev.latchkey.flow.recovery.Vouching;
import dev.latchkey.flow.staff.Commands;
import dev.latchkey.flow.staff.Queue;
import dev.latchkey.flow.staff.StaffAnswers;
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
  private final FlowPicker picker;

  FlowWiring(
      Settings settings,
      Supplier<LineReader> lines,
      LargestMail largest,
      MessageIds messageIds,
      ReturnAddress returns,
      CourtesySchedule courtesy,
      Outlook outlook,
      TokenIssuer issuer,
      Letters letters,
      Rota rota,
      Tasks tasks,
      Notices notices,
      Review review,
      Proving proving,
      MoreProofs more,
      SavedCodeOffers codes,
      Behalf behalf) {
    DeskSettings behaviour = settings.desk();
    StaffRoster staff = settings.staff();
    Targets targets = new Targets(settings.own());
    SecurityContact security = new SecurityContact(targets.security(), letters);
    HaltRecovery halting = new HaltRecovery(letters, notices, issuer);
    StopRecovery objections = new StopRecovery(letters, notices, security, halting);
    OwnerWords owners = new OwnerWords(objections, halting, proving, letters, issuer);
    Vouching vouching = new Vouching(settings.policy(), letters, issuer, proving, review);
    VoucherWords vouchers = new VoucherWords(vouching, letters, notices);
    RivalClaims rivals = new RivalClaims(letters, notices, issuer, staff);
    StaffTexts texts = new StaffTexts();
    StaffAnswers answers = new StaffAnswers(staff, letters, issuer, rota);
    HandOver handOver = new HandOver(review, letters, outlook);
    CompromiseAlert compromise = new CompromiseAlert(letters, targets);
    Inquiries inquiries = new Inquiries(letters, rota, compromise, behaviour, targets);
    InquiryFlow inquiry = new InquiryFlow(inquiries);
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
            letters,
            notices,
            proving,
            more,
            vouching,
            review,
            rivals,
            handOver,
            new LostMailbox(proving, more, handOver),
            codes,
            outlook,
            inquiry,
            owners);
    RequesterReplyFlow answered = claimant.reply();
    RequestFlow requests = claimant.request(answered, compromise, largest);
    this.commands =
        new Commands(
            behaviour,
            settings.staffTimes(),
            settings.policy(),
            courtesy,
            new CoolingOff(settings.policy(), courtesy, notices, letters),
            staff,
            review,
            notices,
            new LateReset(letters, notices, security),
            handOver,
            new HaltAnswers(letters, issuer),
            letters,
            proving,
            vouching,
            new Questions(behaviour),
            new FreezeAccount(letters, notices, security),
            tasks,
            answers,
            texts,
            new Queue(review, issuer, settings.staffTimes()),
            targets,
            requests,
            behalf,
            settings.zone());
    this.picker =
        new FlowPicker(
            staff,
            messageIds,
            returns,
            owners,
            new FlowPicker.Flows(
                requests,
                answered,
                new UnreadableReplyFlow(inquiries),
                new StrangerReplyFlow(),
                new CodeAnswerFlow(proving, rivals, owners, new ForwardedCodes(letters), answered),
                new NoticeReplyFlow(objections, owners),
                new VouchFlow(vouching, vouchers),
                new StaffFlow(staff, review, commands, answers, letters),
                new BounceFlow(returns, messageIds, proving, handOver),
                inquiry,
                new InquiryReplyFlow(behaviour, letters, requests, inquiry),
                new NoIdentityFlow(letters),
                new SecurityReplyFlow(targets.security(), messageIds, letters),
                new OtherHands(letters),
                compromise));
  }

  /** Every command that staff give. */
  Commands commands() {
    return commands;
  }

  /** What becomes of a mail. */
  FlowPicker picker() {
    return picker;
  }
}
