package dev.latchkey.triage.request;

import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.triage.form.AnswerWords;
import dev.latchkey.triage.form.BoxReader;
import dev.latchkey.triage.form.BoxSentences;
import dev.latchkey.triage.form.FieldAnswers;
import dev.latchkey.triage.form.FormSections;
import dev.latchkey.triage.form.FormText;
import dev.latchkey.triage.form.FormText.Section;
import dev.latchkey.triage.form.Plainly;
import dev.latchkey.triage.form.QuotedForm;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.form.RequestForm.Field;
import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.form.SiteReader;
import dev.latchkey.triage.name.AccountNames;
import dev.latchkey.triage.name.EastNames;
import dev.latchkey.triage.name.NameMentions;
import dev.latchkey.triage.name.NamedAddresses;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.request.LockedOutReader.Says;
import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.Sign;
import dev.latchkey.triage.words.SignScorer;
import dev.latchkey.triage.words.Statements;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what a mail asks for out of its words: the fields of the form where they are filled in, and
 * the sentences around them. Knows no word itself; all of them are in the {@link RequestForm}.
 */
public final class RequestReader {
  /** So many words say why, even if it is a reason of their own. */
  private static final int STORY = 15;

  private final RequestForm form;
  private final FormText headings;
  private final QuotedForm quotedForm;
  private final FieldAnswers fields;
  private final AccountNames names;
  private final NamedAddresses named;
  private final SiteReader sites;
  private final SignScorer reasonSigns;
  private final RecoverySigns recovery;
  private final SignScorer saidSigns;
  private final Plainly plainly;
  private final ConsentDoubts consent;
  private final PlainAsk asks = new PlainAsk();
  private final AnswerWords answers;

  public RequestReader(RequestForm form) {
    this.form = form;
    BoxSentences sentences = new BoxSentences(form.boxes());
    AnswerWords words = new AnswerWords(form.answers());
    BoxReader boxes = new BoxReader(words, sentences);
    this.answers = words;
    this.fields = new FieldAnswers(words);
    this.headings = new FormText(form.labels(), boxes);
    this.quotedForm = new QuotedForm(headings, boxes);
    this.names = AccountNames.of(form);
    this.named = new NamedAddresses(form.sites(), form.projectNames(), form.vocabulary().words());
    this.sites = new SiteReader(form.sites());
    this.reasonSigns =
        new SignScorer(
            form.vocabulary(),
            form.signs(),
            form.reasons().values().stream().flatMap(List::stream).toList());
    this.saidSigns =
        new SignScorer(
            form.vocabulary(),
            form.signs(),
            form.said().values().stream().flatMap(List::stream).toList());
    this.consent = new ConsentDoubts(form, sentences);
    this.plainly = new Plainly(form.concerns().doubts());
    this.recovery = new RecoverySigns(form);
  }

  /** Reads a subject and a mail (secrets removed): its generous reading, and labels it answers. */
  public RequestReading read(String subject, TrimmedReply reply) {
    return read(subject, readable(reply));
  }

  /**
   * Which words of a mail are not the name of the account that it is about: they only stand for one
   * ("username", "forgotten"), or are an old name or somebody else's, or stand beside a field for
   * it in which something else was written.
   *
   * @param written what {@link #readable} gave
   */
  public Predicate<String> noNames(MailText subject, MailText written) {
    NameMentions mentions = NameMentions.in(subject, written);
    String field =
        sections(written).of(Field.ACCOUNT_NAME).stream()
            .map(Section::text)
            .collect(Collectors.joining("\n"));
    return mentions.isUnknown()
        ? word -> true
        : word ->
            names.isPlaceholder(word)
                || mentions.isOthers(word)
                || !(field.isBlank() || field.contains(word));
  }

  /** Whether a first mail says that there is nothing to get back here, whatever it sounds like. */
  public boolean isElse(MailText subject, MailText written) {
    return asks.isElse(subject, written) || lockedOut(subject, written) == Says.TOLD;
  }

