package dev.latchkey.flow.recovery;

import dev.latchkey.check.Mailboxes;
import dev.latchkey.letter.phrase.MessagePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.util.List;
import java.util.Locale;

/** Strangers whose mails pass for those of a colleague: whoever reads them is told. */
public final class Colleagues {
  private final StaffRoster staff;

  public Colleagues(StaffRoster staff) {
    this.staff = staff;
  }

  /**
   * What is to be said of a sender who is not known to be one of the staff; empty when nothing is.
   *
   * @param shown the From of the mail, names included
   */
  List<Phrase> warning(EmailAddress sender, List<HeaderField> shown) {
    if (staff.find(sender).filter(StaffMember::active).isPresent()) {
      return List.of(new MessagePhrase.ClaimsColleague(sender));
    }
    return staff.active().stream()
        .map(StaffMember::address)
        .filter(colleague -> passesFor(sender, shown, colleague))
        .findFirst()
        .<Phrase>map(colleague -> new MessagePhrase.LooksLikeColleague(sender, colleague))
        .stream()
        .toList();
  }

  private static boolean passesFor(
      EmailAddress sender, List<HeaderField> shown, EmailAddress colleague) {
    return sender.local().equalsIgnoreCase(colleague.local())
        || Mailboxes.mistakable(sender, colleague)
        || shown.stream()
            .map(field -> field.text().toLowerCase(Locale.ROOT))
            .anyMatch(text -> text.contains(colleague.toString().toLowerCase(Locale.ROOT)));
  }
}
