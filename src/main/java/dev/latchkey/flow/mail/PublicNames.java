package dev.latchkey.flow.mail;

import dev.latchkey.accounts.Account;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.triage.PossibleNames;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the directory which words of a first mail are accounts, where everybody may know that, and
 * where no field and no label says which account is meant. It tells whom a mail is about and proves
 * nothing. Where account names are not public the directory is not asked: what a requester is asked
 * and told must be the same whether an account exists or not (THREATS T16).
 *
 * <p>The accounts of a whole batch and all that may be one are one question. When the directory is
 * away, mails of which none names an account are read without it: who only has to be asked for the
 * name shall not wait for a guess. Those that do name one wait for the directory as ever.
 */
public final class PublicNames {
  private static final Logger LOG = LoggerFactory.getLogger(PublicNames.class);
  private static final int LONGEST = 255;

  private final DeskSettings settings;

  public PublicNames(DeskSettings settings) {
    this.settings = settings;
  }

  /** The mails of a batch, each about the account that it must mean. */
  List<Incoming> chosen(FlowContext context, List<Incoming> batch) {
    if (!settings.namesPublic() || batch.stream().noneMatch(PublicNames::leavesOpen)) {
      return batch;
    }
    Set<String> named = new HashSet<>();
    batch.forEach(mail -> mail.accountRead().ifPresent(named::add));
    Set<String> keys = new HashSet<>(named);
    batch.stream()
        .filter(PublicNames::leavesOpen)
        .forEach(mail -> keys.addAll(keys(context, mail)));
    try {
      context.prefetchAccounts(keys);
    } catch (DeskUnavailableException e) {
      if (!named.isEmpty()) {
        throw e;
      }
      LOG.info("no account is looked for in {} mails: {}", batch.size(), e.getMessage());
      return batch;
    }
    return batch.stream().map(mail -> leavesOpen(mail) ? chosen(context, mail) : mail).toList();
  }

  /** A first mail in which it may be one of several words. */
  private static boolean leavesOpen(Incoming mail) {
    return mail.writtenByPerson()
        && mail.replyTokens().isEmpty()
        && !mail.triaged().names().names().isEmpty();
  }

  private static Incoming chosen(FlowContext context, Incoming mail) {
    PossibleNames.Choice choice =
        mail.triaged()
            .names()
            .choose(
                mail.triaged().request().username(),
                name -> account(context, name).isPresent(),
                name -> ownsWhatIsNamed(context, mail, name));
    if (!choice.oneOf().isEmpty()) {
      return mail.namingOneOf(choice.oneOf());
    }
    return choice.name().map(name -> mail.naming(name, context.accountKey(name))).orElse(mail);
  }

  /** Whether it is on record as an owner, beside others, of a project that the mail names. */
  private static boolean ownsWhatIsNamed(FlowContext context, Incoming mail, String name) {
    Set<String> projects = new HashSet<>();
    mail.triaged()
        .request()
        .projects()
        .forEach(project -> projects.add(context.accountKey(project)));
    return account(context, name).stream()
        .flatMap(account -> account.coOwners().stream())
        .anyMatch(owned -> projects.contains(context.accountKey(owned.project())));
  }

  private static Optional<Account> account(FlowContext context, String name) {
    return key(context, name).findFirst().flatMap(key -> context.account(Optional.of(key)));
  }

  private static List<String> keys(FlowContext context, Incoming mail) {
    return mail.triaged().names().names().stream()
        .flatMap(possible -> key(context, possible.name()))
        .toList();
  }

  private static Stream<String> key(FlowContext context, String name) {
    return Stream.of(context.accountKey(name)).filter(key -> key.length() <= LONGEST);
  }
}
