package dev.latchkey.cli;

import dev.latchkey.accounts.DirectoryException;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.config.OtherDesk;
import dev.latchkey.config.Settings;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.store.database.StoreUnavailableException;
import dev.latchkey.trust.staff.StaffRoster;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the settings of a running desk again, with everything that they name: staff, templates,
 * words, accounts. All of them hold, or none; the log says which, and why.
 */
final class Reload {
  private static final Logger LOG = LoggerFactory.getLogger(Reload.class);
  private static final String STAYS =
      "settings: nothing was taken over, the desk goes on as before";

  private final DeskDoor door;
  private final ConfigOption config;

  Reload(DeskDoor door, ConfigOption config) {
    this.door = door;
    this.config = config;
  }

  /** The settings as they are now; empty when the desk must go on with those of before. */
  Optional<Settings> read(Settings before) {
    try {
      Settings after = door.settings(config);
      List<String> other = OtherDesk.keys(before, after);
      if (!other.isEmpty()) {
        LOG.error(
            "settings: {} cannot change while the desk runs: restart it for that",
            String.join(", ", other));
      } else if (works(after)) {
        LOG.info("settings: read again, {} active staff", after.staff().active().size());
        return Optional.of(after);
      }
    } catch (InvalidConfigurationException e) {
      e.errors().forEach(error -> LOG.error("settings: {}", error));
    } catch (DeskUnavailableException e) {
      LOG.error("settings: {}", e.getMessage());
    }
    LOG.error(STAYS);
    return Optional.empty();
  }

  /**
   * The same settings with the staff as their query finds them now; empty when they are the same,
   * or cannot be had.
   */
  Optional<Settings> readStaff(Settings before) {
    try {
      StaffRoster staff = before.staffQuery().orElseThrow().read();
      if (staff.equals(before.staff())) {
        return Optional.empty();
      }
      LOG.info("staff: read again, they changed: {} active", staff.active().size());
      return Optional.of(before.with(staff));
    } catch (InvalidConfigurationException e) {
      e.errors().forEach(error -> LOG.error("staff: {}", error));
    } catch (DeskUnavailableException e) {
      LOG.warn("staff: {}", e.getMessage());
    }
    LOG.warn("staff: nothing was taken over, those of before stay");
    return Optional.empty();
  }

  /** Whether a desk with them would have a database and accounts. */
  private boolean works(Settings after) {
    try (OpenDesk probe = door.probe(after)) {
      probe.database().facts();
      probe.directory().check();
      return true;
    } catch (StoreUnavailableException e) {
      LOG.error("settings: database: {}", e.getMessage());
    } catch (DirectoryException e) {
      LOG.error("settings: accounts: {}", e.getMessage());
    }
    return false;
  }
}
