package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What people ask beside their request, in a first mail and while we wait for answers. */
@NullMarked
class SideQuestionsTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String GRETA = "dora@mail.example";

  @Test
  void theQuestionsComeWithTheNextLetterAndAPersonHears() throws IOException, SQLException {
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(SideQuestionsTest.class), STORY.resolve("accounts.csv"))) {
      desk.receive(
          desk.stamped(
              GRETA,
              "support@desk.example",
              "Zugang",
              "",
              "Guten Tag, mein Enkel hat mir ein neues Telefon gegeben und jetzt verlangt Ihre"
                  + " Seite einen sechsstelligen Code. Mein Konto heißt dora. Was muss ich tun?"));
      assertThat(desk.state(1001)).isEqualTo("NEEDS_DETAILS");
      assertThat(asked(desk)).isZero();

      desk.receive(
          desk.answer(
              GRETA,
              desk.last("ACKNOWLEDGEMENT", GRETA),
              "Ach du liebe Zeit, was ist denn ein Wiederherstellungscode? Das sagt mir nichts."
                  + " Und muss ich für die Hilfe etwas bezahlen?"));
      assertThat(asked(desk)).isEqualTo(1);

      desk.receive(
          desk.answer(
              GRETA,
              desk.last("ACKNOWLEDGEMENT", GRETA),
              "Das verstehe ich nicht, welche Nummer denn? Da stehen keine Nummern."));
      assertThat(desk.state(1001)).isEqualTo("IN_REVIEW");
      assertThat(desk.last("PERSON_LOOKS", GRETA).body()).contains("Das liegt an uns");
    }
  }

  @Test
  void thePriceInAFirstMailIsAskedOfAPerson() throws IOException, SQLException {
    try (Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(SideQuestionsTest.class), STORY.resolve("accounts.csv"))) {
      desk.receive(
          Conversation.mail(STORY.resolve("01-request.eml"))
              .replace("I lost my", "How much does it cost? I lost my"));
      desk.receive(
          desk.stamped(
              "carlos@correo.example",
              "support@desk.example",
              "cuenta",
              "",
              "Hola, perdí la contraseña de mi cuenta carlos y el correo no llega. ¿Cuánto cuesta"
                  + " recuperar una cuenta? ¿Y se puede por teléfono?"));
      assertThat(desk.column("SELECT id FROM ticket WHERE state <> 'INQUIRY'")).hasSize(2);
      assertThat(asked(desk)).isEqualTo(2);
    }
  }

  private static int asked(Conversation desk) throws SQLException {
    return desk.column("SELECT id FROM outbox WHERE letter = 'REQUESTER_ASKS'").size();
  }
}
