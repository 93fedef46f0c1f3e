package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.SavedCodes;
import dev.latchkey.check.AskedProof;
import dev.latchkey.check.AskedProof.Standing;
import dev.latchkey.check.Chance;
import dev.latchkey.check.ChanceCheck;
import dev.latchkey.check.Evidence;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.Asking;
import dev.latchkey.letter.ProofWay;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.proof.Marker;
import dev.latchkey.proof.Place;
import dev.latchkey.proof.PublicProof;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.trust.secret.Tokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks for proofs beyond codes: all that is on record at once, the likeliest to work first, each
 * with the same token. What is asked before anything was proved names nothing of the account, so
 * that nobody learns of it.
 */
public final class MoreProofs {
  /** 100 bits (issue 8 asks for 80). */
  private static final int TOKEN_LETTERS = 20;

  /** So many of a kind are asked for, those first that are on record for the longest time. */
  private static final int MOST_PLACES = 10;

  private static final String TOKEN_BEGINS = "recovery-";

  /** A place that stands for any: what is asked for of every account. */
  static final String ANYWHERE = "";

  /** What is asked for of every account before anything was proved. */
  static final List<EvidenceClass> ANY =
      List.of(
          EvidenceClass.BRANCH,
          EvidenceClass.SITE_FILE,
          EvidenceClass.SIGNATURE,
          EvidenceClass.VOUCHER);

  private final Policy policy;
  private final ChanceCheck chances;
  private final List<PublicProof> proofs;
  private final ProofWays ways;
  private final Tokens tokens;
  private final TokenIssuer issuer;
  private final Letters letters;
  private final boolean codesChecked;
  private final LookQuota quota;

  /**
   * @param proofs what the desk can look for by itself
   * @param marker how files and DNS records of the desk are named
   * @param codes who checks recovery codes; {@link SavedCodes#NONE} where nobody does
   */
  public MoreProofs(
      Policy policy,
      List<PublicProof> proofs,
      Marker marker,
      SavedCodes codes,
      Tokens tokens,
      TokenIssuer issuer,
      Letters letters) {
    this.policy = policy;
    this.chances = new ChanceCheck(policy);
    this.proofs = List.copyOf(proofs);
    this.ways = new ProofWays(marker);
    this.quota = new LookQuota(policy.looks());
    this.codesChecked = !codes.equals(SavedCodes.NONE);
    this.tokens = tokens;
    this.issuer = issuer;
    this.letters = letters;
  }

  /**
   * Asks for what is on record, once something was proved: from now on the places are named. What
   * was asked of any account is over where there is nothing on record.
   */
  Ticket ask(FlowContext context, Ticket ticket) {
    boolean again =
        context.work().askedProofs().of(ticket.id()).stream().anyMatch(MoreProofs::waits);
    return askNamed(context, ticket, again ? Asking.REOPENED : Asking.FIRST);
  }

  /**
   * Asks for what is still open once something was proved; false when nothing is. What was asked of
   * any account is over.
   */
  boolean askForTheRest(FlowContext context, Ticket ticket, String key) {
    endAnywhere(context, ticket);
    again(context, ticket, Asking.SEEN, key);
    return open(context, ticket);
  }

  /**
   * Asks for a saved recovery code by itself, where nothing else is open; the ticket as it was when
   * nobody checks such codes, or one was asked for so before.
   */
  Ticket askSavedCode(FlowContext context, Ticket ticket) {
    boolean before =
        context.work().askedProofs().of(ticket.id()).stream()
            .anyMatch(one -> one.kind() == EvidenceClass.RECOVERY_CODE);
    if (!codesChecked || before || codeShown(context, ticket)) {
      return ticket;
    }
    Ticket next =
        keep(
            context,
            ticket,
            List.of(
                asked(
                    context,
                    ticket,
                    EvidenceClass.RECOVERY_CODE,
                    ticket.account().orElse(""),
                    token(context, ticket))));
    write(context, next, Asking.SEEN, "saved code");
    return next;
  }

  private static void endAnywhere(FlowContext context, Ticket ticket) {
    context.work().askedProofs().of(ticket.id()).stream()
        .filter(one -> one.open() && one.place().equals(ANYWHERE))
        .forEach(one -> context.work().askedProofs().put(one.ended(Standing.PASSED)));
  }

