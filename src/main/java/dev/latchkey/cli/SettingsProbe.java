package dev.latchkey.cli;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Level;
import dev.latchkey.check.Policy;
import dev.latchkey.check.Policy.Requirement;
import dev.latchkey.config.Settings;
import dev.latchkey.trust.staff.StaffMember;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

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
    findings.ok("templates: " + String.join(", ", settings.templates().languages()));
    TemplatesCommand.tell(settings.templates(), findings);
    staff();
    levels();
    Duration notice = settings.policy().noticeBeforeExecution();
    if (notice.compareTo(Policy.USUAL_NOTICE) < 0) {
      findings.warn(
          "policy: the final notice goes out %d s before an execution, which owners may sleep through;"
                  .formatted(notice.toSeconds())
              + " set notice-before-execution to 24h or more");
    }
    if (settings.authentication().ids().isEmpty()) {
      findings.warn(
          "no trusted authentication server configured: staff mail decides nothing; name your mail"
              + " server in authentication.authserv-ids");
    } else {
      findings.ok("authentication: results of " + settings.authentication().ids() + " are trusted");
    }
    if (settings.smtp().login().isEmpty()) {
      findings.warn("smtp: nobody logs in; the server must know this machine by its address");
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
    for (Level level : List.of(Level.HIGH, Level.EXCEPTION)) {
      int needed = settings.policy().requirement(level).map(Requirement::approvers).orElse(0);
      if (strong < needed) {
        findings.warn(
            "staff: %d with totp may approve; the level %s needs %d, so no such case can be approved"
                .formatted(strong, word(level), needed));
      }
    }
  }

  /** Tells of a level that no evidence reaches, however much of it there is. */
  private void levels() {
    List<EvidenceClass> all = List.of(EvidenceClass.values());
    int points = all.stream().mapToInt(kind -> settings.policy().points().get(kind)).sum();
    long groups = all.stream().map(EvidenceClass::group).distinct().count();
    boolean beyondMailbox = all.stream().anyMatch(kind -> kind.possession() && !kind.mailbox());
    for (Level level : Level.values()) {
      boolean reached =
          settings
              .policy()
              .requirement(level)
              .filter(
                  needed ->
                      needed.points() > points
                          || needed.groups() > groups
                          || (needed.nonMailbox() && !beyondMailbox))
              .isEmpty();
      if (!reached) {
        findings.warn(
            "policy: no case reaches the level %s: all evidence together is %d points in %d groups%s"
                .formatted(word(level), points, groups, beyondMailbox ? "" : ", all by mailbox"));
      }
    }
  }

  private static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
