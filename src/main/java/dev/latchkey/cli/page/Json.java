package dev.latchkey.cli.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as the commands print it: one object a line. */
public final class Json {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Json() {}

  /** An object of texts, numbers, truth values, nulls, and maps and lists of these. */
  public static String line(Map<String, ? extends @Nullable Object> object) {
    try {
      return JSON.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps, lists and texts are always JSON", e);
    }
  }
}
