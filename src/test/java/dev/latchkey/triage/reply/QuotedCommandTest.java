package dev.latchkey.triage.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.BodyText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A seeded search for a form of quoting that lets a quoted command through the strict reading. */
class QuotedCommandTest {
  private static final String COMMAND = "APPROVE K7Q2M4XA";
  private static final int ROUNDS = 6_000;

  @Test
  void noQuotedCommandIsEverWritten() {
    Random random = new Random(7);
    for (int round = 0; round < ROUNDS; round++) {
      String mail = mail(random);
      TrimmedReply reply = new ReplyTrimmer().trim(BodyText.plain(mail));
      assertThat(reply.strict()).as(mail).doesNotContain(COMMAND);
      assertThat(reply.generous()).as(mail).contains("Typed above.");
    }
  }

  private static String mail(Random random) {
    String between = pick(random, List.of("\n", "\n\n", "\n\n\n"));
    String letter =
        pick(random, List.of("Dear Tess,\n\na case waits.\n\n", "", "A case waits.\n"))
            + pick(random, List.of("The first line of your answer: ", "Answer\n\n", "", "- "))
            + COMMAND
            + pick(random, List.of("", "\n\n-- \nThe desk", "\nor REJECT and why.", "\n\n> older"));
    String quote =
        switch (random.nextInt(5)) {
          case 0 -> letter;
          case 1 -> prefix(letter, ">");
          case 2 -> QuoteFormsTest.wrap(prefix(letter, "> "), 20 + random.nextInt(60));
          case 3 -> prefix(prefix(letter, "> "), ">");
          default -> prefix(letter, "> ");
        };
    String below =
        quote.startsWith(">") ? pick(random, List.of("", "\n\nTyped below.", "\n\n--\nTess")) : "";
    return "Typed above." + between + head(random) + between + quote + below + "\n";
  }

  private static String head(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> pick(random, QuoteFormsTest.paragraphs("headers.txt", "\n\n"));
      case 1 -> pick(random, QuoteFormsTest.lines("markers.txt"));
      case 2 -> {
        String introduction = pick(random, QuoteFormsTest.introductions());
        yield QuoteFormsTest.wrap(introduction.replace('\n', ' '), 40 + random.nextInt(60));
      }
      default -> pick(random, QuoteFormsTest.introductions());
    };
  }

  private static String prefix(String text, String mark) {
    return mark + text.replace("\n", "\n" + mark);
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