  /** Whether its writer asks what they are to do: "lost my phone, what now?". */
  public boolean asksWhatToDo(MailText subject, MailText written) {
    return asks.asksWhatToDo(subject, written);
  }

  /** Whether its writer asks for help, or says that it is urgent. */
  public boolean asksForHelp(MailText subject, MailText written) {
    return asks.asksForHelp(subject, written);
  }

  /** What it says of a password that is lost, and of a mail to set a new one. */
  public Says lockedOut(MailText subject, MailText written) {
    return LockedOutReader.read(subject, written);
  }

  /**
   * To what nobody agrees in {@code written}, whatever it seems to say: every sentence about it
   * asks, refuses, makes a condition, or is somebody else's words; a wait that is refused in one
   * sentence is granted in none.
   */
  public Set<Said> notAgreed(MailText written) {
    Set<Said> none = EnumSet.noneOf(Said.class);
    none.addAll(consent.doubted(written));
    if (WaitReader.refuses(written)) {
      none.add(Said.CAN_WAIT);
    }
    return none;
  }

  /** To what {@code written} agrees by its name: "the wait is ok", "your rules? Sure". */
  public Set<Said> plainlyAgreed(MailText written) {
    // A form is read by its labels and boxes.
    if (Stream.of(":", "：", "[ ]", "☐", "\n").anyMatch(written.text()::contains)) {
      return Set.of();
    }
    Set<Said> said = new HashSet<>(PlainAnswers.said(written.text()));
    said.addAll(consent.answered(written));
    said.removeAll(notAgreed(written));
    return said;
  }

  /** What is read of a mail: its generous reading, and labels it answers. */
  public String readable(TrimmedReply reply) {
    return quotedForm.answered(reply);
  }

  /** Reads a subject and what was written below it (the generous reading, secrets removed). */
  public RequestReading read(String subject, String generous) {
    return read(MailText.of(subject), MailText.of(RedactedText.withoutMarks(generous)));
  }

  /** The same of texts that others read as well, without the marks of secrets. */
  public RequestReading read(MailText heading, MailText text) {
    String subject = heading.text();
    String written = text.text();
    FormSections sections = sections(text);
    MailText prose = text.or(sections.details());
    Words title = heading.words();
    Words details = prose.words();
    List<String> why = new ArrayList<>();
    Name name = name(heading, sections, prose, why);
    MailText told = prose.or(SaidToReader.without(details));
    Set<Said> said = said(told.clauses());
    WaitReader.in(told)
        .ifPresent(
            waits -> {
              said.removeAll(Set.of(Said.CAN_WAIT, Said.CANNOT_WAIT));
              said.add(waits ? Said.CAN_WAIT : Said.CANNOT_WAIT);
            });
    if (details.text().isEmpty()) {
      // Whose subject is the mail agrees to nothing in it.
      said(heading.clauses()).stream().filter(Said::isOfCodes).forEach(said::add);
    }
    if (said.contains(Said.CODES_LOST) && answers.neverMade(details.text())) {
      said.remove(Said.CODES_LOST);
      said.add(Said.CODES_NEVER_MADE);
    }
    Set<Reason> reasons =
        reasons(
            details,
            reasonSigns.read(
                details.text().isEmpty()
                    ? heading.clauses()
                    : ForgottenInMail.clausesWithout(prose)),
            why);
    if (said.contains(Said.NO_SECOND_FACTOR) && reasons.contains(Reason.FORGOT_PASSWORD)) {
      // Whoever never had one has lost none.
      reasons.remove(Reason.LOST_2FA_DEVICE);
    }
    boolean compromised = reasons.contains(Reason.ACCOUNT_COMPROMISED);
    if (compromised && !statesCompromise(details.text().isEmpty() ? subject : details.text())) {
      reasons.remove(Reason.ACCOUNT_COMPROMISED);
      said.add(Said.AFRAID);
    }
    return new RequestReading(
        recovery.areIn(heading, prose, sections, name.text(), reasons, why),
        false,
        name.text(),
        name.labelled(),
        sections.isForeign(),
        sites.read(title, sections.of(Field.SITE), details),
        reasons,
        codes(sections),
        said,
        box(Field.CODE_OF_CONDUCT, sections),
        box(Field.ACKNOWLEDGEMENT, sections),
        NamedAddresses.addresses(subject + "\n" + written),
        projects(sections, details),
        details.text(),
        why);
  }

