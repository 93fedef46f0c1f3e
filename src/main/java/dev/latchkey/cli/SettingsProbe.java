package dev.latchkey.cli;

import dev.latchkey.check.Policy;
import dev.latchkey.config.Settings;
import dev.latchkey.trust.staff.StaffMember;
import java.time.Duration;
import java.util.List;

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
    staff();
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
    if (strong < 2) {
      findings.warn(
          "staff: %d with totp may approve; the level high needs two, so none can be approved"
              .formatted(strong));
    }
  }
}
