package dev.latchkey.triage.command;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.triage.command.CommandFault.Lack;
import dev.latchkey.triage.command.StaffCommand.Argument;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.triage.words.LineWords;
import java.util.Optional;

/**
 * Reads one line as a command: {@code [reference] verb [reference] [argument or text]}.
 *
 * <p>A verb is ASCII and nothing else: no Unicode case rule is applied, under which a Kelvin sign
 * would be a K (THREATS T04, Q14). Words are parted by blanks, which are space, tab, and the
 * no-break space that Outlook makes of a second space; every other character belongs to a word.
 */
final class CommandLineReader {
  private static final int MAX_WORD = 64;

  /** An account may be named by a mail address. */
  private static final int MAX_ACCOUNT = 254;

  /**
   * A line that begins with a verb.
   *
   * @param loud the verb is in capitals or has a slash: nobody begins a sentence so
   * @param rest free text after the verb
   * @param problem why the line cannot be carried out
   */
  record Line(
      Verb verb,
      boolean loud,
      Optional<String> reference,
      Optional<String> argument,
      String rest,
      Optional<Lack> problem) {}

  private CommandLineReader() {}

  /**
   * The line as a command; empty when it does not begin with a verb.
   *
   * @param below it stands below a command, where words that begin like one are mostly none
   */
  static Optional<Line> read(String line, boolean below) {
    String first = LineWords.first(line);
    Optional<String> reference = reference(first);
    String from = reference.isPresent() ? LineWords.after(line, first) : LineWords.strip(line);
    String typed = LineWords.first(from);
    Optional<Verb> verb = verb(below && reference.isEmpty() ? typed : unpointed(typed));
    if (verb.isEmpty()) {
      return Optional.empty();
    }
    String rest = LineWords.after(from, typed);
    if (reference.isEmpty()) {
      reference = reference(LineWords.first(rest));
      if (verb.get().argument() == Argument.TICKET
          && reference(LineWords.first(LineWords.after(rest, LineWords.first(rest)))).isEmpty()) {
        reference = Optional.empty();
      }
      rest = reference.isPresent() ? LineWords.after(rest, LineWords.first(rest)) : rest;
    }
    boolean loud = typed.startsWith("/") || typed.startsWith(verb.get().name());
    boolean marked =
        isMark(typed.charAt(typed.length() - 1)) || (!rest.isEmpty() && isMark(rest.charAt(0)));
    return Optional.of(complete(verb.get(), loud, marked, reference, rest));
  }

  /** Marks behind which a sentence goes on: "Done, and the link is sent". */
  private static boolean isMark(char sign) {
    return ".,:;!-–—(".indexOf(sign) >= 0;
  }

  private static Line complete(
      Verb verb, boolean loud, boolean marked, Optional<String> reference, String rest) {
    String bare = LineWords.strip(rest.endsWith(".") ? rest.substring(0, rest.length() - 1) : rest);
    String free = "";
    Optional<String> argument = Optional.empty();
    Optional<Lack> problem = Optional.empty();
    switch (verb.argument()) {
      case REASON, QUESTION, NOTE, PLACE, FAILURE, ANSWER, PROOF, WARNING, VOUCHER -> free = rest;
      case REMARK -> {
        if (SecondThoughts.putOff(bare)) {
          problem = Optional.of(Lack.STANDS_ALONE);
        } else {
          free = rest;
        }
      }
      case REPORT -> {
        if (marked && SecondThoughts.report(bare)) {
          free = rest;
        } else if (!bare.isEmpty()) {
          boolean doubted = marked || SecondThoughts.putOff(bare) || ReportDoubts.in(bare);
          problem = Optional.of(doubted ? Lack.REPORT_IN_DOUBT : Lack.STANDS_ALONE);
        }
      }
      case CODE -> {
        argument = approval(bare);
        if (argument.isEmpty()) {
          problem = Optional.of(bare.isEmpty() ? Lack.CODE : Lack.CODE_FORM);
        }
      }
      case DAY -> {
        // What only stops is done whatever stands beside it: without a day it has no end.
        Optional<HoldDayReader.Found> day = HoldDayReader.read(bare);
        argument = day.map(found -> found.day().toString());
        free = day.map(HoldDayReader.Found::remark).orElse(rest);
      }
      case MEMBER -> {
        argument = assignee(bare);
        if (argument.isEmpty()) {
          problem = Optional.of(Lack.STAFF_ADDRESS);
        }
      }
      case TICKET -> {
        argument = reference(bare);
        if (argument.isEmpty()) {
          problem = Optional.of(Lack.OTHER_REFERENCE);
        }
      }
      case PERSON -> {
        argument = person(bare);
        if (argument.isEmpty() && !bare.isEmpty()) {
          problem = Optional.of(Lack.PERSON);
        }
      }
      case NONE -> {
        if (!bare.isEmpty()) {
          problem = Optional.of(Lack.STANDS_ALONE);
        }
      }
    }
    return new Line(verb, loud, reference, argument, free, problem);
  }

