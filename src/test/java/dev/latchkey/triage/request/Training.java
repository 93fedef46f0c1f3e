package dev.latchkey.triage.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.mail.BodyText;
import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.learned.Lesson;
import dev.latchkey.triage.learned.Question;
import dev.latchkey.triage.learned.Trainer;
import dev.latchkey.triage.reply.ReplyTrimmer;
import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.secret.SecretRedactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Trains the second opinion on four fifths of the project's own corpus, and writes its file. The
 * same corpus and the same rules make the same file.
 */
public final class Training {
  static final Path FILE = Path.of("src/main/resources/dev/latchkey/triage/learned/model.bin");

  private final SecretRedactor redactor = new SecretRedactor();
  private final RequestRules requests = new RequestRules(ReadingForms.shipped());
  private final IntentRules intents = new IntentRules(ReadingForms.shipped());
  private final OwnerReader owners = new OwnerReader();
  private final ObjectionReader objections = new ObjectionReader();

  private Training() {}

  public static void main(String[] arguments) throws IOException {
    byte[] file = file();
    Files.write(FILE, file);
    System.out.println(FILE + ": " + file.length + " octets");
  }

  /** The octets of the model file. */
  static byte[] file() {
    Training training = new Training();
    List<Lesson> replies = training.lessons("replies", training::reply);
    List<Lesson> owners = training.lessons("owners", training::owner);
    training.lessons("replies", training::notOwner).forEach(owners::add);
    return Trainer.train(training.lessons("requests", training::request), replies, owners);
  }

  private interface Teacher {
    Lesson lesson(ReadingCorpus.Mail mail, String subject, String written);
  }

  private List<Lesson> lessons(String kind, Teacher teacher) {
    List<Lesson> lessons = new ArrayList<>();
    for (ReadingCorpus.Mail mail : ReadingCorpus.load(kind)) {
      if (!mail.keptAside()) {
        String written = new ReplyTrimmer().trim(BodyText.plain(mail.text())).generous();
        lessons.add(teacher.lesson(mail, clean(mail.subject()), clean(written)));
      }
    }
    return lessons;
  }

  private String clean(String text) {
    return RedactedText.withoutMarks(redactor.redact(text, SecretRedactor.find(text)).text());
  }

  private Lesson request(ReadingCorpus.Mail mail, String subject, String written) {
    JsonNode label = mail.label();
    RequestRules.Found found = requests.read(subject, written);
    Map<Question, Boolean> answers = new EnumMap<>(Question.class);
    Map<Question, Set<String>> names = new EnumMap<>(Question.class);
    boolean recovery = label.get("recovery").asBoolean();
    answers.put(Question.RECOVERY, recovery);
    if (recovery) {
      if (label.has("reasons")) {
        for (Reason reason : Reason.values()) {
          answers.put(
              Question.valueOf(reason.name()),
              strings(label.get("reasons")).contains(reason.word()));
        }
      }
      statement(
          label,
          "recovery_codes",
          "none",
          Question.CODES_NONE,
          "have",
          Question.CODES_HELD,
          answers);
      statement(
          label,
          "coc_agreed",
          "true",
          Question.CONDUCT_AGREED,
          "false",
          Question.CONDUCT_REFUSED,
          answers);
      statement(
          label,
          "acknowledged",
          "true",
          Question.TERMS_KNOWN,
          "false",
          Question.TERMS_REFUSED,
          answers);
      if (label.has("username")) {
        names.put(Question.ACCOUNT_NAME, strings(label.get("username")));
      }
      names.put(Question.PROJECT, strings(label.get("projects")));
    }
    Set<Question> rules = EnumSet.noneOf(Question.class);
    found.reasons().forEach(reason -> rules.add(Question.valueOf(reason.name())));
    if (found.recovery()) {
      rules.add(Question.RECOVERY);
    }
    Optional<Optional<String>> name =
        recovery && label.has("username")
            ? Optional.of(strings(label.get("username")).stream().findFirst())
            : Optional.empty();
    return new Lesson(
        mail.language(),
        mail.learnedBlock(),
        subject,
        written,
        answers,
        rules,
        Set.of(),
        name,
        found.username(),
        names);
  }

  private static void statement(
      JsonNode label,
      String key,
      String yes,
      Question yesQuestion,
      String no,
      Question noQuestion,
      Map<Question, Boolean> answers) {
    if (label.has(key)) {
      answers.put(yesQuestion, label.get(key).asText().equals(yes));
      answers.put(noQuestion, label.get(key).asText().equals(no));
    }
  }

  private Lesson reply(ReadingCorpus.Mail mail, String subject, String written) {
    IntentRules.Found found = intents.read(written);
    String intent = mail.label().get("intent").asText();
    Map<Question, Boolean> answers = new EnumMap<>(Question.class);
    for (Intent one : Intent.values()) {
      answers.put(Question.valueOf("IS_" + one.name()), one.word().equals(intent));
    }
    Set<Question> hints =
        found.over() ? EnumSet.of(Question.IS_RESOLVED) : EnumSet.noneOf(Question.class);
    return lesson(
        mail,
        subject,
        written,
        answers,
        EnumSet.of(Question.valueOf("IS_" + found.intent().name())),
        hints);
  }

  private Lesson owner(ReadingCorpus.Mail mail, String subject, String written) {
    return owner(mail, subject, written, mail.label().get("owner").asText(), Set.of());
  }

  /** A requester's mail is no answer of an owner. */
  private Lesson notOwner(ReadingCorpus.Mail mail, String subject, String written) {
    return owner(mail, subject, written, OwnerAnswer.UNCLEAR.word(), Set.of(Question.UNCLEAR));
  }

  private Lesson owner(
      ReadingCorpus.Mail mail, String subject, String written, String label, Set<Question> hints) {
    Map<Question, Boolean> answers = new EnumMap<>(Question.class);
    for (OwnerAnswer one : OwnerAnswer.values()) {
      answers.put(Question.valueOf(one.name()), one.word().equals(label));
    }
    Set<Question> rules = EnumSet.noneOf(Question.class);
    if (objections.objects(written)) {
      rules.add(Question.OBJECTS);
    } else if (owners.agrees(written)) {
      rules.add(Question.AGREES);
    }
    return lesson(mail, subject, written, answers, rules, hints);
  }

  private static Lesson lesson(
      ReadingCorpus.Mail mail,
      String subject,
      String written,
      Map<Question, Boolean> answers,
      Set<Question> rules,
      Set<Question> hints) {
    return new Lesson(
        mail.language(),
        mail.learnedBlock(),
        subject,
        written,
        answers,
        rules,
        hints,
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  private static Set<String> strings(JsonNode node) {
    Set<String> strings = new HashSet<>();
    if (node.isTextual()) {
      strings.add(node.asText());
    }
    node.forEach(text -> strings.add(text.asText()));
    return strings;
  }
}
