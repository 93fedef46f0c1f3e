package dev.latchkey.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people read comes from templates and {@code words.properties}, in their language: a string
 * in the code that looks like a sentence has to be for the operator.
 */
class NoSentenceInJavaTest {
  private static final Path CODE = Path.of("src/main/java/dev/latchkey");
  private static final List<String> PACKAGES = List.of("flow", "check", "trust/staff", "letter");

  /** Three words in a row, the later ones small. */
  private static final Pattern SENTENCE = Pattern.compile("[A-Za-z]{2,},? [a-z]{2,},? [a-z']{2,}");

  /** Calls whose strings only the operator reads, on a terminal or in a log, and why. */
  private static final Map<String, String> FOR_OPERATORS =
      Map.ofEntries(
          Map.entry("LOG", "the log"),
          Map.entry("tellOperator", "the same"),
          Map.entry("failedAgain", "the same"),
          Map.entry("byHand", "a history detail"),
          Map.entry("aside", "why import would put a mail aside"),
          Map.entry("Cause", "a history detail, shown by tickets show"),
          Map.entry("Causes", "the same"),
          Map.entry("cause", "the same"),
          Map.entry("withDetail", "the same"),
          Map.entry("addMail", "the same"),
          Map.entry("refuse", "the same, and the outcome of the mail"),
          Map.entry("Result", "the outcome of a mail, shown by mails"),
          Map.entry("unanswered", "the same"),
          Map.entry("UnansweredFlow", "the same"),
          Map.entry("executions", "what came of an order, in the database"),
          Map.entry("errors", "what is wrong with templates at start-up"),
          Map.entry("error", "the same"),
          Map.entry("apply", "a history detail of a command"),
          Map.entry("findings", "what audit finds in a history"),
          Map.entry("invented", "what nobody wrote, in a letter that is only tried"),
          Map.entry("putAside", "why a mail is in quarantine"),
          Map.entry("putUnopenedAside", "the same"),
          Map.entry("putDeadlyAside", "the same"),
          Map.entry(
              "SendResult.Refused", "the last answer of an outbox row, shown by tickets show"),
          Map.entry("SendResult.NoAnswer", "the same"),
          Map.entry("overtake", "the same, and a history detail"),
          Map.entry("requireNonNull", "a bug"),
          Map.entry("super", "the message of an exception"));

  /** A variable of this name is for one of them. */
  private static final Pattern REASON = Pattern.compile("(?i)reason.*");

  @Test
  void everySentenceForPeopleIsOutsideTheCode() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      found.addAll(sentences(file));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void aSentenceInTheCodeIsFound(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("A.java");
    Files.writeString(
        file,
        """
        class A {
          String a = "Nothing happens until you decide.";
          void b() {
            answers.told(given, done ? "please look at it" : "x", 1);
            LOG.warn("this is for the log");
            throw new IllegalStateException("this is for the log " + a);
          }
        }
        """);
    assertThat(sentences(file))
        .containsExactly(
            "A.java:2: Nothing happens until you decide.", "A.java:4: please look at it");
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String name : PACKAGES) {
      try (Stream<Path> walk = Files.walk(CODE.resolve(name))) {
        walk.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
      }
    }
    assertThat(files).hasSizeGreaterThan(50);
    return files;
  }

  private static List<String> sentences(Path file) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> found = new ArrayList<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjects(file));
      for (var unit : task.parse()) {
        new TreePathScanner<Void, Void>() {
          @Override
          public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text
                && SENTENCE.matcher(text).find()
                && !forOperators(getCurrentPath())) {
              long at = Trees.instance(task).getSourcePositions().getStartPosition(unit, literal);
              found.add(
                  file.getFileName() + ":" + unit.getLineMap().getLineNumber(at) + ": " + text);
            }
            return null;
          }
        }.scan(unit, null);
      }
    }
    return found;
  }

  /** Whether the call that the string is for, whatever is added to it, is one of the list. */
  private static boolean forOperators(TreePath literal) {
    TreePath path = literal.getParentPath();
    while (isPartOfText(path.getLeaf())) {
      path = path.getParentPath();
    }
    if (path.getLeaf() instanceof NewClassTree made) {
      String type = made.getIdentifier().toString();
      return type.endsWith("Exception") || FOR_OPERATORS.containsKey(type);
    }
    if (path.getLeaf() instanceof VariableTree variable) {
      return REASON.matcher(variable.getName()).matches();
    }
    return path.getLeaf() instanceof MethodInvocationTree call
        && Stream.of(call.getMethodSelect().toString().split("[.()]+"))
            .anyMatch(FOR_OPERATORS::containsKey);
  }

  /** Something that only joins texts: an operator, a choice, {@code formatted}. */
  private static boolean isPartOfText(Tree tree) {
    return tree instanceof BinaryTree
        || tree instanceof ConditionalExpressionTree
        || tree instanceof ParenthesizedTree
        || tree instanceof MemberSelectTree
        || (tree instanceof MethodInvocationTree call
            && call.getMethodSelect().toString().endsWith(".formatted"));
  }
}