  private Ticket askNamed(FlowContext context, Ticket ticket, Asking asking) {
    List<AskedProof> asked = context.work().askedProofs().of(ticket.id());
    String token = token(context, ticket);
    endAnywhere(context, ticket);
    List<AskedProof> fresh =
        context.account(ticket).stream()
            .flatMap(account -> wanted(context, ticket, account, token))
            .filter(one -> asked.stream().filter(it -> !it.stopped()).noneMatch(sameAs(one)))
            .filter(one -> !shown(context, ticket, one.kind()))
            .toList();
    Ticket next = fresh.isEmpty() ? ticket : keep(context, ticket, fresh);
    endStopped(context, next);
    again(context, next, asking, asking == Asking.FIRST ? "named" : "named " + next.version());
    return next;
  }

  /**
   * Asks once more, with another token, for what a ticket did not wait for, being closed or put
   * off; what the requester gave up is not asked for again.
   *
   * @param wanted it would still make something possible
   */
  void askAgain(FlowContext context, Ticket ticket, boolean wanted) {
    boolean stopped =
        context.work().askedProofs().of(ticket.id()).stream().anyMatch(MoreProofs::waits);
    if (!stopped) {
      return;
    }
    if (!wanted || !ticket.accepts(TicketEvent.PROOFS_ASKED)) {
      rest(context, ticket);
    } else if (named(context, ticket)) {
      askNamed(context, ticket, Asking.REOPENED);
    } else {
      endStopped(context, askAnywhere(context, ticket));
    }
  }

  /** Whether something that was stopped is to be asked for again. */
  static boolean askedAgain(FlowContext context, Ticket ticket) {
    return context.work().askedProofs().of(ticket.id()).stream().anyMatch(MoreProofs::waits);
  }

  private static boolean waits(AskedProof one) {
    return one.stopped() && one.lookAt().isPresent();
  }

  /**
   * What was stopped is not asked for now; it is when the ticket waits again after another stop.
   */
  private static void rest(FlowContext context, Ticket ticket) {
    context.work().askedProofs().of(ticket.id()).stream()
        .filter(MoreProofs::waits)
        .forEach(one -> context.work().askedProofs().put(one.ended(Standing.STOPPED)));
  }

  /** What is no more on record, or would count no more, is not asked for again. */
  private static void endStopped(FlowContext context, Ticket ticket) {
    context.work().askedProofs().of(ticket.id()).stream()
        .filter(AskedProof::stopped)
        .forEach(one -> context.work().askedProofs().put(one.ended(Standing.PASSED)));
  }

  /** One of its group was seen: another one would count no more. */
  private boolean shown(FlowContext context, Ticket ticket, EvidenceClass kind) {
    return context.work().proofs().of(ticket.id()).stream()
        .filter(piece -> policy.good(piece, context.now()))
        .anyMatch(piece -> sameGroup(piece.kind(), kind));
  }

  /**
   * Asks for what shows that an account is somebody's whose mailbox is lost, and for a code that
   * shows that they read the one that they write from. The same words for every account.
   */
  void askWithoutMailbox(FlowContext context, Ticket ticket) {
    if (!any(context, ticket)) {
      // The ticket is in the hands of who asks for codes; it is taken up when they are done.
      context.afterwards(() -> askAnywhere(context, context.work().tickets().load(ticket.id())));
    }
  }

  /** The same at once, to who holds the ticket. */
  Ticket askAnywhere(FlowContext context, Ticket ticket) {
    return any(context, ticket) || !ticket.accepts(TicketEvent.PROOFS_ASKED)
        ? ticket
        : blindly(context, ticket, Asking.MAILBOX_LOST, "asked");
  }

  /**
   * What the account has on record is asked for, and beside it the same for every account: what is
   * left of it decides what the requester hears, so that nobody learns what there is.
   */
  private Ticket blindly(FlowContext context, Ticket ticket, Asking asking, String key) {
    List<AskedProof> before =
        context.work().askedProofs().of(ticket.id()).stream()
            .filter(one -> !one.stopped())
            .toList();
    String token = token(context, ticket);
    List<AskedProof> fresh =
        Stream.concat(
                ANY.stream().map(kind -> asked(context, ticket, kind, ANYWHERE, token)),
                context.account(ticket).stream()
                    .flatMap(account -> wanted(context, ticket, account, token)))
            .filter(one -> before.stream().noneMatch(sameAs(one)))
            .toList();
    if (fresh.stream().noneMatch(MoreProofs::anywhere)) {
      return ticket;
    }
    Ticket next = keep(context, ticket, fresh);
    write(context, next, asking, key);
    return next;
  }

  static boolean anywhere(AskedProof one) {
    return one.place().equals(ANYWHERE);
  }

  /** Whether something is asked for that may still be shown. */
  public static boolean open(FlowContext context, Ticket ticket) {
    return context.work().askedProofs().of(ticket.id()).stream().anyMatch(AskedProof::open);
  }

