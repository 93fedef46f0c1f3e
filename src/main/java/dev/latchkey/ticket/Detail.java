package dev.latchkey.ticket;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the detail of a line of the history says that the desk itself goes by later. It is written
 * and read here alone, in the words in which it was always kept: so the lines of a database of
 * before are understood, and no hash of them changes. All other details are words for people.
 */
public sealed interface Detail {
  /** As the history keeps it. */
  String text();

  /** Words of a requester as they were written: none of these, however they begin. */
  static String none(String words) {
    return words.startsWith(PerhapsOver.START) || words.startsWith(NamesVoucher.START)
        ? " " + words
        : words;
  }

  /** What a line says of these; empty where its detail is for people only. */
  static Optional<Detail> of(HistoryEntry entry) {
    String detail = entry.cause().detail();
    return switch (entry.event()) {
      case NOTED ->
          TookIn.read(detail)
              .or(
                  () ->
                      entry.cause().actor().kind() == Actor.Kind.DESK
                          ? NotFrozen.read(detail).or(() -> DoneDespite.read(detail))
                          : Optional.empty());
      case REPLIED -> ToOwner.read(detail);
      case MAIL_ADDED ->
          entry.cause().actor().kind() == Actor.Kind.REQUESTER
              ? PerhapsOver.read(detail).or(() -> NamesVoucher.read(detail))
              : Optional.empty();
      case WARNING_LIFTED -> WarningLifted.read(detail);
      case UNDONE -> Optional.of(TakenBack.read(detail));
      case NOTICE_BOUNCED -> NotArrived.read(detail);
      case HELD -> NobodyTold.read(detail);
      default -> Optional.empty();
    };
  }

  /** Another ticket was merged into this one. */
  record TookIn(Reference merged) implements Detail {
    private static final String START = "took in ";

    @Override
    public String text() {
      return START + merged;
    }

    private static Optional<Detail> read(String detail) {
      return detail.startsWith(START)
          ? Reference.find(detail.substring(START.length())).map(TookIn::new)
          : Optional.empty();
    }
  }

  /**
   * The desk could not have the account frozen.
   *
   * @param answer of the account system
   */
  record NotFrozen(String answer) implements Detail {
    private static final String START = "not frozen: ";

    @Override
    public String text() {
      return START + answer;
    }

    private static Optional<Detail> read(String detail) {
      return detail.startsWith(START)
          ? Optional.of(new NotFrozen(detail.substring(START.length())))
          : Optional.empty();
    }
  }

  /** The account system carried a reset out that had been called off by then. */
  record DoneDespite() implements Detail {
    private static final String WORDS = "the reset was done all the same";

    @Override
    public String text() {
      return WORDS;
    }

    private static Optional<Detail> read(String detail) {
      return detail.equals(WORDS) ? Optional.of(new DoneDespite()) : Optional.empty();
    }
  }

  /**
   * What the requester wrote may mean that it is over for them, and they were asked.
   *
   * @param words theirs
   */
  record PerhapsOver(String words) implements Detail {
    private static final String START = "perhaps over: ";

    @Override
    public String text() {
      return START + words;
    }

    private static Optional<Detail> read(String detail) {
      return detail.startsWith(START)
          ? Optional.of(new PerhapsOver(detail.substring(START.length())))
          : Optional.empty();
    }
  }

  /**
   * The requester named who may vouch for them, on record or not.
   *
   * @param words theirs
   */
  record NamesVoucher(String words) implements Detail {
    private static final String START = "who may vouch: ";

    @Override
    public String text() {
      return START + words;
    }

    private static Optional<Detail> read(String detail) {
      return detail.startsWith(START)
          ? Optional.of(new NamesVoucher(detail.substring(START.length())))
          : Optional.empty();
    }
  }

  /**
   * Staff wrote to an owner, and not to the requester.
   *
   * @param owner the address it went to
   * @param words what they wrote
   */
  record ToOwner(String owner, String words) implements Detail {
    private static final Pattern WRITTEN = Pattern.compile("to (\\S++)\\n(.*)", Pattern.DOTALL);

    @Override
    public String text() {
      return "to " + owner + "\n" + words;
    }

    private static Optional<Detail> read(String detail) {
      Matcher written = WRITTEN.matcher(detail);
      return written.matches() && written.group(1).indexOf('@') > 0
          ? Optional.of(new ToOwner(written.group(1), written.group(2)))
          : Optional.empty();
    }
  }

  /**
   * A letter of ours did not arrive.
   *
   * @param letter its name
   * @param cameBack a server had accepted it before; else it was refused
   * @param why what is known of the reason; may be empty
   */
  record NotArrived(String letter, String recipient, boolean cameBack, String why)
      implements Detail {
    private static final String BACK = "came back";
    private static final String REFUSED = "was refused";
    private static final Pattern WRITTEN =
        Pattern.compile(
            "(\\S++) to (\\S++) (" + BACK + "|" + REFUSED + ")(?:, (.*))?", Pattern.DOTALL);

    @Override
    public String text() {
      return "%s to %s %s%s"
          .formatted(letter, recipient, cameBack ? BACK : REFUSED, why.isEmpty() ? "" : ", " + why);
    }

    private static Optional<Detail> read(String detail) {
      Matcher written = WRITTEN.matcher(detail);
      return written.matches()
          ? Optional.of(
              new NotArrived(
                  written.group(1),
                  written.group(2),
                  written.group(3).equals(BACK),
                  Optional.ofNullable(written.group(4)).orElse("")))
          : Optional.empty();
    }
  }

  /**
   * A ticket was put on hold because no notice reached an owner whom somebody has to tell.
   *
   * @param addresses where none arrived
   */
  record NobodyTold(List<String> addresses) implements Detail {
    private static final String START = "no notice to an owner could be delivered: ";
    private static final String BETWEEN = ", ";

    @Override
    public String text() {
      return START + String.join(BETWEEN, addresses);
    }

    private static Optional<Detail> read(String detail) {
      return detail.startsWith(START)
          ? Optional.of(new NobodyTold(List.of(detail.substring(START.length()).split(BETWEEN))))
          : Optional.empty();
    }
  }

  /**
   * A person found a warning to be no reason to stop.
   *
   * @param kind the warning's
   * @param why by which policy, and for what reason
   */
  record WarningLifted(String kind, String why) implements Detail {
    private static final String BETWEEN = ", ";

    @Override
    public String text() {
      return kind + BETWEEN + why;
    }

    private static Optional<Detail> read(String detail) {
      int end = detail.indexOf(BETWEEN);
      return end < 0
          ? Optional.empty()
          : Optional.of(
              new WarningLifted(
                  detail.substring(0, end), detail.substring(end + BETWEEN.length())));
    }
  }

  /**
   * A command was taken back; the count of notes in {@code FigureMapper.xml} reads it too.
   *
   * @param command its verb
   * @param why the words below the UNDO; may be empty
   */
  record TakenBack(String command, String why) implements Detail {
    @Override
    public String text() {
      return why.isBlank() ? command : command + "\n" + why;
    }

    private static Detail read(String detail) {
      int end = detail.indexOf('\n');
      return end < 0
          ? new TakenBack(detail, "")
          : new TakenBack(detail.substring(0, end), detail.substring(end + 1));
    }
  }
}
