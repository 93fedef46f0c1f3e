package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Detail;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * The detail of a line of history is for people. What the desk itself goes by is a type of {@link
 * Detail}: whoever compares the words instead loses old lines when they are written better.
 */
@NullMarked
class DetailReadersTest {
  private static final String ROOT = "dev.latchkey.";

  /** They show it, in a letter, on a page or in the log, or keep it. */
  private static final Set<String> SHOW_IT =
      Set.of(
          "cli.page.TicketJson",
          "cli.page.TicketPage",
          "flow.DeskNews",
          "flow.due.FinishReset",
          "flow.casefile.AfterReset",
          "flow.casefile.CalledOff",
          "flow.casefile.CaseDetails",
          "flow.casefile.FailedResets",
          "flow.casefile.StaffNotes",
          "store.HistoryRow");

  @Test
  void onlyTheTypesOfDetailsAreReadFromIt() {
    Set<String> readers =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.latchkey")
                .get(Cause.class)
                .getMethod("detail")
                .getAccessesToSelf()
                .stream()
                .map(access -> access.getOriginOwner().getName())
                .map(name -> name.substring(ROOT.length()).replaceAll("\\$.*", ""))
                .collect(Collectors.toSet());
    readers.removeAll(SHOW_IT);

    assertThat(readers)
        .as("who shows a detail is named above; who goes by one asks HistoryEntry.says")
        .containsExactlyInAnyOrder("ticket.Detail", "ticket.HistoryEntry");
  }
}
