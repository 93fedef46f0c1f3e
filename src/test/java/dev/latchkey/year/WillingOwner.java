package dev.latchkey.year;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.SshSigner;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.year.Shape.Other;
import dev.latchkey.year.SimulatedDesk.Sent;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An owner who does at once whatever a letter asks for, if they can.
 *
 * @param who the author of a real request
 * @param shape of the account that is invented for them
 * @param number tells them from the others
 */
record WillingOwner(Claimant who, Shape shape, int number) {
  /** With the first shape that fits their words: who says that the mailbox is lost has lost it. */
  static WillingOwner of(JsonNode mail, List<Shape> shapes, int number) {
    Claimant author = Claimant.of(mail);
    Shape shape =
        shapes.stream()
            .filter(one -> one.lost() || !author.mailboxLost())
            .findFirst()
            .orElseThrow();
    String word = author.id() + "-owner";
    List<String> registered = new ArrayList<>();
    registered.add(shape.lost() ? word + "@" + LostMailbox.DOMAIN : word + "@people.example");
    if (shape.two()) {
      registered.add(word + "@other.example");
    }
    Set<String> reasons = new TreeSet<>(author.reasons());
    if (shape.lost()) {
      reasons.add("lost_email_access");
    }
    return new WillingOwner(
        new Claimant(
            author.id(),
            author.language(),
            author.subject(),
            author.body(),
            true,
            word + "@people.example",
            // An invented name that looks like a saved code would be blacked out.
            author.account().startsWith("user-") ? "account-" + author.id() : author.account(),
            Set.copyOf(reasons),
            List.copyOf(registered),
            shape.lost(),
            shape.published()),
        shape,
        number);
  }

  /**
   * A line of the account system's file.
   *
   * @param profile what stands in the field of their profile, behind other words
   */
  String csv(String profile) {
    List<String> addresses =
        who.registered().stream().map(one -> one + " verified since 2021-03-01").toList();
    List<String> links = new ArrayList<>();
    if (shape.onRecord().repository()) {
      links.add("repository " + repository() + " since 2023-05-01");
    }
    if (shape.onRecord().site()) {
      links.add("site " + site() + " since 2023-05-01");
    }
    return "\"%s\",%s,%s,%s,%s,,,%s,%s,%s,%s"
        .formatted(
            who.account().replace("\"", "\"\""),
            String.join("; ", addresses),
            yes(shape.secondFactor()),
            yes(shape.critical()),
            yes(shape.published()),
            String.join("; ", links),
            shape.has(Other.SIGNATURE) ? "ssh " + key() + " since 2023-05-01" : "",
            shape.has(Other.VOUCHER)
                ? "widget: keeper-" + number + " " + voucher() + " since 2021-05-01"
                : "",
            shape.has(Other.PROFILE) ? "I build widgets. " + profile : "");
  }

  private String key() {
    try {
      return SshSigner.of(number).publicKey();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A recovery code that they saved, which no other account has. */
  String savedCode() {
    return "3f9c2e7b1a8d%04x".formatted(number);
  }

  /** Who owns a project together with them. */
  String voucher() {
    return "keeper" + number + "@keepers.example";
  }

  /** Where they show a token in public. */
  String place() {
    return shape.onRecord().repository()
        ? repository()
        : site() + ".well-known/latchkey-challenge.txt";
  }

  private static String yes(boolean value) {
    return value ? "yes" : "no";
  }

  private String repository() {
    return "https://git.example/" + who.id() + "/widget";
  }

  private String site() {
    return "https://" + who.id() + ".example/";
  }

  /** The mail that began it. */
  PersonMail asks() {
    return PersonMail.fresh(who.address(), who.subject(), who.body());
  }

  /** Where letters to them go. */
  Set<String> addresses() {
    Set<String> all = new TreeSet<>(who.registered());
    all.add(who.address());
    all.add(voucher());
    return all;
  }

  /**
   * What they answer, if it wants an answer.
   *
   * @param state where their request stands
   * @param proofs how they bring a proof that is asked for
   */
  Optional<PersonMail> answer(Sent letter, TicketState state, OwnersProofs proofs)
      throws IOException {
    OutboundMail mail = letter.mail();
    String address = mail.recipient().toString();
    return switch (letter.kind()) {
      case "ACKNOWLEDGEMENT" ->
          state == TicketState.PROVING && !mail.body().contains(who.account())
              ? Optional.of(PersonMail.reply(address, mail, corrected()))
              : unasked(mail, state, proofs);
      case "CODE", "VOUCH", "ADDRESS_CODE" ->
          Optional.of(PersonMail.reply(address, mail, LetterCode.ofOwner(mail).orElseThrow()));
      case "PROOF_WANTED" ->
          Optional.of(PersonMail.reply(address, mail, proofs.answer(this, mail)));
      case "SELF_SERVICE" -> Optional.of(PersonMail.reply(address, mail, "It did not work."));
      default -> unasked(mail, state, proofs);
    };
  }

  /** To a letter that is none of those that ask for one thing. */
  private Optional<PersonMail> unasked(OutboundMail mail, TicketState state, OwnersProofs proofs) {
    String address = mail.recipient().toString();
    return switch (state) {
      case NEEDS_DETAILS -> address.equals(who.address()) ? details(mail) : Optional.empty();
      case PROVING, IN_REVIEW ->
          shape.lost() && address.equals(who.address()) && proofs.toldOfTheMailbox(this)
              ? Optional.of(PersonMail.reply(address, mail, CANNOT_READ))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The letter says back another account than theirs. */
  private String corrected() {
    return "That is not my account. The account name is " + who.account() + ".";
  }

  /** Whether they overlook the code in a letter that asks for a proof as well. */
  boolean overlooksCodes() {
    return number % 4 == 3;
  }

  private static final String CANNOT_READ = "I cannot read the registered email address any more.";

  private Optional<PersonMail> details(OutboundMail letter) {
    List<AnswerStyle> styles = List.of(AnswerStyle.values());
    AnswerStyle style = styles.get(number % styles.size());
    String words = style.write(who, letter.body());
    return Optional.of(
        style == AnswerStyle.BETWEEN
            ? PersonMail.bare(who.address(), letter, words)
            : PersonMail.reply(who.address(), letter, words));
  }
}
