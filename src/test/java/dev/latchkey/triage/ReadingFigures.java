package dev.latchkey.triage;

import dev.latchkey.config.ReadingFile;
import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.learned.CorpusMail;
import dev.latchkey.triage.learned.ModelTraining;
import dev.latchkey.triage.learned.Opinion;
import dev.latchkey.triage.learned.OpinionReader;
import dev.latchkey.triage.owner.AsideReader;
import dev.latchkey.triage.owner.ConcernReader;
import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.owner.OwnerAnswerReader;
import dev.latchkey.triage.remark.HasItAllReader;
import dev.latchkey.triage.request.IntentReader;
import dev.latchkey.triage.request.IntentReading;
import dev.latchkey.triage.request.RequestReader;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.triage.words.MailText;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How well mails are read: by the rules alone, by the models alone, by both together. */
final class ReadingFigures {
  private static final String[] READERS = {"rules", "models", "both"};

  private record Read(RequestReading request, IntentReading intent, OwnerAnswer owner) {}

  private static final class Count {
    private final int[] right = new int[READERS.length];
    private final int[] all = new int[READERS.length];
  }

  private final Map<String, Count> counts = new TreeMap<>();
  private final RequestForm form = ReadingFile.standard();
  private final RequestReader requests = new RequestReader(form);
  private final ConcernReader concerns = new ConcernReader(form);
  private final IntentReader intents = new IntentReader(form);
  private final OwnerAnswerReader owners = new OwnerAnswerReader();
  private final OpinionReader opinions;
  private final Optional<PrintStream> misses;

  ReadingFigures(OpinionReader opinions, Optional<PrintStream> misses) {
    this.opinions = opinions;
    this.misses = misses;
  }

  void read(CorpusMail mail) {
    Opinion opinion =
        opinions
            .read(mail.subject(), mail.text())
            .without(requests.noNames(MailText.of(mail.subject()), MailText.of(mail.text())));
    Read rules =
        new Read(
            requests.read(mail.subject(), mail.text()),
            intents.read(mail.text()),
            owners.read(mail.text()));
    boolean other =
        requests.isElse(MailText.of(mail.subject()), MailText.of(mail.text()))
            || concerns.read(mail.subject(), mail.text()).isElse();
    RequestReading nothing =
        rules.request().with(false, false, Set.of(), Set.of(), Optional.empty(), List.of());
    RequestReading thought = TwoReadings.request(nothing, opinion, Set.of());
    Read[] reads = {
      rules,
      new Read(
          thought,
          TwoIntents.intent(rules.intent().with(Intent.OTHER, false), opinion),
          TwoIntents.owner(OwnerAnswer.UNCLEAR, opinion, Set.of())),
      new Read(
          TwoReadings.request(
                  rules.request(), opinion, other ? Set.of(TwoReadings.Known.ELSE) : Set.of())
              .without(requests.notAgreed(MailText.of(mail.text()))),
          TwoIntents.intent(rules.intent(), opinion),
          TwoIntents.owner(rules.owner(), opinion, hints(mail.text())))
    };
    for (int at = 0; at < reads.length; at++) {
      if (mail.request()) {
        request(mail, at, reads[at].request());
      } else {
        later(mail, at, reads[at]);
      }
    }
  }

  private static Set<TwoIntents.Hint> hints(String text) {
    OwnerAnswerReader.Leaning leaning = new OwnerAnswerReader().leaning(text);
    Map<TwoIntents.Hint, Boolean> seen =
        Map.of(
            TwoIntents.Hint.CONTENT, HasItAllReader.says(text),
            TwoIntents.Hint.PLAIN, HasItAllReader.plainly(text),
            TwoIntents.Hint.ASIDE, AsideReader.read(text) == AsideReader.Says.ASIDE,
            TwoIntents.Hint.FINE, leaning.fine(),
            TwoIntents.Hint.CLAIMS, leaning.claims());
    return seen.keySet().stream().filter(seen::get).collect(Collectors.toSet());
  }

