package dev.latchkey.flow.proving;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.VoucherLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.HeldLetter;
import dev.latchkey.ticket.Ticket;

/** Writes a letter anew whose code grew old while it waited. */
public final class CodesAnew {
  private static final LetterKind VOUCH = LetterKind.of(VoucherLetter.Vouch.class);

  private final OwnerCodes owners;
  private final Vouching vouching;

  public CodesAnew(OwnerCodes owners, Vouching vouching) {
    this.owners = owners;
    this.vouching = vouching;
  }

  /** Sends a fresh code in its place, to whoever may have one still. */
  public void renew(FlowContext context, Ticket ticket, HeldLetter letter) {
    EmailAddress recipient = EmailAddress.of(letter.recipient());
    if (letter.letter().equals(VOUCH)) {
      vouching.renew(context, ticket, recipient);
    } else {
      owners.renew(context, ticket, recipient);
    }
  }
}
