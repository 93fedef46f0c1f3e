package dev.latchkey.year;

import dev.latchkey.PublicPlaces;
import dev.latchkey.SshSigner;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.year.Shape.Other;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings what willing owners have to prove with, one thing after the other. */
final class OwnersProofs {
  private static final Pattern TOKEN = Pattern.compile("recovery-[a-z2-7]{20}");

  /** What somebody has, in the order in which they bring it. */
  private enum Way {
    PUBLIC,
    SIGNATURE,
    PROFILE,
    RECOVERY_CODE,
    VOUCHER
  }

  private final PublicPlaces places;
  private final AccountsFile accounts;
  private final Map<WillingOwner, Set<Way>> brought = new HashMap<>();
  private final Set<WillingOwner> told = new HashSet<>();

  OwnersProofs(PublicPlaces places, AccountsFile accounts) {
    this.places = places;
    this.accounts = accounts;
  }

  /** Whether it is news that they lost the mailbox; once it was asked about, everybody knows. */
  boolean toldOfTheMailbox(WillingOwner owner) {
    return told.add(owner);
  }

  /** What they answer to the letter that asks for a proof. */
  String answer(WillingOwner owner, OutboundMail letter) throws IOException {
    told.add(owner);
    String code =
        LetterCode.ofOwner(letter)
            .filter(it -> !owner.overlooksCodes())
            .map(it -> it + "\n\n")
            .orElse("");
    Matcher token = TOKEN.matcher(letter.body());
    String shown = token.find() ? token.group() : "";
    for (Way way : Way.values()) {
      Optional<String> words = bring(owner, way, shown);
      if (words.isPresent()) {
        return code + words.get();
      }
    }
    return code + "I cannot.";
  }

  private Optional<String> bring(WillingOwner owner, Way way, String token) throws IOException {
    Shape shape = owner.shape();
    boolean has =
        switch (way) {
          case PUBLIC -> shape.onRecord() != Shape.OnRecord.NOTHING && !token.isEmpty();
          case SIGNATURE -> shape.has(Other.SIGNATURE) && !token.isEmpty();
          case PROFILE -> shape.has(Other.PROFILE) && !token.isEmpty();
          case RECOVERY_CODE -> shape.has(Other.RECOVERY_CODE);
          case VOUCHER -> shape.has(Other.VOUCHER);
        };
    if (!has || !brought.computeIfAbsent(owner, any -> new HashSet<>()).add(way)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (way) {
          case PUBLIC -> {
            places.show(owner.place(), token);
            yield "done";
          }
          case SIGNATURE -> signed(owner, token);
          case PROFILE -> {
            accounts.replace(owner.csv(""), owner.csv(token));
            yield "done";
          }
          case RECOVERY_CODE -> "recovery code: " + owner.savedCode();
          case VOUCHER -> "Please ask " + owner.voucher() + ", who can vouch for me.";
        });
  }

  private static String signed(WillingOwner owner, String token) {
    try {
      return SshSigner.of(owner.number()).sign(token);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
