package dev.latchkey.config;

import dev.latchkey.accounts.ActionSource;
import dev.latchkey.accounts.DirectorySource;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.AnswerSince;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.StaffTimes;
import dev.latchkey.letter.writing.DeskWords;
import dev.latchkey.letter.writing.TemplateCatalog;
import dev.latchkey.outgoing.BudgetSettings;
import dev.latchkey.outgoing.RetrySettings;
import dev.latchkey.proof.LookSettings;
import dev.latchkey.schedule.TickerSettings;
import dev.latchkey.store.database.DatabaseSettings;
import dev.latchkey.transport.ImapSettings;
import dev.latchkey.transport.SmtpSettings;
import dev.latchkey.transport.TrustAnchors;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.trust.secret.SigningKey;
import dev.latchkey.trust.sender.AuthenticationResultsReader;
import dev.latchkey.trust.sender.MailProvider;
import dev.latchkey.trust.sender.OwnWays;
import dev.latchkey.trust.staff.StaffRoster;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that makes one desk out of the program.
 *
 * @param name what the desk calls itself in its mails, one line
 * @param ways groups and web forms by which mail comes in
 * @param banners lines that the desk's own gateway puts above mails, each as it begins
 * @param since which mails of before the first start are answered
 * @param sizeLimit octets above which only the header section of a mail is downloaded
 * @param readingRules how requests are read
 * @param own what is the desk's own in its letters
 * @param staffQuery where the staff were found and are looked for again
 * @param retention how long what has ended is kept; empty: for good
 * @param monitor where health and figures are answered by HTTP, of this machine alone
 * @param named the file of the settings, and every file and folder that it names
 * @param authorities whose certificates the desk believes beside those of the public ones, at the
 *     servers that these settings name
 */
public record Settings(
    String name,
    DeskSettings desk,
    long sizeLimit,
    AnswerSince since,
    DatabaseSettings database,
    ImapSettings imap,
    SmtpSettings smtp,
    FileSettings files,
    TrustedServers authentication,
    OwnWays ways,
    List<String> banners,
    Keys keys,
    StaffRoster staff,
    Optional<StaffQuery> staffQuery,
    DirectorySource accounts,
    ActionSource action,
    LookSettings look,
    BudgetSettings budgets,
    RetrySettings retry,
    Policy policy,
    Later<RequestForm> readingRules,
    Later<TemplateCatalog> letters,
    DeskWords own,
    TickerSettings schedule,
    StaffTimes staffTimes,
    Optional<InetSocketAddress> monitor,
    Optional<TrustAnchors> authorities,
    LogSettings log,
    Optional<Duration> retention,
    List<Path> named) {

  /** Whose days and times people see. */
  public ZoneId zone() {
    return own.zone();
  }

  /** How requests are read. */
  public RequestForm reading() {
    return readingRules.get();
  }

  /** The letters. */
  public TemplateCatalog templates() {
    return letters.get();
  }

  /** The same with other staff. */
  public Settings with(StaffRoster others) {
    return new Settings(
        name,
        desk,
        sizeLimit,
        since,
        database,
        imap,
        smtp,
        files,
        authentication,
        ways,
        banners,
        keys,
        others,
        staffQuery,
        accounts,
        action,
        look,
        budgets,
        retry,
        policy,
        readingRules,
        letters,
        own,
        schedule,
        staffTimes,
        monitor,
        authorities,
        log,
        retention,
        named);
  }

  /**
   * Whose word about a sender is believed.
   *
   * @param ids the names (authserv-id) under which our own mail servers write their results; none:
   *     mail in the name of staff decides nothing
   * @param ownReceived how many Received fields our servers write above their results
   * @param verifyDkim whether the desk verifies the signatures of its staff once more by itself
   * @param coverContent whether these must cover Content-Type and Content-Transfer-Encoding
   * @param provider whose mailbox it is, where that is one whose results are known; instead of
   *     names
   */
  public record TrustedServers(
      Set<String> ids,
      int ownReceived,
      boolean verifyDkim,
      boolean coverContent,
      Optional<MailProvider> provider) {
    /** Servers whose word on signatures is enough. */
    public TrustedServers(Set<String> ids, int ownReceived) {
      this(ids, ownReceived, false, true, Optional.empty());
    }

    public TrustedServers {
      ids = Set.copyOf(ids);
    }

    /** Reads what they wrote. */
    public AuthenticationResultsReader reader() {
      return provider
          .map(AuthenticationResultsReader::new)
          .orElseGet(() -> new AuthenticationResultsReader(ids, ownReceived));
    }

    /** Whose results are believed, for people; empty where nobody's are. */
    public String names() {
      return provider.map(Section::word).orElseGet(() -> String.join(", ", ids));
    }
  }

  /**
   * The secrets of the desk.
   *
   * @param current signs and seals
   * @param former only open what they sealed
   */
  public record Keys(SigningKey current, List<SigningKey> former) {
    public Keys {
      former = List.copyOf(former);
    }
  }

  /** Which desk it is; none of its secrets. */
  @Override
  public String toString() {
    return "Settings[" + name + " <" + desk.address() + ">]";
  }
}
