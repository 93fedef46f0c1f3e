package dev.latchkey.letter;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Lacking;
import dev.latchkey.letter.phrase.AccountPhrase;
import dev.latchkey.letter.phrase.EvidencePhrase;
import dev.latchkey.letter.phrase.GiverPhrase;
import dev.latchkey.letter.phrase.MessagePhrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.triage.secret.SecretKind;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Letters that templates are tried with, as a desk would write them. */
public final class LetterTexts {
  public static final String CODE = "7GQ2-MX4A-9KTR-22WD";
  public static final String DESK = "Example Index account desk";
  public static final String REFERENCE = "LK-1042";

  public static final Letterhead HEAD =
      new Letterhead(DESK, "help@desk.example", REFERENCE, Instant.parse("2026-02-17T14:00:00Z"));

  private LetterTexts() {}

  public static Letter of(LetterKind kind) {
    return (Letter) with(kind.type(), Map.of());
  }

  public static <T extends Letter> T of(Class<T> type) {
    return with(type, Map.of());
  }

  public static <T extends Letter> T with(Class<T> type, String name, Object value) {
    return with(type, Map.of(name, value));
  }

  public static <T> T with(Class<T> type, Map<String, ?> given) {
    RecordComponent[] components = type.getRecordComponents();
    Map<String, Field> fields =
        Field.of(type).stream().collect(Collectors.toMap(Field::name, Function.identity()));
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      Class<?> component = components[i].getType();
      Object value = given.get(components[i].getName());
      if (Part.class.isAssignableFrom(component)) {
        values[i] = with(component, given);
      } else {
        Field field = Objects.requireNonNull(fields.get(components[i].getName()));
        values[i] = value == null ? value(field, component) : value;
      }
    }
    try {
      return type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
          .newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object value(Field field, Class<?> type) {
    Object value =
        switch (field.kind()) {
          case LINE -> line(field);
          case TEXT ->
              new Text(
                  "The first line of it.\n\nAnd a second one, which is long enough to pass the"
                      + " width of a mail, so that it has to be broken somewhere.");
          case LINES -> List.of("a first fact, dated 2026-02-01", "a second fact");
          case NUMBER -> 4;
          case FLAG -> true;
          case MOMENT -> Instant.parse("2026-03-03T14:00:00Z");
          case DATE -> LocalDate.of(2021, 3, 1);
          case DURATION -> Duration.ofDays(3);
          case SPAN -> Span.usual(Duration.ofHours(180));
          case WORD ->
              field.element() == TicketState.class
                  ? TicketState.PROVING
                  : field.element().getEnumConstants()[1];
          case WORDS -> words(field.element());
          case PASSAGES ->
              List.of(
                  new Passage(
                      new MessagePhrase.WrittenByRequester(
                          "dora@mail.example", Instant.parse("2026-03-01T09:00:00Z")),
                      new Text("I lost my telephone.\nPlease help me.")));
          case SENTENCE -> sentence(field);
          case SENTENCES ->
              field.element() == ProofWay.class
                  ? List.of(sentence(field))
                  : List.of(
                      new AccountPhrase.AddressWith(
                          EmailAddress.of("dora@mail.example"),
                          List.of(
                              new AccountPhrase.Since(LocalDate.of(2021, 3, 1)),
                              new AccountPhrase.OfRequester())),
                      new AccountPhrase.SecondFactor(true));
        };
    return type == Optional.class ? Optional.of(value) : value;
  }

  private static Object sentence(Field field) {
    if (field.element() == GiverPhrase.class) {
      return new GiverPhrase.ByStaff(EmailAddress.of("alice@staff.example"));
    }
    return field.element() == ProofWay.class
        ? new ProofWay.AnyBranch("recovery-7gq2mx4a9ktr22wdkp5e")
        : new EvidencePhrase.NotRecommended(List.of(new Lacking.Points(12, 8)));
  }

  private static Set<?> words(Class<?> type) {
    if (type == Question.class) {
      return new LinkedHashSet<>(List.of(Question.REASON, Question.ACCOUNT_NAME));
    }
    if (type == SecretKind.class) {
      return Set.of(SecretKind.PASSWORD, SecretKind.RECOVERY_CODE);
    }
    if (type == Verb.class) {
      return EnumSet.allOf(Verb.class);
    }
    return type == Reason.class ? Set.of(Reason.LOST_2FA_DEVICE) : EnumSet.of(EvidenceClass.CODE);
  }

  private static Object line(Field field) {
    if (field.element() == Reference.class) {
      return new Reference(1017);
    }
    if (field.element() == EmailAddress.class) {
      return EmailAddress.of("alice@staff.example");
    }
    if (field.element() == Verb.class) {
      return Verb.HOLD;
    }
    return field.name().equals("account") ? "dora" : CODE;
  }
}
