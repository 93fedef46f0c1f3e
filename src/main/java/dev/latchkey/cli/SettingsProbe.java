package dev.latchkey.cli;

import dev.latchkey.check.Level;
import dev.latchkey.check.Policy;
import dev.latchkey.check.Policy.Requirement;
import dev.latchkey.check.Policy.Worth;
import dev.latchkey.config.Settings;
import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.trust.secret.Totp;
import dev.latchkey.trust.staff.StaffMember;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What there is to say about settings that are valid. */
final class SettingsProbe {
  private final Settings settings;
  private final Findings findings;

  SettingsProbe(Settings settings, Findings findings) {
    this.settings = settings;
    this.findings = findings;
  }

  void run() {
    findings.ok("settings: " + settings.name() + " <" + settings.desk().address() + ">");
    ExposedFiles.of(settings).forEach(findings::warn);
    staff();
    conduct();
    inPerson();
    levels();
    Duration notice = settings.policy().times().noticeBeforeExecution();
    if (notice.compareTo(Policy.USUAL_NOTICE) < 0) {
      findings.warn(
          "policy: the final notice goes out %d s before an execution, which owners may sleep through;"
                  .formatted(notice.toSeconds())
              + " set notice-before-execution to 24h or more");
    }
    if (settings.authentication().names().isEmpty()) {
      findings.warn(
          "no trusted authentication server configured: staff mail decides nothing; name your mail"
              + " server in authentication.authserv-ids, or its provider in authentication.profile");
    } else {
      findings.ok(
          "authentication: results of " + settings.authentication().names() + " are trusted");
    }
    int registries = settings.look().registries().size();
    if (registries > 0) {
      findings.ok("proofs: domains of %d suffixes are asked about".formatted(registries));
    }
    if (settings.smtp().login().isEmpty()) {
      findings.warn("smtp: nobody logs in; the server must know this machine by its address");
    }
  }

  private void conduct() {
    boolean asked = settings.desk().required().contains(Question.CODE_OF_CONDUCT);
    if (asked && !settings.own().links().containsKey("conduct")) {
      findings.warn(
          "links.conduct is not set: letters ask whether requesters agree to the code of conduct,"
              + " and none says where to read it; set it to that page, or leave code-of-conduct"
              + " out of desk.required");
    }
  }

  /** A place to come to is told only where what is seen there counts. */
  private void inPerson() {
    if (settings.own().words().containsKey("in_person")
        && !settings.policy().countsWhatPeopleSee()) {
      findings.warn(
          "words.in_person is told in no letter: by the policy nothing counts that staff see where they"
              + " meet people; give evidence a class of its own there, with points");
    }
  }

  private void staff() {
    List<StaffMember> active = settings.staff().active();
    long approvers = active.stream().filter(StaffMember::approver).count();
    long strong =
        active.stream().filter(who -> who.approver() && who.totpSecret().isPresent()).count();
    if (approvers == 0) {
      findings.warn("staff: nobody may approve; set approver: true for somebody");
    } else {
      findings.ok("staff: %d active, %d may approve".formatted(active.size(), approvers));
    }
    ownFactors(active.stream().filter(StaffMember::approver).toList());
    for (Level level : List.of(Level.HIGH, Level.SLOW)) {
      int needed = settings.policy().requirement(level).map(Requirement::approvers).orElse(0);
      if (strong < needed) {
        findings.warn(
            "staff: %d with totp may approve; the level %s needs %d, so no such case can be approved"
                .formatted(strong, word(level), needed));
      }
    }
  }

  /** Whoever has the secret of two has both second factors of a case that two people approve. */
  private void ownFactors(List<StaffMember> approvers) {
    for (StaffMember one : approvers) {
      approvers.stream()
          .takeWhile(other -> !other.equals(one))
          .filter(other -> sameFactor(one, other))
          .findFirst()
          .ifPresent(
              other ->
                  findings.warn(
                      ("staff: %s and %s have one totp secret, so whoever has it can approve as both;"
                              + " make each their own (latchkey staff totp --new)")
                          .formatted(other.address(), one.address())));
    }
  }

  private static boolean sameFactor(StaffMember one, StaffMember other) {
    return one.totpSecret()
        .flatMap(secret -> other.totpSecret().filter(further -> Totp.same(secret, further)))
        .isPresent();
  }

  /** Tells of a level that no evidence reaches, and of one that a single proof reaches. */
  private void levels() {
    Policy policy = settings.policy();
    List<Worth> all =
        Stream.concat(policy.worth().values().stream(), policy.own().values().stream()).toList();
    Map<String, Integer> best = new TreeMap<>();
    all.forEach(worth -> best.merge(worth.group(), worth.points(), Math::max));
    int points = best.values().stream().mapToInt(Integer::intValue).sum();
    int strongest = all.stream().mapToInt(Worth::points).max().orElse(0);
    for (Level level : policy.requirements().keySet().stream().sorted().toList()) {
      Requirement needed = policy.requirement(level).orElseThrow();
      if (needed.points() > points || needed.groups() > best.size()) {
        findings.warn(
            "policy: no case reaches the level %s: all proofs together are %d points in %d groups"
                .formatted(word(level), points, best.size()));
      } else if (level != Level.SELF
          && level != Level.SLOW
          && needed.groups() < 2
          && needed.points() <= strongest) {
        findings.warn(
            "policy: one proof alone reaches the level %s; ask for two groups at least"
                .formatted(word(level)));
      }
    }
    if (policy.requirement(Level.SELF).filter(self -> self.approvers() == 0).isPresent()) {
      findings.warn(
          "policy: at the level self nobody approves; the staff read of it in the digest, and"
              + " give it a cooling-off time if they shall be able to take it back");
    }
    findings.ok("policy: version " + policy.version());
  }

  private static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