  private void request(CorpusMail mail, int at, RequestReading read) {
    boolean wanted = mail.label("recovery").orElse("").equals("yes");
    count(
        wanted ? "recovery recognised" : "no recovery kept out",
        mail,
        at,
        read.recovery() == wanted,
        read.recovery());
    if (!wanted) {
      return;
    }
    mail.label("username")
        .ifPresent(
            name -> {
              String got = read.username().orElse("-");
              count("account name", mail, at, got.equals(name), got);
              if (name.equals("-")) {
                count("account name, none there", mail, at, got.equals(name), got);
              }
            });
    mail.label("reasons")
        .ifPresent(
            label -> {
              Set<String> got =
                  read.reasons().stream().map(r -> r.word()).collect(Collectors.toSet());
              Set<String> real = Set.copyOf(mail.values("reasons"));
              count("reasons exact", mail, at, got.equals(real), got);
              if (read.sure()) {
                count("reasons exact where sure", mail, at, got.equals(real), got);
              }
              count("reasons sure", mail, at, read.sure(), "");
              for (String reason : ModelTraining.REASONS) {
                if (real.contains(reason)) {
                  count("  heard " + reason, mail, at, got.contains(reason), got);
                } else if (got.contains(reason)) {
                  count("  invented " + reason, mail, at, false, got);
                }
              }
            });
    box("codes", mail, at, codes(read));
    box("coc", mail, at, yes(read.agrees()));
    box("ack", mail, at, yes(read.waits()));
    if (!mail.values("projects").isEmpty()) {
      count(
          "projects",
          mail,
          at,
          read.projects().containsAll(mail.values("projects")),
          read.projects());
    }
  }

  private void box(String name, CorpusMail mail, int at, String got) {
    String wanted = mail.labels().getOrDefault(name, "-");
    if (!wanted.equals("?")) {
      count(name, mail, at, got.equals(wanted), got);
      if (!wanted.equals("-")) {
        count(name + " where said", mail, at, got.equals(wanted), got);
      }
    }
  }

  private static String codes(RequestReading read) {
    return read.codes().box().map(gone -> gone ? "none" : "have").orElse("-");
  }

  private static String yes(Optional<Boolean> said) {
    return said.map(yes -> yes ? "yes" : "no").orElse("-");
  }

  private void later(CorpusMail mail, int at, Read read) {
    String wanted = mail.label("intent").orElseThrow();
    String got = read.intent().intent().word();
    count("intent (4)", mail, at, four(got).equals(four(wanted)), got);
    if (!wanted.equals("objection") && !wanted.equals("confirm")) {
      count("intent (9)", mail, at, got.equals(wanted), got);
    }
    if (!four(wanted).equals("other")) {
      count("intent " + wanted, mail, at, got.equals(wanted), got);
    }
    if (!wanted.equals("resolved")) {
      count("never closed wrongly", mail, at, !got.equals("resolved"), got);
      count(
          "never closed wrongly on both",
          mail,
          at,
          !got.equals("resolved") || !read.intent().sure(),
          got);
    }
    if (wanted.equals("objection")) {
      count("objection heard", mail, at, read.owner() == OwnerAnswer.OBJECTS, read.owner());
    } else {
      count(
          "no objection where none is",
          mail,
          at,
          read.owner() != OwnerAnswer.OBJECTS,
          read.owner());
    }
    if (wanted.equals("confirm")) {
      count("confirmation heard", mail, at, read.owner() == OwnerAnswer.AGREES, read.owner());
    } else {
      count("no yes where none is", mail, at, read.owner() != OwnerAnswer.AGREES, read.owner());
    }
  }

  private static String four(String intent) {
    return Set.of("resolved", "status", "done").contains(intent) ? intent : "other";
  }

  private void count(String name, CorpusMail mail, int at, boolean ok, Object got) {
    for (String figure : List.of(name, name + " [" + mail.language() + "]")) {
      Count count = counts.computeIfAbsent(figure, f -> new Count());
      count.all[at]++;
      count.right[at] += ok ? 1 : 0;
    }
    if (!ok && at == READERS.length - 1) {
      misses.ifPresent(
          out ->
              out.println(
                  "%s | %s | %s | got %s%n    %s // %s"
                      .formatted(
                          name,
                          mail.id(),
                          mail.labels(),
                          got,
                          mail.subject(),
                          mail.text().replace("\n", " / "))));
    }
  }

  void print(PrintStream out) {
    out.printf("%-40s %14s %14s %14s%n", "", READERS[0], READERS[1], READERS[2]);
    counts.forEach(
        (name, count) -> {
          StringBuilder line = new StringBuilder("%-40s".formatted(name));
          for (int at = 0; at < READERS.length; at++) {
            line.append(
                " %4d/%-4d%5.1f"
                    .formatted(
                        count.right[at],
                        count.all[at],
                        100.0 * count.right[at] / Math.max(1, count.all[at])));
          }
          out.println(line);
        });
  }

  /** What part of the mails that a figure is about both readings together read right. */
  double percent(String figure) {
    Count count = counts.getOrDefault(figure, new Count());
    int both = READERS.length - 1;
    return 100.0 * count.right[both] / Math.max(1, count.all[both]);
  }
}
