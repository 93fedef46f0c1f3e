package dev.latchkey.strangers;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.OutboundMail;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who asks about an account that is not theirs. Names, addresses and words of all of them
 * are equally long.
 *
 * @param facts whether what they say of the account is true
 */
record Stranger(int number, Kind kind, boolean facts) {
  private static final Pattern CHANCE =
      Pattern.compile(
          "support\\+[a-z0-9-]+@desk\\.example|<[^<>@\\s]+@desk\\.example>|LK-[0-9]+"
              + "|recovery-[a-z2-7]{20}|(?:[A-Z2-7]{4}-){3,7}[A-Z2-7]{2,4}"
              + "|[A-Z][a-z]+, [0-9]{1,2} March 2026, [0-9]{2}:[0-9]{2} UTC"
              + "|(?m:^(?:Date|Received|Return-Path|Delivered-To):[^\r]*(?:\r\n[ \t][^\r]*)*)");

  /** A word of a subject (RFC 2047). */
  private static final Pattern ENCODED = Pattern.compile("=\\?utf-8\\?B\\?([A-Za-z0-9+/=]+)\\?=");

  /** What they write, one after the other. */
  enum Step {
    REQUEST,
    STATUS,
    KEPT,
    REFUSED
  }

  EmailAddress address() {
    return EmailAddress.of("who%1$05d@post%1$05d.example".formatted(number));
  }

  String account() {
    return "quokka%05d".formatted(number);
  }

  EmailAddress owner() {
    return EmailAddress.of("own%05d@mail.example".formatted(number));
  }

  String project() {
    return "tidepool%05d".formatted(number);
  }

  String line() {
    return kind.line(account(), owner().toString(), project());
  }

  /** Whoever claims the account before them; empty where nobody does. */
  Optional<EmailAddress> rival() {
    boolean theirs = number / (2 * Kind.values().length) % 2 == 0;
    return switch (kind) {
      case UNKNOWN, UNCLAIMED -> Optional.empty();
      case RIVAL ->
          Optional.of(
              theirs
                  ? owner()
                  : EmailAddress.of("riv%1$05d@rival%1$05d.example".formatted(number)));
      case LADEN -> theirs ? Optional.of(owner()) : Optional.empty();
    };
  }

  /** A mail of theirs, as bytes on the wire. */
  byte[] mail(EmailAddress from, Step step, Optional<OutboundMail> answered) {
    String mail =
        """
        From: <%s>
        To: %s
        Subject: Account recovery request
        Date: Mon, 02 Mar 2026 09:00:00 +0000
        Message-ID: <%s.%05d@%s>
        %sMIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        %s
        """
            .formatted(
                from,
                answered
                    .flatMap(OutboundMail::replyTo)
                    .map(EmailAddress::toString)
                    .orElse("support@desk.example"),
                step,
                number,
                from.domain(),
                answered.map(ours -> "In-Reply-To: " + ours.messageId() + "\n").orElse(""),
                words(step));
    return mail.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  private String words(Step step) {
    return switch (step) {
      case REQUEST ->
          """
          I cannot log in to my account any more, please help me to recover it.

          ## Username

          `%s`

          ## Reason for the request

          - [x] I lost my phone with the authenticator app on it.

          ## Recovery codes

          - [x] I never generated or have lost my recovery codes

          - [x] I agree to the code of conduct
          - [x] I understand that it may take time

          My registered address is %s and I publish %s.
          """
              .formatted(
                  account(),
                  facts ? owner() : "own%05d@else.example".formatted(number),
                  facts ? project() : "rockpool%05d".formatted(number));
      case STATUS -> "How is it going with my request? Is there any news?";
      case KEPT ->
          "I also remember that the account was made in %s, and that nobody else ever used it."
              .formatted(facts ? "2021" : "2019");
      case REFUSED -> "Here is the code: K7Q2-M4XA-T5R3-W6Z2";
    };
  }

  /** A letter to them, what is theirs, a date, or drawn by lot taken out. */
  String plain(String letter) {
    String readable =
        ENCODED
            .matcher(letter)
            .replaceAll(
                word ->
                    Matcher.quoteReplacement(
                        new String(
                            Base64.getDecoder().decode(word.group(1)), StandardCharsets.UTF_8)));
    return CHANCE
        .matcher(readable)
        .replaceAll("*")
        .replace(address().toString(), "WHO")
        .replace("%05d@%s".formatted(number, address().domain()), "ID")
        .replace(account(), "ACCOUNT");
  }
}
