package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A group that is repeated costs {@link Pattern} some frames of the stack for each round, so a long
 * line ends a thread whose stack is small. Every pattern that stands in a static field is held
 * against long texts, on the stack of a small thread.
 */
@Timeout(300)
class PatternsTest {
  private static final int STACK = 256 * 1024;
  private static final int LENGTH = 5_000;

  private static final List<String> SHAPES =
      List.of(
          "a",
          "a ",
          "a.",
          "a.b ",
          "a@",
          "a@b.c ",
          "-",
          "- ",
          "<",
          "<a>",
          "> ",
          "a,",
          "a, ",
          "1",
          "1-",
          "AB12-",
          "a\n",
          "\n",
          " ",
          "\t",
          "\r\n",
          "(",
          "()",
          "\"",
          "\\\"",
          "=?",
          "a=b;",
          "é",
          "あ",
          "あ、",
          "word word ",
          "https://a.b/c/",
          "a/b/",
          "[ ] ",
          "☐ ",
          ":",
          "a: ",
          "0x",
          "=20",
          "%20",
          "&#32;",
          "_",
          "*",
          "**a** ",
          "\u200b",
          "\u00a0");

  @Test
  void noPatternNeedsAStackThatGrowsWithTheText() throws Exception {
    Map<String, Pattern> patterns = patterns();
    assertThat(patterns).hasSizeGreaterThan(80);
    List<String> deep = new ArrayList<>();
    for (Map.Entry<String, Pattern> pattern : patterns.entrySet()) {
      for (String shape : SHAPES) {
        if (isDeep(pattern.getValue(), shape)) {
          deep.add(pattern.getKey() + " with '" + shape + "'");
        }
      }
    }
    assertThat(deep).isEmpty();
  }

  private static Map<String, Pattern> patterns() throws IOException, ReflectiveOperationException {
    Map<String, Pattern> patterns = new TreeMap<>();
    for (Class<?> type : classes()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getType() == Pattern.class && Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          patterns.put(type.getName() + "." + field.getName(), (Pattern) field.get(null));
        }
      }
    }
    return patterns;
  }

  private static boolean isDeep(Pattern pattern, String shape) throws InterruptedException {
    String text = shape.repeat(LENGTH / shape.length());
    boolean[] deep = new boolean[1];
    Thread small =
        new Thread(
            null,
            () -> {
              try {
                Matcher matcher = pattern.matcher(text);
                matcher.find();
                matcher.reset();
                matcher.matches();
              } catch (StackOverflowError e) {
                deep[0] = true;
              }
            },
            "small",
            STACK);
    small.start();
    small.join();
    return deep[0];
  }

  private static List<Class<?>> classes() throws IOException, ClassNotFoundException {
    Path root = Path.of(Desk.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    List<String> names;
    try (Stream<Path> files = Files.walk(root)) {
      names =
          files
              .map(file -> root.relativize(file).toString())
              .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
              .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
              .toList();
    }
    List<Class<?>> classes = new ArrayList<>();
    for (String name : names) {
      classes.add(Class.forName(name));
    }
    return classes;
  }
}
