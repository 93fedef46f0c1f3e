package dev.latchkey.letter;

import dev.latchkey.letter.phrase.Phrase;
import java.time.Instant;
import java.util.List;

/**
 * What an approval needs, and does.
 *
 * @param code what makes an APPROVE count
 * @param expiresAt until when it does, though nothing changes
 * @param executeAt when it will be carried out, if the last approval is given now
 * @param approvers how many people must approve; 0 when nobody can
 * @param approvals how many did
 * @param approved who did
 * @param secondFactorNeeded each of them needs a second factor
 * @param mayApprove whether an APPROVE of the reader counts
 * @param given the reader approved it as it is: it waits for somebody else
 * @param added the reader recorded a proof or lifted a warning: another one must approve it too
 */
public record CaseApproval(
    String code,
    Instant expiresAt,
    Instant executeAt,
    int approvers,
    int approvals,
    List<Phrase> approved,
    boolean secondFactorNeeded,
    boolean mayApprove,
    boolean given,
    boolean added)
    implements Part {}
