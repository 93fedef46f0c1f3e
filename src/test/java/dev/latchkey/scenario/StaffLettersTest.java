package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * How many letters one command sends to the staff: nobody gets two in one moment about one ticket.
 */
@NullMarked
class StaffLettersTest {
  /**
   * Two each: whether people have to freeze an account is known when the account system was asked;
   * and who asks for the STATUS of a case gets the case as well, with its code.
   */
  private static final Set<Verb> TWO = EnumSet.of(Verb.FREEZE, Verb.STATUS);

  @TestFactory
  Stream<DynamicTest> nobodyGetsTwoLettersAboutOneCommand() {
    return Stream.of(Verb.values())
        .map(verb -> DynamicTest.dynamicTest(verb.name(), () -> count(verb)));
  }

  private static void count(Verb verb) throws IOException, SQLException {
    try (Conversation desk = CommandGatesTest.desk(verb)) {
      String mail = CommandGatesTest.prepared(desk, verb);
      int before = desk.sender().sent().size();
      desk.receive(mail);
      assertThat(desk.outcome()).isEqualTo(Outcome.COMMAND_DONE);
      List<OutboundMail> sent = desk.sender().sent();
      Map<String, List<String>> letters = new TreeMap<>();
      for (OutboundMail letter : sent.subList(before, sent.size())) {
        String reader = letter.recipient().toString();
        if (reader.endsWith("@staff.example")) {
          letters.merge(
              reader,
              List.of(desk.letter(letter)),
              (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
        }
      }
      assertThat(letters.values())
          .as("%s: %s", verb, letters)
          .allMatch(one -> one.size() <= (TWO.contains(verb) ? 2 : 1));
    }
  }
}
