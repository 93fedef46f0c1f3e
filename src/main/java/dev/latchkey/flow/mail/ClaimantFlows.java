package dev.latchkey.flow.mail;

import dev.latchkey.check.Policy;
import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.casefile.CaseFiles;
import dev.latchkey.flow.proving.HandOver;
import dev.latchkey.flow.proving.LostMailbox;
import dev.latchkey.flow.proving.MoreProofs;
import dev.latchkey.flow.proving.OwnerCodes;
import dev.latchkey.flow.proving.PeopleLook;
import dev.latchkey.flow.proving.ProofRecorder;
import dev.latchkey.flow.proving.Proving;
import dev.latchkey.flow.proving.SavedCodeOffers;
import dev.latchkey.flow.proving.Vouching;
import dev.latchkey.flow.recovery.CompromiseAlert;
import dev.latchkey.flow.recovery.HaltAnswers;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.Outlook;
import dev.latchkey.flow.recovery.Questions;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.recovery.RivalClaims;
import dev.latchkey.flow.recovery.StillContested;
import dev.latchkey.flow.reply.AccountCorrection;
import dev.latchkey.flow.reply.AfterEnd;
import dev.latchkey.flow.reply.DetailsReply;
import dev.latchkey.flow.reply.InquiryFlow;
import dev.latchkey.flow.reply.OpenReply;
import dev.latchkey.flow.reply.OwnerReading;
import dev.latchkey.flow.reply.OwnerWords;
import dev.latchkey.flow.reply.ProofAnswers;
import dev.latchkey.flow.reply.RequesterObjection;
import dev.latchkey.flow.reply.RequesterReplyFlow;
import dev.latchkey.flow.reply.SignedAnswer;
import dev.latchkey.flow.reply.StatusReply;
import dev.latchkey.flow.reply.TicketAnswers;
import dev.latchkey.flow.reply.WaitingReply;
import dev.latchkey.flow.reply.WordsToStaff;
import dev.latchkey.proof.signature.SignatureProof;
import dev.latchkey.store.LargestMail;
import dev.latchkey.triage.request.AskedReader;
import java.util.function.Supplier;

/** What the mails of requesters need, and their two flows. */
public record ClaimantFlows(
    DeskSettings settings,
    Policy policy,
    SignatureProof signatures,
    CourtesySchedule courtesy,
    Supplier<AskedReader> reader,
    Questions questions,
    Letters letters,
    Notices notices,
    StillContested contested,
    HaltAnswers halts,
    ProofRecorder recorder,
    Proving proving,
    OwnerCodes ownerCodes,
    MoreProofs more,
    Vouching vouching,
    CaseFiles files,
    Review review,
    RivalClaims rivals,
    HandOver handOver,
    PeopleLook peopleLook,
    LostMailbox lostMailbox,
    SavedCodeOffers codes,
    Outlook outlook,
    InquiryFlow inquiry,
    OwnerReading says,
    OwnerWords owners) {

  /** For a further mail about a ticket. */
  public RequesterReplyFlow reply() {
    StatusReply status = new StatusReply(settings, letters, files, outlook, questions, courtesy);
    TicketAnswers answers = new TicketAnswers(reader, questions);
    DetailsReply details =
        new DetailsReply(
            answers,
            questions,
            letters,
            recorder,
            ownerCodes,
            review,
            rivals,
            handOver,
            lostMailbox,
            outlook,
            codes,
            courtesy);
    WaitingReply waiting =
        new WaitingReply(
            settings,
            courtesy,
            letters,
            recorder,
            ownerCodes,
            rivals,
            handOver,
            lostMailbox,
            inquiry);
    ProofAnswers proofs =
        new ProofAnswers(
            more,
            proving,
            handOver,
            peopleLook,
            letters,
            new SignedAnswer(policy, signatures, recorder, proving, letters),
            vouching);
    RequesterObjection objection = new RequesterObjection(says, owners);
    WordsToStaff words = new WordsToStaff(letters, notices);
    return new RequesterReplyFlow(
        settings,
        waiting,
        new AfterEnd(answers, handOver, recorder, status, rivals, inquiry, contested, objection),
        status,
        proofs,
        letters,
        codes,
        words,
        new OpenReply(
            settings,
            answers,
            details,
            new AccountCorrection(
                answers, details, letters, notices, recorder, ownerCodes, rivals, lostMailbox),
            waiting,
            status,
            proofs,
            letters,
            notices,
            halts,
            codes,
            words,
            objection));
  }

  /** For a first mail. */
  public RequestFlow request(
      RequesterReplyFlow replies, CompromiseAlert compromise, LargestMail largest) {
    return new RequestFlow(
        settings,
        letters,
        recorder,
        ownerCodes,
        rivals,
        replies,
        outlook,
        questions,
        compromise,
        lostMailbox,
        codes,
        largest);
  }
}
