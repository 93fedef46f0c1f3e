package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.accounts.ActionSource;
import dev.latchkey.accounts.DirectorySource;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.config.Settings;
import dev.latchkey.flow.AnswerSince;
import dev.latchkey.flow.loop.FirstLook;
import dev.latchkey.flow.loop.MailIntake;
import dev.latchkey.flow.loop.Portions;
import dev.latchkey.flow.loop.Pulse;
import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.MailSender;
import dev.latchkey.store.FirstStart;
import dev.latchkey.store.LargestMail;
import dev.latchkey.store.MailStore;
import dev.latchkey.store.RestoreHold;
import dev.latchkey.store.WaitingLine;
import dev.latchkey.store.database.Database;
import dev.latchkey.transport.ImapInbox;
import dev.latchkey.trust.secret.Vault;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A desk is put together in one place: what the root package constructs, nobody else does, neither
 * in the program nor in a test of a whole desk. Adapters are opened by the root alone.
 */
@NullMarked
class WiringTest {
  private static final String ROOT = "dev.latchkey";

  /** Where tests work with a whole desk; elsewhere a test may make the one part it is about. */
  private static final Set<String> DESK_TESTS =
      Set.of("", "scenario", "crash", "bench", "live", "demo", "cli", "flow", "schedule");

  private static final List<Class<?>> PORTS =
      List.of(Inbox.class, MailSender.class, AccountDirectory.class, RecoveryAction.class);

  private static JavaClasses program;
  private static JavaClasses tests;
  private static Set<String> parts;

  @BeforeAll
  static void read() {
    program =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    tests =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages(ROOT);
    parts =
        program.stream()
            .filter(WiringTest::isOfTheRoot)
            .flatMap(type -> type.getCodeUnitAccessesFromSelf().stream())
            .filter(WiringTest::makes)
            .map(WiringTest::owner)
            .filter(owner -> !isOfTheRoot(owner) && !owner.isRecord())
            .map(JavaClass::getName)
            .collect(Collectors.toSet());
  }

  @Test
  void theRootPutsTheDeskTogether() {
    assertThat(parts)
        .contains(
            Database.class.getName(),
            MailIntake.class.getName(),
            MailStore.class.getName(),
            Vault.class.getName(),
            ImapInbox.class.getName())
        .hasSizeGreaterThan(40);
  }

  @Test
  void nobodyElseInTheProgramDoes() {
    assertThat(program.stream().filter(type -> !isOfTheRoot(type)).flatMap(WiringTest::wirings))
        .isEmpty();
  }

  @Test
  void noTestOfADeskWiresOneOfItsOwn() {
    assertThat(
            tests.stream()
                .filter(type -> DESK_TESTS.contains(part(type)))
                .filter(type -> !type.getName().startsWith(WiringTest.class.getName()))
                .flatMap(WiringTest::wirings))
        .isEmpty();
  }

  /** What it looks like when somebody does it again; the rule has to see each line. */
  static final class SecondWiring {
    void make(Settings settings) throws Exception {
      try (Database database = Database.open(settings.database())) {
        Vault vault = new Vault(settings.keys().current(), List.of(), new Random());
        MailStore mails = new MailStore(database, vault, 1, new WaitingLine(mail -> ""));
        Inbox inbox = new ImapInbox(settings.imap());
        InstantSource clock = InstantSource.system();
        FirstLook first = new FirstLook(inbox, new FirstStart(database), AnswerSince.ALL, clock);
        LargestMail largest = new LargestMail(database, 1);
        new MailIntake(
                new Pulse(System::nanoTime),
                first,
                inbox,
                mails,
                new RestoreHold(database, clock, Optional.empty()),
                largest,
                new Portions(1),
                point -> {},
                clock)
            .poll();
        settings.accounts().open(InstantSource.system()).check();
        settings.action().open(InstantSource.system()).describe();
      }
    }
  }

  @Test
  void aSecondWiringIsSeen() {
    assertThat(wirings(tests.get(SecondWiring.class)))
        .extracting(line -> line.substring(line.indexOf(": ") + 2))
        .containsExactlyInAnyOrder(
            "Database.open",
            "Vault.<init>",
            "MailStore.<init>",
            "RestoreHold.<init>",
            "WaitingLine.<init>",
            "ImapInbox.<init>",
            "FirstStart.<init>",
            "FirstLook.<init>",
            "MailIntake.<init>",
            "Pulse.<init>",
            "LargestMail.<init>",
            "DirectorySource.open",
            "ActionSource.open");
  }

  /** Where a class makes a part of a desk, or opens an adapter, that is not of its own package. */
  private static Stream<String> wirings(JavaClass type) {
    Set<String> found = new TreeSet<>();
    for (JavaCodeUnitAccess<?> access : type.getCodeUnitAccessesFromSelf()) {
      JavaClass owner = owner(access);
      boolean part = makes(access) && (parts.contains(owner.getName()) || isAdapter(owner));
      boolean source =
          access.getTarget().getName().equals("open")
              && (owner.isAssignableTo(DirectorySource.class)
                  || owner.isAssignableTo(ActionSource.class));
      if ((part || source) && !owner.getPackageName().equals(type.getPackageName())) {
        found.add(
            "%s: %s.%s"
                .formatted(type.getName(), owner.getSimpleName(), access.getTarget().getName()));
      }
    }
    return found.stream();
  }

  /** A constructor, or a static method that answers an instance of its own class and holds more. */
  private static boolean makes(JavaCodeUnitAccess<?> access) {
    CodeUnitAccessTarget target = access.getTarget();
    if (!target.getOwner().getPackageName().startsWith(ROOT)) {
      return false;
    }
    boolean constructor =
        target.getName().equals("<init>") && !target.getRawParameterTypes().isEmpty();
    boolean opens =
        Set.of("open", "start").contains(target.getName())
            && target.getRawReturnType().equals(target.getOwner());
    return constructor || opens;
  }

  private static boolean isAdapter(JavaClass type) {
    return program.contain(type.getName()) && PORTS.stream().anyMatch(type::isAssignableTo);
  }

  private static JavaClass owner(JavaCodeUnitAccess<?> access) {
    return access.getTargetOwner();
  }

  private static boolean isOfTheRoot(JavaClass type) {
    return type.getPackageName().equals(ROOT);
  }

  private static String part(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1).split("\\.")[0];
  }
}