  /** The verb a word is: A to Z in any case, one {@code /} before and one {@code .} behind. */
  static Optional<Verb> verb(String word) {
    String bare = word.startsWith("/") ? word.substring(1) : word;
    bare = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    String upper = upperCase(bare);
    for (Verb verb : Verb.values()) {
      if (verb.name().equals(upper)) {
        return Optional.of(verb);
      }
    }
    return Optional.empty();
  }

  /** Without one mark that people set after a verb, as in {@code Approve: K7Q2M4XA}. */
  private static String unpointed(String word) {
    boolean pointed = word.length() > 1 && ":,;!".indexOf(word.charAt(word.length() - 1)) >= 0;
    return pointed ? word.substring(0, word.length() - 1) : word;
  }

  /** A ticket's reference in upper case: 1 to 10 letters, a hyphen, 1 to 9 digits. */
  static Optional<String> reference(String word) {
    int hyphen = word.indexOf('-');
    boolean fits =
        hyphen >= 1
            && hyphen <= 10
            && word.length() > hyphen + 1
            && word.length() <= hyphen + 10
            && word.chars().limit(hyphen).allMatch(CommandLineReader::isLetter)
            && word.chars().skip(hyphen + 1L).allMatch(CommandLineReader::isDigit);
    return fits ? Optional.of(upperCase(word)) : Optional.empty();
  }

  /** The code and, where they stand there, six digits; thanks behind them say nothing. */
  private static Optional<String> approval(String words) {
    String typed = LineWords.first(words);
    String pointless =
        typed.endsWith(".") ? typed.substring(0, typed.length() - 1) : unpointed(typed);
    String code = pointless.replace("-", "");
    String after = LineWords.after(words, typed);
    String six = LineWords.strip(after.substring(0, afterDigits(after)));
    Optional<String> factor = digits(six);
    boolean fits =
        code.length() >= 8
            && code.length() <= MAX_WORD
            && code.chars().allMatch(c -> isLetter(c) || (c >= '2' && c <= '7'))
            && (six.isEmpty() || factor.isPresent())
            && FriendlyWords.only(after.substring(afterDigits(after)));
    return fits
        ? Optional.of(upperCase(code) + factor.map(found -> " " + found).orElse(""))
        : Optional.empty();
  }

  /** Where something else follows the digits with which a text begins. */
  private static int afterDigits(String text) {
    int end = 0;
    while (end < text.length()
        && (isDigit(text.charAt(end)) || LineWords.strip(text.substring(end, end + 1)).isEmpty())) {
      end++;
    }
    return end;
  }

  /** Six digits, in one or as apps show them, in two halves. */
  private static Optional<String> digits(String words) {
    String half = LineWords.first(words);
    String other = LineWords.after(words, half);
    String six = half.length() == 3 ? half + other : words;
    return six.length() == 6 && six.chars().allMatch(CommandLineReader::isDigit)
        ? Optional.of(six)
        : Optional.empty();
  }

  /**
   * The line of a command with what {@code below} adds to it, where that is what it lacks and
   * nothing else: a phone's keyboard and a paste put the code, or the six digits, on a line of
   * their own. Empty where {@code below} is none of it.
   */
  static Optional<String> joined(String line, String below) {
    Optional<Line> above = read(line, false).filter(it -> it.verb().argument() == Argument.CODE);
    boolean wanted =
        above
            .filter(
                it ->
                    it.problem().isEmpty()
                        ? it.argument().filter(code -> code.indexOf(' ') < 0).isPresent()
                            && digits(LineWords.strip(below)).isPresent()
                        : it.problem().filter(Lack.CODE::equals).isPresent())
            .isPresent();
    String whole = line + " " + LineWords.strip(below);
    return wanted && read(whole, false).filter(it -> it.problem().isEmpty()).isPresent()
        ? Optional.of(whole)
        : Optional.empty();
  }

  private static Optional<String> assignee(String word) {
    if (upperCase(word).equals("ME")) {
      return Optional.of("me");
    }
    boolean bracketed = word.startsWith("<") && word.endsWith(">");
    return EmailAddress.find(bracketed ? word.substring(1, word.length() - 1) : word)
        .map(EmailAddress::toString);
  }

  /** An address, in angle brackets or not, and perhaps one word more. */
  private static Optional<String> person(String words) {
    String typed = LineWords.first(words);
    String account = LineWords.after(words, typed);
    if (!LineWords.first(account).equals(account) || account.length() > MAX_ACCOUNT) {
      return Optional.empty();
    }
    return assignee(typed)
        .filter(address -> address.indexOf('@') > 0)
        .map(address -> address + (account.isEmpty() ? "" : " " + account));
  }

  private static boolean isLetter(int c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** A to Z for a to z; every other character stays what it is. */
  static String upperCase(String text) {
    StringBuilder upper = new StringBuilder(text);
    for (int i = 0; i < upper.length(); i++) {
      char c = upper.charAt(i);
      if (c >= 'a' && c <= 'z') {
        upper.setCharAt(i, (char) (c - 'a' + 'A'));
      }
    }
    return upper.toString();
  }
}
