package dev.latchkey.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.EmailAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailboxesTest {

  @ParameterizedTest(name = "{0} and {1}: one organisation {2}, one mailbox {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dora@mail.example        | dora@other.example        | false | false
          dora@mail.example        | kim@mail.example          | true  | false
          dora@corp.example        | dora@mail.corp.example    | true  | false
          dora@corp.co.uk          | dora@mail.corp.co.uk      | true  | false
          dora@corp.co.uk          | dora@other.co.uk          | false | false
          dora@a.github.io         | dora@b.github.io          | false | false
          dora@a.b.zz-unknown      | dora@c.b.zz-unknown       | true  | false
          dora@corp.xn--fiqs8s     | dora@www.corp.xn--fiqs8s  | true  | false
          dora+desk@mail.example   | dora@mail.example         | true  | true
          d.ora@gmail.com          | dora+x@googlemail.com     | true  | true
          d.ora@mail.example       | dora@mail.example         | true  | false
          dora@pm.me               | dora@protonmail.com       | true  | true
          dora@localhost           | kim@localhost             | true  | false
          +@mail.example           | dora@mail.example         | true  | false
          """)
  void addressesThatFallTogether(String one, String other, boolean together, boolean same) {
    EmailAddress first = EmailAddress.of(one);
    EmailAddress second = EmailAddress.of(other);

    assertThat(Mailboxes.together(first, second)).isEqualTo(together);
    assertThat(Mailboxes.together(second, first)).isEqualTo(together);
    assertThat(Mailboxes.same(first, second)).isEqualTo(same);
  }
}
