package dev.latchkey.config;

import dev.latchkey.flow.AnswerSince;
import dev.latchkey.mail.RawMail;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.sender.MailProvider;
import dev.latchkey.trust.sender.OwnWays;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the sections of {@link SettingsFile} about which mail the desk takes in, and believes. */
final class IntakeSections {
  private static final long SIZE_LIMIT = 10_000_000;
  private static final int HOPS = 20;
  private static final int SHORTEST_BANNER = 8;
  private static final int LONGEST_BANNER = 200;

  private IntakeSections() {}

  static long sizeLimit(Section desk) {
    long limit = desk.size("size-limit", SIZE_LIMIT);
    if (limit < 1 || limit > RawMail.LARGEST) {
      desk.fault("size-limit", "must be 1 to " + RawMail.LARGEST + " octets");
      return SIZE_LIMIT;
    }
    return limit;
  }

  static Settings.TrustedServers authentication(Section section) {
    Optional<MailProvider> provider =
        section.has("profile") ? section.choice("profile", MailProvider.class) : Optional.empty();
    if (provider.isPresent() && (section.has("authserv-ids") || section.has("own-received"))) {
      section.fault("profile", "says already what authserv-ids and own-received would say");
    }
    return new Settings.TrustedServers(
        new HashSet<>(section.texts("authserv-ids")),
        section.number("own-received", 0, 0, HOPS),
        section.flag("verify-dkim", false),
        section.flag("signed-content", false),
        provider);
  }

  static Optional<OwnWays> ways(Section intake) {
    return intake.make(
        () -> new OwnWays(intake.texts("groups"), Set.copyOf(intake.addresses("forms"))));
  }

  /** A moment, a day (its beginning in the zone of the desk), all, or nothing. */
  static AnswerSince since(Section intake, ZoneId zone) {
    Optional<String> text = intake.findText("since");
    if (text.isEmpty()) {
      return AnswerSince.USUAL;
    }
    if (text.get().equals("all")) {
      return AnswerSince.ALL;
    }
    Optional<Instant> moment = Amounts.moment(text.get(), zone);
    if (moment.isEmpty()) {
      intake.fault(
          "since", "must be all, a day like 2026-03-01 or a moment like 2026-03-01T08:00:00Z");
    }
    return moment.map(AnswerSince::of).orElse(AnswerSince.USUAL);
  }

  static List<String> banners(Section gateway) {
    List<String> banners = gateway.texts("banners");
    if (!banners.stream().allMatch(IntakeSections::isBanner)) {
      gateway.fault(
          "banners",
          "must be lines of "
              + SHORTEST_BANNER
              + " to "
              + LONGEST_BANNER
              + " letters, no commands");
    }
    return banners;
  }

  /** A short one would hide what people write themselves; an ideograph is as good as a word. */
  private static boolean isBanner(String line) {
    int length = line.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
    return length >= SHORTEST_BANNER
        && length <= LONGEST_BANNER
        && line.lines().count() == 1
        && Arrays.stream(Verb.values()).noneMatch(verb -> verb.name().equalsIgnoreCase(line));
  }
}