  /** Whether something was proved, so that letters may name what is on record for the account. */
  public static boolean named(FlowContext context, Ticket ticket) {
    return context.work().proofs().of(ticket.id()).stream()
        .anyMatch(piece -> piece.kind().possession());
  }

  /** Whether anything was asked for since the ticket was opened, the last time. */
  static boolean any(FlowContext context, Ticket ticket) {
    return context.work().askedProofs().of(ticket.id()).stream().anyMatch(one -> !one.stopped());
  }

  /** Writes once more what is still open. */
  public void again(FlowContext context, Ticket ticket, Asking asking, String key) {
    if (open(context, ticket)) {
      write(context, ticket, asking, key);
    }
  }

  /**
   * What the requester cannot bring.
   *
   * @param kinds which of them; when they name none, all that is open, but what they said is there
   *     and nobody looked for since
   * @param cause who says so
   */
  public Ticket giveUp(FlowContext context, Ticket ticket, Set<EvidenceClass> kinds, Cause cause) {
    List<AskedProof> open =
        open(context, ticket.id()).stream()
            .filter(one -> kinds.isEmpty() ? !one.awaited() : kinds.contains(one.kind()))
            .toList();
    open.forEach(one -> context.work().askedProofs().put(one.ended(Standing.GIVEN_UP)));
    if (open.stream().anyMatch(MoreProofs::anywhere)
        && open(context, ticket.id()).stream().noneMatch(MoreProofs::anywhere)) {
      // What is asked for of some accounts only is over with what is asked for of all.
      open(context, ticket.id())
          .forEach(one -> context.work().askedProofs().put(one.ended(Standing.PASSED)));
    }
    return open.isEmpty() ? ticket : context.apply(ticket, TicketEvent.PROOF_GIVEN_UP, cause);
  }

  /** One of its group would count no more, whoever saw it. */
  void seen(FlowContext context, Ticket ticket, EvidenceClass kind) {
    for (AskedProof one : context.work().askedProofs().of(ticket.id())) {
      if (one.open() && one.kind() == kind) {
        context.work().askedProofs().put(one.ended(Standing.SHOWN));
      } else if (one.open() && sameGroup(one.kind(), kind)) {
        context.work().askedProofs().put(one.ended(Standing.PASSED));
      }
    }
  }

  private boolean sameGroup(EvidenceClass one, EvidenceClass other) {
    return policy
        .worth(one)
        .map(Policy.Worth::group)
        .equals(policy.worth(other).map(Policy.Worth::group));
  }

  /**
   * Has the desk look for what is open, because the requester says that it is there: at once, or,
   * where that was often enough for a day, when it looks next by itself. Either way they hear what
   * was seen then.
   */
  public NextLook look(FlowContext context, Ticket ticket) {
    List<AskedProof> open =
        open(context, ticket.id()).stream()
            .filter(one -> looked(one.kind()) || anywhere(one))
            .toList();
    if (open.isEmpty()) {
      return new NextLook.Nowhere();
    }
    boolean due = open.stream().allMatch(one -> one.awaited() && isDue(context, one));
    boolean named = named(context, ticket);
    if (due || quota.take(context, ticket, named)) {
      open.forEach(one -> context.work().askedProofs().put(one.looking(context.now(), true)));
      return new NextLook.AtOnce();
    }
    // What is looked for of some accounts only does not tell when.
    Instant next =
        open.stream()
            .filter(one -> named || anywhere(one))
            .flatMap(one -> one.lookAt().stream())
            .min(Comparator.naturalOrder())
            .orElse(context.now());
    open.forEach(one -> context.work().askedProofs().put(one.looking(next, true)));
    return new NextLook.Later(next);
  }

  private static boolean isDue(FlowContext context, AskedProof one) {
    return one.lookAt().filter(at -> !at.isAfter(context.now())).isPresent();
  }

  private Ticket keep(FlowContext context, Ticket ticket, List<AskedProof> fresh) {
    fresh.forEach(context.work().askedProofs()::put);
    List<String> kinds = fresh.stream().map(one -> one.kind().name()).distinct().toList();
    return context.apply(ticket, TicketEvent.PROOFS_ASKED, Cause.desk(String.join(", ", kinds)));
  }

