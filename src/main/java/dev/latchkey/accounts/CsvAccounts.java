package dev.latchkey.accounts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import dev.latchkey.mail.EmailAddress;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the accounts of a CSV file (RFC 4180, UTF-8, with a header line). One line is one account:
 *
 * <pre>
 * name,addresses,second_factor,critical,published,second_factor_changed
 * dora,dora@mail.example verified since 2021-03-01; dora@old.example until 2025-06-30,yes,no,yes,
 * </pre>
 *
 * <p>{@code addresses} holds any number of addresses with a semicolon between them, each followed
 * by {@code verified}, {@code since} a time and {@code until} a time, in any order and each only if
 * it applies. A time is a date, whose midnight in UTC is meant, or an instant of ISO 8601. The
 * three columns after it hold {@code yes} or {@code no}. Every other column may be left out of the
 * file, and each of its cells may be empty: {@code second_factor_changed} holds a time, {@code
 * language} the two letters of the language (ISO 639-1) that the owner is written to in, {@code
 * profile} the text of the field that only somebody who is logged in can change; {@link CsvCells}
 * tells what {@code links}, {@code keys} and {@code co_owners} hold. Columns may stand in any
 * order.
 *
 * <p>Nothing is guessed: the reader collects every error with its line number, tells the first
 * twenty, and a file with one yields no account.
 */
final class CsvAccounts {
  private static final List<String> REQUIRED =
      List.of("name", "addresses", "second_factor", "critical", "published");
  private static final String CHANGED = "second_factor_changed";
  private static final String LANGUAGE = "language";
  private static final String PROFILE = "profile";
  private static final List<String> OPTIONAL =
      List.of(CHANGED, LANGUAGE, "links", "keys", "co_owners", PROFILE);
  private static final String NO_HEADER =
      "no header line; the first line must name the columns: " + String.join(",", REQUIRED);
  private static final Map<String, String> SEPARATORS = Map.of(";", "semicolons", "\t", "tabs");
  private static final int MOST_ERRORS = 20;
  private static final CsvFactory CSV =
      CsvFactory.builder().enable(CsvParser.Feature.SKIP_EMPTY_LINES).build();

  private final NameRule nameRule;
  private final CsvCells cells;
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final List<String> errors = new ArrayList<>();
  private List<String> columns = List.of();
  private int line;

  private CsvAccounts(Path folder, NameRule nameRule) {
    this.nameRule = nameRule;
    cells = new CsvCells(folder, this::error);
  }

