package dev.latchkey.store.database;

import dev.latchkey.mail.MailBytes;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.MappedTypes;
import org.jspecify.annotations.Nullable;

/** Octets as a BLOB. */
@MappedTypes(MailBytes.class)
final class MailBytesHandler extends BaseTypeHandler<MailBytes> {

  @Override
  public void setNonNullParameter(
      PreparedStatement statement, int index, MailBytes value, @Nullable JdbcType type)
      throws SQLException {
    statement.setBytes(index, value.octets());
  }

  @Override
  public @Nullable MailBytes getNullableResult(ResultSet row, String column) throws SQLException {
    return wrap(row.getBytes(column));
  }

  @Override
  public @Nullable MailBytes getNullableResult(ResultSet row, int column) throws SQLException {
    return wrap(row.getBytes(column));
  }

  @Override
  public @Nullable MailBytes getNullableResult(CallableStatement call, int column)
      throws SQLException {
    return wrap(call.getBytes(column));
  }

  private static @Nullable MailBytes wrap(byte @Nullable [] octets) {
    return octets == null ? null : new MailBytes(octets);
  }
}