  private Stream<AskedProof> wanted(
      FlowContext context, Ticket ticket, Account account, String token) {
    return chances.find(account, ticket.openedAt()).stream()
        .filter(Chance::usable)
        .filter(chance -> asksFor(chance.kind()))
        .flatMap(
            chance ->
                places(ticket, account, chance)
                    .map(place -> asked(context, ticket, chance.kind(), place, token)))
        .distinct()
        .collect(Collectors.groupingBy(AskedProof::kind, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .flatMap(ofKind -> ofKind.stream().limit(MOST_PLACES));
  }

  private static boolean asksFor(EvidenceClass kind) {
    return switch (kind) {
      case BRANCH, SITE_FILE, DNS_TXT, SIGNATURE, PROFILE, VOUCHER -> true;
      case REGISTERED_SENDER, CODE, SECOND_CODE, RECOVERY_CODE, SEEN -> false;
    };
  }

  /** The exact places where the desk looks; the link itself where only a person can look. */
  private Stream<String> places(Ticket ticket, Account account, Chance chance) {
    List<String> shown = oldPlaces(ticket, account, chance.kind()).toList();
    return (shown.isEmpty() ? Stream.of(chance.place()) : shown.stream())
        .filter(place -> place.length() <= Evidence.LONGEST_SOURCE);
  }

  /**
   * Whether what was asked for is on record now since long enough before the request. It was when
   * it was asked for; whoever took an account may have put it there since.
   */
  boolean counts(FlowContext context, Ticket ticket, AskedProof asked) {
    return proofs.stream().noneMatch(proof -> proof.name().equals(asked.kind().name()))
        || context.account(ticket).stream()
            .flatMap(account -> oldPlaces(ticket, account, asked.kind()))
            .anyMatch(asked.place()::equals);
  }

  private Stream<String> oldPlaces(Ticket ticket, Account account, EvidenceClass kind) {
    return proofs.stream()
        .filter(proof -> proof.name().equals(kind.name()))
        .flatMap(proof -> proof.places(account).stream())
        .filter(place -> place.since().filter(at -> oldEnough(at, ticket)).isPresent())
        .map(Place::shown);
  }

  private boolean oldEnough(Instant since, Ticket ticket) {
    return !since.isAfter(ticket.openedAt().minus(policy.times().recentChange()));
  }

  private AskedProof asked(
      FlowContext context, Ticket ticket, EvidenceClass kind, String place, String token) {
    Instant until = context.now().plus(policy.times().proving());
    return new AskedProof(
        ticket.id(),
        kind,
        place,
        token,
        context.now(),
        until,
        Standing.OPEN,
        Optional.of(looked(kind) ? context.now().plus(policy.times().look()) : until),
        false);
  }

  private boolean looked(EvidenceClass kind) {
    return kind == EvidenceClass.BRANCH
        || kind == EvidenceClass.SITE_FILE
        || kind == EvidenceClass.DNS_TXT
        || kind == EvidenceClass.PROFILE;
  }

  private static Predicate<AskedProof> sameAs(AskedProof one) {
    return other -> other.kind() == one.kind() && other.place().equals(one.place());
  }

  /** One for all that is open of a ticket; that of what was stopped counts no more. */
  private String token(FlowContext context, Ticket ticket) {
    return context.work().askedProofs().of(ticket.id()).stream()
        .filter(AskedProof::open)
        .map(AskedProof::token)
        .findFirst()
        .orElseGet(() -> TOKEN_BEGINS + tokens.code(TOKEN_LETTERS).toLowerCase(Locale.ROOT));
  }

  private void write(FlowContext context, Ticket ticket, Asking asking, String key) {
    List<AskedProof> open = open(context, ticket.id());
    boolean named = named(context, ticket);
    List<AskedProof> others =
        open.stream().filter(one -> one.kind() != EvidenceClass.RECOVERY_CODE).toList();
    List<ProofWay> ways =
        new ArrayList<>(named && others.isEmpty() ? List.of() : this.ways.of(others, named));
    if (codesChecked && !codeShown(context, ticket)) {
      ways.add(new ProofWay.SavedCode());
    }
    letters.toRequester(
        context,
        ticket,
        new RequesterLetter.ProofWanted(
            asking,
            ways.get(0),
            ways.subList(1, ways.size()),
            open.get(0).until(),
            !named || open.stream().anyMatch(one -> looked(one.kind())),
            policy.times().look(),
            named ? "" : issuer.confirm(context, ticket)),
        key);
  }

  private static boolean codeShown(FlowContext context, Ticket ticket) {
    return context.work().proofs().of(ticket.id()).stream()
        .anyMatch(piece -> piece.kind() == EvidenceClass.RECOVERY_CODE);
  }

  private static List<AskedProof> open(FlowContext context, long ticketId) {
    return context.work().askedProofs().of(ticketId).stream()
        .filter(AskedProof::open)
        .sorted(Comparator.comparing(AskedProof::kind))
        .toList();
  }
}