  /**
   * The accounts by key.
   *
   * @param folder where the file stands
   * @throws DirectoryException with the errors in the file
   */
  static Map<String, Account> read(Reader file, Path folder, NameRule nameRule)
      throws DirectoryException {
    CsvAccounts reader = new CsvAccounts(folder, nameRule);
    try (CsvParser parser = CSV.createParser(file)) {
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        List<String> row = new ArrayList<>();
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
          if (row.isEmpty()) {
            reader.line = parser.currentTokenLocation().getLineNr();
          }
          row.add(parser.getText());
        }
        reader.readRow(row);
      }
    } catch (JsonProcessingException e) {
      reader.errors.add("line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new DirectoryException(
          "the account file cannot be read: "
              + (e instanceof CharacterCodingException
                  ? "it is not UTF-8; save it as UTF-8"
                  : e.getMessage()),
          e);
    }
    if (reader.columns.isEmpty() && reader.errors.isEmpty()) {
      reader.errors.add("line 1: " + NO_HEADER);
    }
    if (!reader.errors.isEmpty()) {
      throw new DirectoryException(told(reader.errors), null);
    }
    return Map.copyOf(reader.accounts);
  }

  /** Nobody reads a thousand errors, and often one thing is behind all of them. */
  private static String told(List<String> errors) {
    String first = errors.stream().limit(MOST_ERRORS).collect(Collectors.joining("; "));
    int more = errors.size() - MOST_ERRORS;
    return more > 0 ? first + "; and %d errors more".formatted(more) : first;
  }

  private void readRow(List<String> row) {
    if (columns.isEmpty()) {
      readHeader(row);
    } else if (row.size() != columns.size()) {
      error("has " + row.size() + " cells instead of " + columns.size());
    } else if (columns.containsAll(REQUIRED)) {
      readAccount(row);
    }
  }

  private void readHeader(List<String> row) {
    // Excel begins a UTF-8 file with a byte order mark.
    columns =
        row.stream()
            .map(cell -> cell.startsWith("\uFEFF") ? cell.substring(1) : cell)
            .map(String::strip)
            .toList();
    if (columns.size() == 1 && SEPARATORS.keySet().stream().anyMatch(columns.get(0)::contains)) {
      SEPARATORS.forEach(
          (separator, name) -> {
            if (columns.get(0).contains(separator)) {
              error(
                  "its columns are separated by %s; save the file with commas between them"
                      .formatted(name));
            }
          });
      return;
    }
    if (columns.stream().noneMatch(it -> REQUIRED.contains(it) || OPTIONAL.contains(it))) {
      error(NO_HEADER);
      return;
    }
    for (String required : REQUIRED) {
      if (!columns.contains(required)) {
        error("no column " + required);
      }
    }
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!seen.add(column)) {
        error("column " + column + " stands twice");
      } else if (!REQUIRED.contains(column) && !OPTIONAL.contains(column)) {
        error("unknown column " + column);
      }
    }
  }

  private void readAccount(List<String> row) {
    String name = cell(row, "name");
    String key = nameRule.key(name);
    if (name.isEmpty()) {
      error("no name");
    }
    Integer before = lines.putIfAbsent(key, line);
    if (before != null) {
      error("the account stands on line " + before + " already");
    }
    accounts.put(
        key,
        Account.named(name, key)
            .addresses(addresses(cell(row, "addresses")))
            .secondFactor(yes(row, "second_factor"))
            .critical(yes(row, "critical"))
            .published(yes(row, "published"))
            .secondFactorChangedAt(time(cell(row, CHANGED)))
            .language(language(cell(row, LANGUAGE)))
            .links(cells.links(cell(row, "links")))
            .keys(cells.keys(cell(row, "keys")))
            .coOwners(cells.coOwners(cell(row, "co_owners")))
            .profile(columns.contains(PROFILE) ? Optional.of(cell(row, PROFILE)) : Optional.empty())
            .build());
  }

  private Optional<String> language(String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!value.matches("[a-z]{2}")) {
      error("not a language of two letters such as de: " + value);
    }
    return Optional.of(value);
  }

  private List<RegisteredAddress> addresses(String cell) {
    List<RegisteredAddress> addresses = new ArrayList<>();
    for (String entry : cell.isEmpty() ? new String[0] : cell.split(";", -1)) {
      String[] words = entry.strip().split("\\s+");
      Optional<EmailAddress> address = EmailAddress.find(words[0]);
      if (address.isEmpty()) {
        error("not a plain mail address in addresses");
      } else if (addresses.stream().anyMatch(known -> known.address().equals(address.get()))) {
        error("an address stands twice");
      } else {
        addresses.add(withMarks(address.get(), words));
      }
    }
    return addresses;
  }

  private RegisteredAddress withMarks(EmailAddress address, String[] words) {
    boolean verified = false;
    Optional<Instant> since = Optional.empty();
    Optional<Instant> until = Optional.empty();
    for (int i = 1; i < words.length; i++) {
      String value = i + 1 < words.length ? words[i + 1] : "";
      switch (words[i]) {
        case "verified" -> verified = true;
        case "since" -> {
          since = requiredTime("since", value);
          i++;
        }
        case "until" -> {
          until = requiredTime("until", value);
          i++;
        }
        default -> error("after an address come only verified, since and until");
      }
    }
    return new RegisteredAddress(address, verified, since, until);
  }

  private boolean yes(List<String> row, String column) {
    String value = cell(row, column);
    if (!value.equals("yes") && !value.equals("no")) {
      error(column + " is yes or no, not \"" + value + "\"");
    }
    return value.equals("yes");
  }

  private Optional<Instant> requiredTime(String what, String value) {
    if (value.isEmpty()) {
      error("no time after " + what);
    }
    return time(value);
  }

  private Optional<Instant> time(String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> time = DirectoryTime.find(value);
    if (time.isEmpty()) {
      error("not a time such as 2026-01-31 or 2026-01-31T12:00:00Z: " + value);
    }
    return time;
  }

  /** Empty, too, when the file has no such column. */
  private String cell(List<String> row, String column) {
    int at = columns.indexOf(column);
    return at < 0 ? "" : row.get(at).strip();
  }

  private void error(String what) {
    errors.add("line " + line + ": " + what);
  }
}
