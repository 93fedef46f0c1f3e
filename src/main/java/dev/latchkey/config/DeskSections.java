package dev.latchkey.config;

import dev.latchkey.config.Settings.Keys;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.DeskSettings.Courtesy;
import dev.latchkey.flow.StaffTimes;
import dev.latchkey.letter.writing.TemplateCatalog;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.schedule.TickerSettings;
import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.trust.secret.ReturnAddress;
import dev.latchkey.trust.secret.SigningKey;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffMember.Factor;
import dev.latchkey.trust.staff.StaffRoster;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The sections about the desk itself: desk and deadlines, keys, staff, schedule. */
final class DeskSections {
  private static final String KEY_FORM =
      "must be 32 random octets or more in base64; make one with: openssl rand -base64 32";

  private static final int KEY_LENGTH = 32;

  /** Different ones that any random key has; zeros, or a word over and over, have fewer. */
  private static final int LEAST_OCTETS = 12;

  private DeskSections() {}

  /**
   * @param templates that say which languages there are; empty when they are broken
   */
  static Optional<DeskSettings> desk(Section file, Optional<TemplateCatalog> templates) {
    Section desk = file.section("desk");
    Section deadlines = file.section("deadlines");
    Optional<EmailAddress> address =
        desk.make(() -> ReturnAddress.requireRoom(desk.address("address")));
    DeskSettings usual = DeskSettings.standard(address.orElse(Section.NOBODY));
    Optional<Courtesy> courtesy =
        deadlines.make(
            () ->
                new Courtesy(
                    deadlines.duration("remind", usual.courtesy().remind()),
                    deadlines.duration("last-call", usual.courtesy().lastCall()),
                    deadlines.duration("expire", usual.courtesy().expire())));
    return file.make(
        () ->
            new DeskSettings(
                usual.address(),
                desk.choices("required", Question.class, usual.required()),
                courtesy.orElse(usual.courtesy()),
                atMost(deadlines, "code-valid", usual.codeValid(), Duration.ofDays(1)),
                atMost(deadlines, "case-valid", usual.caseValid(), Duration.ofDays(3)),
                atMost(deadlines, "case-again", usual.caseAgain(), Duration.ofDays(30)),
                deadlines.duration("sign-of-life", usual.signOfLife()),
                deadlines.duration("reopen-within", usual.reopenWithin()),
                deadlines.duration("more-time", usual.moreTime()),
                deadlines.number("extensions", usual.extensions(), 0, 20),
                decideWithin(deadlines),
                language(desk, "language", usual.language(), templates),
                language(desk, "staff-language", usual.staffLanguage(), templates),
                desk.number("approvals-per-hour", usual.approvalsPerHour(), 1, 1_000),
                desk.number("approvals-per-day", usual.approvalsPerDay(), 1, 1_000),
                desk.flag("answer-unproved", usual.answerUnproved()),
                file.section("accounts").flag("names-are-public", usual.namesPublic())));
  }

  /** Nothing where it is not set. */
  private static Optional<Duration> decideWithin(Section deadlines) {
    return Optional.of(deadlines.duration("decide-within", Duration.ZERO))
        .filter(within -> !within.isZero());
  }

  private static Duration atMost(Section section, String name, Duration usual, Duration most) {
    Duration given = section.duration(name, usual);
    if (given.isZero() || given.compareTo(most) > 0) {
      section.fault(name, "must be more than nothing and " + most.toHours() + "h at most");
    }
    return given;
  }

  private static String language(
      Section desk, String key, String usual, Optional<TemplateCatalog> templates) {
    String language = desk.findText(key).orElse(usual);
    if (templates.filter(known -> !known.speaks(language)).isPresent()) {
      desk.fault(key, "there are templates only in " + templates.get().languages());
    }
    return language;
  }

  static Optional<Keys> keys(Section file) {
    return file.make(
        () ->
            new Keys(
                key(file, "signing-key", file.secret("signing-key")),
                file.secrets("former-keys").stream()
                    .map(secret -> key(file, "former-keys", secret))
                    .toList()));
  }

  private static SigningKey key(Section file, String name, String base64) {
    try {
      byte[] octets = Base64.getDecoder().decode(base64);
      if (new String(octets, StandardCharsets.ISO_8859_1).chars().distinct().count()
          < LEAST_OCTETS) {
        throw new IllegalArgumentException("a few octets over and over are no key");
      }
      return SigningKey.of(octets);
    } catch (IllegalArgumentException e) {
      if (!base64.isEmpty()) {
        file.fault(name, KEY_FORM);
      }
      return SigningKey.of(new byte[KEY_LENGTH]);
    }
  }

  static Optional<StaffRoster> staff(Section file) {
    if (file.list("staff").isEmpty()) {
      file.fault("staff", "must name at least one person with address");
    }
    return file.make(() -> new StaffRoster(members(file.list("staff"))));
  }

  private static List<StaffMember> members(List<Section> rows) {
    List<StaffMember> members = new ArrayList<>();
    Set<EmailAddress> seen = new HashSet<>();
    for (Section row : rows) {
      for (StaffMember member : member(row).toList()) {
        if (!seen.add(member.address())) {
          row.fault("address", "staff member twice: " + member.address());
        }
        OneMailbox.fault(members, member).ifPresent(why -> row.fault("address", why));
        members.add(member);
      }
    }
    return members;
  }

  private static Stream<StaffMember> member(Section member) {
    return member
        .make(
            () ->
                new StaffMember(
                    member.address("address"),
                    member.flag("active", true),
                    member.flag("approver", true),
                    member.findSecret("totp"),
                    member.choice("second-factor", Factor.class, usual(member))))
        .stream();
  }

  /** Who has a second factor gives it for every approval, unless told otherwise. */
  private static Factor usual(Section member) {
    return member.has("totp") ? Factor.ALWAYS : Factor.TWO_APPROVERS;
  }

  static Optional<TickerSettings> schedule(Section section) {
    TickerSettings usual = TickerSettings.DEFAULT;
    return section.make(
        () ->
            new TickerSettings(
                section.duration("poll", usual.poll()),
                section.duration("work", usual.work()),
                section.duration("deliver", usual.deliver()),
                section.duration("sweep", usual.sweep())));
  }

  static ZoneId zone(Section section, ZoneId usual) {
    return read(
        section,
        "zone",
        ZoneId::of,
        usual,
        "must be a time zone that Java knows, like Europe/Berlin");
  }

  /**
   * @param desk whose days and times these are where digest.zone names no other
   */
  static Optional<StaffTimes> staffTimes(Section digest, Section escalate, ZoneId desk) {
    StaffTimes usual = StaffTimes.USUAL;
    LocalTime at = read(digest, "at", LocalTime::parse, usual.digestAt(), "must be like 08:00");
    ZoneId zone = zone(digest, desk);
    return digest.make(
        () ->
            new StaffTimes(
                at,
                digest.choices("days", DayOfWeek.class, usual.digestDays()),
                zone,
                escalate.duration("after", usual.escalateAfter()),
                escalate.has("to") ? List.of(escalate.address("to")) : usual.escalateTo()));
  }

  private static <T> T read(
      Section section, String name, Function<String, T> parse, T usual, String fault) {
    try {
      return section.findText(name).map(parse).orElse(usual);
    } catch (DateTimeException e) {
      section.fault(name, fault);
      return usual;
    }
  }
}
