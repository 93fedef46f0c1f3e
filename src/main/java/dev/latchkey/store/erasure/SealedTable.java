package dev.latchkey.store.erasure;

import dev.latchkey.store.Seals;
import dev.latchkey.store.Seals.Opened;
import dev.latchkey.store.erasure.ErasureMapper.Sealed;
import java.util.List;
import org.apache.ibatis.session.SqlSession;

/** A table with sealed rows, which only opening shows the words of. */
enum SealedTable {
  /** What the desk wrote. */
  LETTERS("outbox", "letters", 500) {
    @Override
    List<Long> numbers(ErasureMapper mapper, long after, long last) {
      return mapper.letterNumbers(after, last);
    }

    @Override
    List<Sealed> rows(ErasureMapper mapper, List<Long> numbers) {
      return mapper.letters(numbers);
    }

    @Override
    Opened open(Seals seals, SqlSession session, Sealed row) {
      return seals.openLetter(session, row.id(), row.sealed());
    }
  },

  /** What came, octet by octet; one may have 25 MB. */
  MAILS("mail", "mails as they came", 4) {
    @Override
    List<Long> numbers(ErasureMapper mapper, long after, long last) {
      return mapper.mailNumbers(after, last);
    }

    @Override
    List<Sealed> rows(ErasureMapper mapper, List<Long> numbers) {
      return mapper.mails(numbers);
    }

    @Override
    Opened open(Seals seals, SqlSession session, Sealed row) {
      return seals.openMail(session, row.id(), row.sealed());
    }
  };

  private final String table;
  private final String things;
  private final int atOnce;

  SealedTable(String table, String things, int atOnce) {
    this.table = table;
    this.things = things;
    this.atOnce = atOnce;
  }

  /** Its name. */
  String table() {
    return table;
  }

  /** What its rows are, in the plural. */
  String things() {
    return things;
  }

  /** So many are opened in one transaction. */
  int atOnce() {
    return atOnce;
  }

  /** The numbers of the sealed rows of a span, lowest first. */
  abstract List<Long> numbers(ErasureMapper mapper, long after, long last);

  abstract List<Sealed> rows(ErasureMapper mapper, List<Long> numbers);

  abstract Opened open(Seals seals, SqlSession session, Sealed row);
}
