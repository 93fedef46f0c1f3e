package dev.latchkey.flow.casefile;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.RegisteredAddress;
import dev.latchkey.check.Evidence;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.letter.phrase.AccountPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reason;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where what was read of a requester's reasons and what is known are not the same, a fact for each.
 * People mix such words up, and the reading may be wrong: it counts for nothing and against nobody.
 */
final class SaidOtherwise {
  private SaidOtherwise() {}

  static List<Phrase> of(CaseFile file, Account account) {
    Set<Reason> reasons = file.ticket().answers().reasons();
    Stream<Phrase> factor =
        reasons.contains(Reason.LOST_2FA_DEVICE) && !account.secondFactor()
            ? Stream.of(new AccountPhrase.LostFactorNotThere())
            : Stream.of();
    Stream<Phrase> mailbox =
        reasons.contains(Reason.LOST_EMAIL_ACCESS) ? lostMailbox(file, account) : Stream.of();
    Stream<Phrase> codes =
        reasons.contains(Reason.LOST_RECOVERY_CODES) && has(file, EvidenceClass.RECOVERY_CODE)
            ? Stream.of(new AccountPhrase.LostCodeAccepted())
            : Stream.of();
    return Stream.of(factor, mailbox, codes).flatMap(some -> some).toList();
  }

  /** Where another address is left, it may be that one which cannot be read. */
  private static Stream<Phrase> lostMailbox(CaseFile file, Account account) {
    List<EmailAddress> current =
        account.addresses().stream()
            .filter(RegisteredAddress::current)
            .map(RegisteredAddress::address)
            .toList();
    boolean all =
        !current.isEmpty()
            && current.stream()
                .allMatch(
                    address ->
                        file.evidence().stream()
                            .anyMatch(it -> it.kind().code() && it.through(address)));
    return all
        ? Stream.of(
            new AccountPhrase.LostMailboxAnswered(
                current.stream().map(EmailAddress::toString).collect(Collectors.joining(", "))))
        : Stream.of();
  }

  private static boolean has(CaseFile file, EvidenceClass kind) {
    return file.evidence().stream().map(Evidence::kind).anyMatch(kind::equals);
  }
}
