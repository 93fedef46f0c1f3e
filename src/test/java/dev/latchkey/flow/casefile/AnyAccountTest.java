package dev.latchkey.flow.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.accounts.OnRecord;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Policy;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class AnyAccountTest {
  @Test
  void allThatCanBeOnRecordIsAskedFor() {
    assertThat(AnyAccount.of(Policy.standard(), EnumSet.allOf(OnRecord.class)).kinds())
        .containsExactly(
            EvidenceClass.BRANCH,
            EvidenceClass.SITE_FILE,
            EvidenceClass.SIGNATURE,
            EvidenceClass.VOUCHER);
  }

  @Test
  void whatNoAccountOfTheDirectoryCanHaveIsNotAskedFor() {
    assertThat(AnyAccount.of(Policy.standard(), Set.of(OnRecord.KEY)).kinds())
        .containsExactly(EvidenceClass.SIGNATURE);
    assertThat(AnyAccount.of(Policy.standard(), Set.of()).kinds()).isEmpty();
  }
}
