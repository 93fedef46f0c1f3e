package dev.latchkey.flow.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.MailClass;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.store.HeldLetter;
import dev.latchkey.store.WaitingCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class CodeTurnsTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String OWNER = "kim@mail.example";

  private final List<WaitingCode> waiting = new ArrayList<>();

  @Test
  void whoAskedFirstGoesFirst() {
    asks(1, "eve@attacker.example", Duration.ZERO);
    asks(2, "kim@new.example", Duration.ofMinutes(1));

    assertThat(before(1)).isZero();
    assertThat(before(2)).isEqualTo(1);
  }

  @Test
  void whoHadACodeStandsADayBehindAndNoLonger() {
    again(1, "eve@attacker.example", Duration.ZERO);
    asks(2, "kim@new.example", Duration.ofHours(23));
    asks(3, "mallory@evil.example", Duration.ofHours(25));

    assertThat(before(2)).isZero();
    assertThat(before(1)).isEqualTo(1);
    assertThat(before(3)).isEqualTo(2);
  }

  @Test
  void oneOrganisationHasOneTurnWhateverNamesItMakesUp() {
    for (int i = 0; i < 50; i++) {
      asks(i, "eve" + i + "@a" + i + ".attacker.example", Duration.ZERO);
    }
    asks(50, "kim@new.example", Duration.ofHours(1));

    assertThat(before(50)).isEqualTo(1);
  }

  @Test
  void whoeverAsksLaterKeepsNobodyWaitingForGood() {
    for (int i = 0; i < 3; i++) {
      asks(i, "kim" + i + "@new.example", Duration.ZERO);
    }
    for (int i = 3; i < 90; i++) {
      asks(i, "x@stranger" + i + ".example", Duration.ofHours(8L * i));
    }

    assertThat(before(2)).isLessThan(15);
  }

  @Test
  void noCrowdThatCameBeforeKeepsOutWhoComesLast() {
    for (boolean owner : new boolean[] {true, false}) {
      for (boolean crowd : new boolean[] {true, false}) {
        waiting.clear();
        crowd(90, crowd);
        add(90, "kim@new.example", owner, Duration.ofHours(1));

        assertThat(before(90)).as("proved %s, they %s", owner, crowd).isLessThan(3);
      }
    }
  }

  /** Where each evening somebody new claims it, who asked by day has the turn all the same. */
  @Test
  void whoAsksAnewBeforeMidnightHasHardlyEverTheTurnOfTheLast() {
    crowd(90, true);
    add(90, "kim@new.example", true, Duration.ofHours(1));
    add(91, "x@evening.example", true, Duration.ofHours(11));

    Instant midnight = NOON.plus(Duration.ofHours(12));
    int turns = 0;
    for (int drawn = 0; drawn < 100; drawn++) {
      turns += turns(drawn / 100.0, midnight).before(letter(90)) < 3 ? 1 : 0;
    }

    assertThat(turns).isBetween(75, 90);
  }

  @Test
  void whomNobodyProvesKeepsNobodyWaitingWhoWasProved() {
    crowd(90, false);
    add(90, "kim@new.example", true, Duration.ofHours(1));
    add(91, "x@later.example", false, Duration.ofHours(2));
    add(92, "y@later.example", true, Duration.ofHours(2));

    assertThat(before(90)).isZero();
  }

  @Test
  void whoHadACodeIsNotTheLastWhoAsked() {
    crowd(90, true);
    again(90, "eve@attacker.example", Duration.ofHours(1));

    assertThat(before(90)).isGreaterThan(50);
  }

  private void crowd(int many, boolean proved) {
    for (int i = 0; i < many; i++) {
      add(i, "x@stranger" + i + ".example", proved, Duration.ZERO);
    }
  }

  private void add(long id, String claimant, boolean proved, Duration later) {
    MailClass charged = proved ? MailClass.CODE : MailClass.STRANGER_CODE;
    waiting.add(new WaitingCode(id, id, claimant, charged, NOON.plus(later), false));
  }

  @Test
  void whoForgesMailsOfAnOrganisationTakesNoTurnFromIt() {
    for (int i = 0; i < 9; i++) {
      waiting.add(
          new WaitingCode(i, i, "x" + i + "@new.example", MailClass.STRANGER_CODE, NOON, false));
    }
    asks(9, "kim@new.example", Duration.ofHours(1));

    assertThat(before(9)).isZero();
  }

  @Test
  void whatIsGoneStandsBeforeNobody() {
    asks(1, "eve@attacker.example", Duration.ZERO);
    asks(2, "kim@new.example", Duration.ofMinutes(1));
    CodeTurns turns = turns(0.5);

    turns.gone(letter(1));

    assertThat(turns.before(letter(2))).isZero();
  }

  private void asks(long id, String claimant, Duration later) {
    add(id, claimant, true, later);
  }

  private void again(long id, String claimant, Duration later) {
    waiting.add(new WaitingCode(id, id, claimant, MailClass.CODE, NOON.plus(later), true));
  }

  private int before(long id) {
    return turns(0.5).before(letter(id));
  }

  /** Half a day after the last who asked. */
  private CodeTurns turns(double drawn) {
    Instant last =
        waiting.stream().map(WaitingCode::createdAt).max(Instant::compareTo).orElse(NOON);
    return turns(drawn, last.plus(Duration.ofHours(12)));
  }

  private CodeTurns turns(double drawn, Instant now) {
    return new CodeTurns(recipient -> waiting, now, recipient -> drawn);
  }

  private static HeldLetter letter(long id) {
    return new HeldLetter(
        id, id, LetterKind.of(OwnerLetter.Code.class), OWNER, MailClass.CODE, NOON);
  }
}
