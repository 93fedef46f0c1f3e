package dev.latchkey.store.database;

import dev.latchkey.letter.LetterKind;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;
import org.jspecify.annotations.Nullable;

/** A kind of letter as its name. */
@MappedTypes(LetterKind.class)
final class LetterKindHandler extends BaseTypeHandler<LetterKind> {

  @Override
  public void setNonNullParameter(
      PreparedStatement statement, int index, LetterKind value, @Nullable JdbcType type)
      throws SQLException {
    statement.setString(index, value.name());
  }

  @Override
  public @Nullable LetterKind getNullableResult(ResultSet row, String column) throws SQLException {
    return wrap(row.getString(column));
  }

  @Override
  public @Nullable LetterKind getNullableResult(ResultSet row, int column) throws SQLException {
    return wrap(row.getString(column));
  }

  @Override
  public @Nullable LetterKind getNullableResult(CallableStatement call, int column)
      throws SQLException {
    return wrap(call.getString(column));
  }

  private static @Nullable LetterKind wrap(@Nullable String name) {
    return name == null ? null : LetterKind.named(name);
  }
}
