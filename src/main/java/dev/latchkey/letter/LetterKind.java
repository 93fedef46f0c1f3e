package dev.latchkey.letter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One letter as a kind: its name in the outbox and in stories, its template, its budget. */
public final class LetterKind {
  private static final Pattern WORD_BEGINS = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private static final Set<String> KNOWN_TO_ALL =
      Set.of("desk", "deskAddress", "reference", "links", "words", "targets");

  private static final List<LetterKind> ALL =
      Records.of(Letter.class).map(LetterKind::new).toList();

  private static final Map<Class<?>, LetterKind> BY_TYPE =
      ALL.stream().collect(Collectors.toUnmodifiableMap(kind -> kind.type, Function.identity()));

  private static final Map<String, LetterKind> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(kind -> kind.name, Function.identity()));

  private final Class<?> type;
  private final Class<?> party;
  private final String name;
  private final MailClass mailClass;
  private final List<Field> fields;

  private LetterKind(Class<?> type) {
    this.type = type;
    party =
        Arrays.stream(Letter.class.getPermittedSubclasses())
            .filter(some -> some.isAssignableFrom(type))
            .findFirst()
            .orElseThrow();
    name = upperSnake(type);
    mailClass =
        Stream.of(type, type.getInterfaces()[0], party)
            .flatMap(place -> Stream.ofNullable(place.getAnnotation(Charged.class)))
            .findFirst()
            .orElseThrow()
            .value();
    fields = Field.of(type);
    for (Field field : fields) {
      if (KNOWN_TO_ALL.contains(field.name())) {
        throw new IllegalStateException(
            type + " has a component that every letter knows: " + field);
      }
    }
  }

  /** A letter of another version: it is written, and only its name is known. */
  private LetterKind(String name) {
    type = Void.class;
    party = Void.class;
    this.name = name;
    mailClass = MailClass.ANSWER;
    fields = List.of();
  }

  /** The kind with that name, which another version of the desk may know. */
  public static LetterKind named(String name) {
    return find(name).orElseGet(() -> new LetterKind(name));
  }

  /** All letters there are, by party. */
  public static List<LetterKind> all() {
    return ALL;
  }

  /** The kind of a letter. */
  public static LetterKind of(Class<? extends Letter> type) {
    return Objects.requireNonNull(BY_TYPE.get(type));
  }

  /** The kind with that name. */
  public static Optional<LetterKind> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** In upper case, for example {@code NOTICE_STARTED}. */
  public String name() {
    return name;
  }

  /** What budget it is taken from. */
  public MailClass mailClass() {
    return mailClass;
  }

  /** Who it is for: requester, owner, voucher or staff. */
  public String party() {
    return party.getSimpleName().replace("Letter", "").toLowerCase(Locale.ROOT);
  }

  /** It goes to the requester, into their thread. */
  public boolean toRequester() {
    return RequesterLetter.class.isAssignableFrom(type);
  }

  /** It goes to a registered address of the account. */
  public boolean toOwner() {
    return OwnerLetter.class.isAssignableFrom(type);
  }

  /** It goes to somebody who is asked to vouch. */
  public boolean toVoucher() {
    return VoucherLetter.class.isAssignableFrom(type);
  }

  /** The record. */
  public Class<?> type() {
    return type;
  }

  /** The name of its template in every language's folder, for example {@code last-call.txt}. */
  public String fileName() {
    return name.toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
  }

  /** What its template may use. */
  public List<Field> fields() {
    return fields;
  }

  /** The name of a record as constants are written. */
  public static String upperSnake(Class<?> record) {
    return WORD_BEGINS.matcher(record.getSimpleName()).replaceAll("_").toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return name;
  }
}
