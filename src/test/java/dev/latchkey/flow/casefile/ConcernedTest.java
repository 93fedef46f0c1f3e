package dev.latchkey.flow.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.EmailAddress;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose case it is, by whichever name of their mailbox. */
class ConcernedTest {
  @ParameterizedTest
  @CsvSource({
    "ada+registry@staff.example, ada@staff.example, true",
    "ada@staff.example, ada+desk@staff.example, true",
    "a.da@gmail.com, ada@googlemail.com, true",
    "ada@staff.example, ida@staff.example, false",
    "ada@mail.example, ada@staff.example, false"
  })
  void whoHasTheMailboxIsConcerned(String owner, String member, boolean concerned) {
    EmailAddress who = EmailAddress.of(member);
    Concerned people = new Concerned(Set.of(EmailAddress.of(owner)));

    assertThat(people.is(who)).isEqualTo(concerned);
    assertThat(people.with(Optional.of(who)).contains(who)).isEqualTo(concerned);
  }
}
