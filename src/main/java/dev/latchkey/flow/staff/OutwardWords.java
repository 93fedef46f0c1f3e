package dev.latchkey.flow.staff;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.RegisteredAddress;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.OurCodes;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.secret.IssuedToken;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must not go out in the words of staff: an address of the other party, a code or a reply
 * address of ours, the ticket of somebody else. A letter of ours that stands below a command is
 * such words as soon as no mark of a quotation is left in it.
 */
final class OutwardWords {
  private static final Pattern CODE =
      Pattern.compile(
          "(?i)(?<![A-Z0-9])(?:(?:STOP-)?(?:[A-Z2-7]{4}-){3,6}[A-Z2-7]{2,4}|STOP-[A-Z2-7]{4})(?![A-Z0-9])");

  private static final Pattern REPLY_ADDRESS = Pattern.compile("\\+[A-Za-z0-9_-]{20,}@");
  private static final Pattern WORD = Pattern.compile("[A-Z2-7]{8}");

  private OutwardWords() {}

  /** Why they are not sent to somebody; empty when they may be. */
  static Optional<Phrase> hindrance(GivenCommand given, EmailAddress reader) {
    String words = given.typed();
    return address(given, reader, words)
        .<Phrase>map(CommandPhrase.TextHoldsAddress::new)
        .or(() -> reference(given, reader, words).map(CommandPhrase.TextHoldsReference::new))
        .or(
            () ->
                holdsCode(given, words)
                    ? Optional.of(new CommandPhrase.TextHoldsCode())
                    : Optional.empty());
  }

  private static Optional<EmailAddress> address(
      GivenCommand given, EmailAddress reader, String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return Stream.concat(
            given.loadFile().account().stream()
                .map(Account::addresses)
                .flatMap(addresses -> addresses.stream().map(RegisteredAddress::address)),
            Stream.of(given.ticket().requester()))
        .filter(address -> !address.equals(reader))
        .filter(address -> lower.contains(address.toString().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static Optional<Reference> reference(
      GivenCommand given, EmailAddress reader, String words) {
    FlowContext context = given.context();
    return Reference.allIn(words)
        .filter(named -> named.number() != given.ticket().id())
        .filter(
            named ->
                context
                    .work()
                    .tickets()
                    .find(named.number())
                    .map(Ticket::requester)
                    .filter(reader::equals)
                    .isEmpty())
        .findFirst();
  }

  private static boolean holdsCode(GivenCommand given, String words) {
    Optional<IssuedToken> token = given.token();
    return CODE.matcher(words).find()
        || !OurCodes.blackedOut(words).equals(words)
        || REPLY_ADDRESS.matcher(words).find()
        || WORD.matcher(words)
            .results()
            .map(MatchResult::group)
            .anyMatch(
                word ->
                    token
                        .flatMap(IssuedToken::codeHash)
                        .filter(hash -> hash.matches(word))
                        .isPresent());
  }
}