  private FormSections sections(MailText text) {
    return text.once(headings, written -> new FormSections(headings.sections(written.text())));
  }

  /** Whether it still reads so without what is only asked or feared. */
  private boolean statesCompromise(String text) {
    return SignScorer.sum(
            Reason.ACCOUNT_COMPROMISED.word(),
            form.reasons().getOrDefault(Reason.ACCOUNT_COMPROMISED, List.of()),
            reasonSigns.read(MailText.of(plainly.stated(text)).clauses()))
        .enough();
  }

  /**
   * An account name.
   *
   * @param labelled a field, or a link to the account's page, gives it
   */
  private record Name(Optional<String> text, boolean labelled) {}

  private Name name(MailText subject, FormSections sections, MailText details, List<String> why) {
    List<Section> fields = sections.of(Field.ACCOUNT_NAME);
    for (Section field : fields) {
      Optional<String> name = names.inField(field.text());
      if (name.isPresent()) {
        why.add("account name: below '" + field.heading() + "'");
        return new Name(name, true);
      }
    }
    Optional<String> said =
        names
            .inSentence(details.words(), NameMentions.in(details))
            .or(() -> names.inSentence(subject.words(), NameMentions.in(subject)));
    Optional<String> name =
        said.or(() -> TitleName.in(subject, details))
            .or(() -> EastNames.in(details.text()).filter(one -> !isOthers(one, details)))
            .or(() -> fields.isEmpty() ? names.byPage(details.text()) : Optional.empty());
    name.ifPresent(found -> why.add("account name: in a sentence"));
    return new Name(name, said.isEmpty() && name.isPresent());
  }

  private static boolean isOthers(String name, MailText text) {
    return NameMentions.in(text).isOthers(name);
  }

  private Set<Reason> reasons(Words details, Statements statements, List<String> why) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    for (Map.Entry<Reason, List<Sign>> question : form.reasons().entrySet()) {
      Reason reason = question.getKey();
      SignScorer.Sum sum = SignScorer.sum(reason.word(), question.getValue(), statements);
      if (sum.enough()) {
        reasons.add(reason);
        why.addAll(sum.why());
        statements.add(reason.word());
      }
    }
    if (reasons.isEmpty() && FormText.length(details) >= STORY) {
      why.add("other: nothing else fits");
      reasons.add(Reason.OTHER);
    }
    return reasons;
  }

  private Set<Said> said(List<List<Words.Word>> told) {
    Statements statements = saidSigns.read(told);
    Set<Said> said = EnumSet.noneOf(Said.class);
    form.said()
        .forEach(
            (what, signs) -> {
              if (SignScorer.sum(what.name(), signs, statements).enough()) {
                said.add(what);
              }
            });
    return said;
  }

  private RecoveryCodes codes(FormSections sections) {
    List<BoxReader.Line> lines = sections.below(Field.RECOVERY_CODES);
    return lines.isEmpty() ? RecoveryCodes.UNSAID : fields.codes(lines);
  }

  private Optional<Boolean> box(Field field, FormSections sections) {
    List<BoxReader.Line> lines = sections.below(field);
    return lines.isEmpty() ? Optional.empty() : fields.consent(field, lines);
  }

  private List<String> projects(FormSections sections, Words details) {
    Set<String> projects = new LinkedHashSet<>();
    sections.of(Field.PROJECTS).forEach(section -> projects.addAll(named.inField(section.text())));
    projects.addAll(named.projects(details));
    return List.copyOf(projects);
  }
}
