package dev.latchkey.flow.reply;

import dev.latchkey.flow.Incoming;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.request.VoucherAlone;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names of who may vouch, in an answer that is nothing else, or begins with one: our letter asks
 * for an account name or an address, and so that is what many send.
 */
final class BareNames {
  /** A short line, as a greeting and a signature are. */
  private static final int MOST = 5;

  private static final Pattern NAME =
      Pattern.compile("[@]?[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,63}[.!]?");

  /** A code as our letters write it, which is nobody's name. */
  private static final Pattern CODE = Pattern.compile("(?i)[A-Z2-7]{4}(?:-[A-Z2-7]{2,4}){3,6}");

  private BareNames() {}

  /** The addresses of an answer, or its one word; whether anybody is called so is not looked up. */
  static List<String> in(Incoming mail) {
    List<String> words = List.of(mail.triaged().reply().answer().strip().split("[\\s,;()<>]+"));
    boolean said =
        mail.triaged().owner() != OwnerAnswer.UNCLEAR
            || !mail.triaged().intent().wishes().isEmpty()
            || mail.saysNothingNew();
    if (said) {
      return List.of();
    }
    if (words.size() > MOST) {
      return VoucherAlone.in(mail.triaged().reply().answer()).map(List::of).orElse(List.of());
    }
    List<String> addresses =
        words.stream()
            .filter(word -> EmailAddress.find(word).isPresent())
            .filter(word -> !EmailAddress.find(word).equals(mail.sender()))
            .toList();
    if (!addresses.isEmpty()) {
      return addresses;
    }
    return words.size() == 1
            && NAME.matcher(words.get(0)).matches()
            && !CODE.matcher(words.get(0)).matches()
        ? List.of(words.get(0).replaceAll("[.!]$", ""))
        : VoucherAlone.in(mail.triaged().reply().answer()).map(List::of).orElse(List.of());
  }
}
