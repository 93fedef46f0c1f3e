package dev.latchkey.letter.writing;

import dev.latchkey.letter.Field;
import dev.latchkey.letter.Kind;
import dev.latchkey.letter.LetterKind;
import io.pebbletemplates.pebble.node.AbstractRenderableNode;
import io.pebbletemplates.pebble.node.BodyNode;
import io.pebbletemplates.pebble.node.IfNode;
import io.pebbletemplates.pebble.node.Node;
import io.pebbletemplates.pebble.node.PrintNode;
import io.pebbletemplates.pebble.node.RootNode;
import io.pebbletemplates.pebble.node.TestInvocationExpression;
import io.pebbletemplates.pebble.node.TextNode;
import io.pebbletemplates.pebble.node.expression.AndExpression;
import io.pebbletemplates.pebble.node.expression.BinaryExpression;
import io.pebbletemplates.pebble.node.expression.ContextVariableExpression;
import io.pebbletemplates.pebble.node.expression.EqualsExpression;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.FilterExpression;
import io.pebbletemplates.pebble.node.expression.FilterInvocationExpression;
import io.pebbletemplates.pebble.node.expression.GetAttributeExpression;
import io.pebbletemplates.pebble.node.expression.GreaterThanExpression;
import io.pebbletemplates.pebble.node.expression.LessThanExpression;
import io.pebbletemplates.pebble.node.expression.LiteralIntegerExpression;
import io.pebbletemplates.pebble.node.expression.LiteralLongExpression;
import io.pebbletemplates.pebble.node.expression.LiteralStringExpression;
import io.pebbletemplates.pebble.node.expression.NegativeTestExpression;
import io.pebbletemplates.pebble.node.expression.NotEqualsExpression;
import io.pebbletemplates.pebble.node.expression.OrExpression;
import io.pebbletemplates.pebble.node.expression.PositiveTestExpression;
import io.pebbletemplates.pebble.node.expression.UnaryNotExpression;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Walks a parsed template, every branch of it, and says what is wrong.
 *
 * <p>Only what is listed here may stand in a template: text, a variable of the letter printed in a
 * way that fits its kind, and {@code if} with a condition on such variables. Everything else that
 * Pebble can do (attributes and so methods, functions, loops, macros, includes) is an error, so
 * that a template can neither reach into the program nor print a text of others unmarked.
 */
final class TemplateCheck {
  private static final Set<String> BLOCK_FILTERS =
      Set.of("list", "numbered", "quoted", "indented", "passages");
  private static final Set<Kind> PRINTABLE = Set.of(Kind.LINE, Kind.NUMBER, Kind.SENTENCE);

  private final Map<String, Shape> variables = new TreeMap<>();
  private final boolean outward;
  private final OwnWords own;
  private final Set<OwnName> names = new TreeSet<>();
  private final boolean oneLine;
  private final TemplateErrors errors;

  /**
   * What a condition says about the desk's own: what is set when it holds, and when it does not.
   */
  private record Guard(Set<OwnName> ifSo, Set<OwnName> ifNot) {
    static final Guard NONE = new Guard(Set.of(), Set.of());
  }

  /** What a value is; {@code element} tells of what type a WORD is. */
  private record Shape(Kind kind, Class<?> element) {
    static final Shape LINE = new Shape(Kind.LINE, String.class);
  }

  /**
   * @param own what is the desk's own
   * @param oneLine the text goes into a header
   */
  TemplateCheck(LetterKind letter, OwnWords own, boolean oneLine, TemplateErrors errors) {
    variables.put("desk", Shape.LINE);
    variables.put("deskAddress", Shape.LINE);
    variables.put("reference", Shape.LINE);
    for (Field field : letter.fields()) {
      variables.put(field.name(), new Shape(field.kind(), field.element()));
    }
    this.outward = letter.toRequester() || letter.toOwner();
    this.own = own;
    this.oneLine = oneLine;
    this.errors = errors;
  }

  /** What it says of the desk's own. */
  Set<OwnName> names() {
    return names;
  }

  void check(@Nullable Node node) {
    check(node, Set.of());
  }

  /**
   * @param set what is the desk's own and known to be set here
   */
  private void check(@Nullable Node node, Set<OwnName> set) {
    if (node == null || node instanceof TextNode) {
      return;
    }
    if (node instanceof RootNode root) {
      check(root.getBody(), set);
    } else if (node instanceof BodyNode body) {
      body.getChildren().forEach(child -> check(child, set));
    } else if (node instanceof PrintNode print) {
      if (print.getExpression() instanceof GetAttributeExpression attribute) {
        checkOwn(attribute, set);
      } else {
        checkPrinted(print.getExpression());
      }
    } else if (node instanceof IfNode choice) {
      Set<OwnName> otherwise = new TreeSet<>(set);
      choice
          .getConditionsWithBodies()
          .forEach(
              branch -> {
                Guard guard = checkCondition(branch.getLeft());
                Set<OwnName> inside = new TreeSet<>(otherwise);
                inside.addAll(guard.ifSo());
                check(branch.getRight(), inside);
                otherwise.addAll(guard.ifNot());
              });
      check(choice.getElseBody(), otherwise);
    } else {
      errors.add(lineOf(node), "only text, {{ }} and if are allowed in a letter");
    }
  }

  /** Something of the desk's own is set, or stands where it is known to be. */
  private void checkOwn(GetAttributeExpression attribute, Set<OwnName> set) {
    ownName(attribute)
        .filter(name -> own.find(name).isEmpty() && !set.contains(name))
        .ifPresent(
            name ->
                errors.add(
                    attribute.getLineNumber(),
                    ("%1$s is not set: set it in the settings, or write it only within"
                            + " {%% if %1$s is not empty %%}")
                        .formatted(name)));
  }

  /** Which of the desk's own is meant; empty when that was reported as an error. */
  private Optional<OwnName> ownName(GetAttributeExpression attribute) {
    if (attribute.getNode() instanceof ContextVariableExpression variable
        && attribute.getAttributeNameExpression() instanceof LiteralStringExpression name
        && attribute.getArgumentsNode() == null) {
      Optional<OwnName> found =
          DeskWords.Family.find(variable.getName())
              .map(family -> new OwnName(family, name.getValue()));
      found.ifPresent(names::add);
      if (found.isPresent()) {
        return found;
      }
    }
    errors.add(attribute.getLineNumber(), "only variables and filters can be printed");
    return Optional.empty();
  }

  private void checkPrinted(Expression<?> expression) {
    if (expression instanceof FilterExpression filter
        && BLOCK_FILTERS.contains(invocation(filter).getFilterName())) {
      checkBlock(filter);
      return;
    }
    Optional<Kind> kind = shapeOf(expression).map(Shape::kind);
    if (kind.isPresent() && !PRINTABLE.contains(kind.get())) {
      errors.add(
          expression.getLineNumber(), kind.get() + " cannot be printed without a filter for it");
    }
  }

  private void checkBlock(FilterExpression filter) {
    String name = invocation(filter).getFilterName();
    if (oneLine) {
      errors.add(filter.getLineNumber(), "filter " + name + " makes more than one line");
    }
    Set<Kind> fits =
        switch (name) {
          case "list", "numbered" -> Set.of(Kind.SENTENCES);
          case "passages" -> Set.of(Kind.PASSAGES);
          case "quoted" -> Set.of(Kind.LINES, Kind.TEXT, Kind.SENTENCES);
          case "indented" -> outward ? Set.of(Kind.TEXT) : Set.of();
          default -> Set.of(Kind.LINE, Kind.SENTENCE);
        };
    shapeOf(filter.getLeftExpression())
        .map(Shape::kind)
        .filter(kind -> !fits.contains(kind))
        .ifPresent(
            kind -> errors.add(filter.getLineNumber(), "filter " + name + " is not for " + kind));
  }

  /** What a value is after its filters; empty when that was reported as an error. */
  private Optional<Shape> shapeOf(Expression<?> expression) {
    if (expression instanceof ContextVariableExpression variable) {
      return shapeOf(variable);
    }
    if (!(expression instanceof FilterExpression filter)) {
      errors.add(expression.getLineNumber(), "only variables and filters can be printed");
      return Optional.empty();
    }
    FilterInvocationExpression call = invocation(filter);
    Optional<Shape> input = shapeOf(filter.getLeftExpression());
    return switch (call.getFilterName()) {
      case "moment", "until", "day" -> afterFilter(filter, input, Kind.MOMENT);
      case "duration" -> afterFilter(filter, input, Kind.DURATION);
      case "language" -> afterFilter(filter, input, Kind.LINE);
      case "span" -> afterFilter(filter, input, Kind.SPAN);
      case "words" -> afterWords(filter, input);
      default -> {
        errors.add(
            filter.getLineNumber(),
            BLOCK_FILTERS.contains(call.getFilterName())
                ? "filter " + call.getFilterName() + " comes last"
                : "there is no filter " + call.getFilterName());
        yield Optional.empty();
      }
    };
  }

  private Optional<Shape> afterWords(FilterExpression filter, Optional<Shape> input) {
    Optional<WordFamily> family = familyOf(invocation(filter));
    if (family.isEmpty()) {
      errors.add(filter.getLineNumber(), "filter words needs one of " + WordFamily.prefixes());
      return Optional.empty();
    }
    if (input.isPresent() && input.get().element() != family.get().type()) {
      errors.add(
          filter.getLineNumber(),
          "there are no words of that family for a " + input.get().element().getSimpleName());
      return Optional.empty();
    }
    return input.map(
        it -> it.kind() == Kind.WORDS ? new Shape(Kind.SENTENCES, it.element()) : Shape.LINE);
  }

  private Optional<Shape> shapeOf(ContextVariableExpression expression) {
    Shape shape = variables.get(expression.getName());
    if (shape == null) {
      errors.add(
          expression.getLineNumber(),
          "this letter has no variable " + expression.getName() + ", it has " + variables.keySet());
    }
    return Optional.ofNullable(shape);
  }

  private Optional<Shape> afterFilter(FilterExpression filter, Optional<Shape> input, Kind wanted) {
    if (input.isPresent() && input.get().kind() != wanted) {
      errors.add(
          filter.getLineNumber(),
          "filter " + invocation(filter).getFilterName() + " is not for " + input.get().kind());
      return Optional.empty();
    }
    return input.map(it -> Shape.LINE);
  }

  private Guard checkCondition(Expression<?> expression) {
    if (expression instanceof UnaryNotExpression not) {
      Guard guard = checkCondition(not.getChildExpression());
      return new Guard(/* ifSo= */ guard.ifNot(), /* ifNot= */ guard.ifSo());
    }
    if (expression instanceof AndExpression || expression instanceof OrExpression) {
      BinaryExpression<?> both = (BinaryExpression<?>) expression;
      Guard left = checkCondition(both.getLeftExpression());
      Guard right = checkCondition(both.getRightExpression());
      return expression instanceof AndExpression
          ? new Guard(union(left.ifSo(), right.ifSo()), Set.of())
          : new Guard(Set.of(), union(left.ifNot(), right.ifNot()));
    }
    if (expression instanceof PositiveTestExpression test) {
      return checkTest(test);
    }
    if (expression instanceof EqualsExpression
        || expression instanceof NotEqualsExpression
        || expression instanceof GreaterThanExpression
        || expression instanceof LessThanExpression) {
      BinaryExpression<?> comparison = (BinaryExpression<?>) expression;
      expect(comparison.getLeftExpression(), Kind.NUMBER);
      if (!(comparison.getRightExpression() instanceof LiteralLongExpression)
          && !(comparison.getRightExpression() instanceof LiteralIntegerExpression)) {
        errors.add(expression.getLineNumber(), "only whole numbers can be compared with");
      }
    } else {
      expect(expression, Kind.FLAG);
    }
    return Guard.NONE;
  }

  private static Set<OwnName> union(Set<OwnName> one, Set<OwnName> other) {
    Set<OwnName> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  private Guard checkTest(PositiveTestExpression test) {
    String name = ((TestInvocationExpression) test.getRightExpression()).getTestName();
    if (!name.equals("empty") && !name.equals("null")) {
      errors.add(test.getLineNumber(), "there is no test " + name);
    }
    if (test.getLeftExpression() instanceof ContextVariableExpression variable) {
      var unused = shapeOf(variable);
    } else if (test.getLeftExpression() instanceof GetAttributeExpression attribute) {
      Set<OwnName> tested = ownName(attribute).map(Set::of).orElse(Set.of());
      return test instanceof NegativeTestExpression
          ? new Guard(tested, Set.of())
          : new Guard(Set.of(), tested);
    } else {
      errors.add(test.getLineNumber(), "only a variable can be tested");
    }
    return Guard.NONE;
  }

  private void expect(Expression<?> expression, Kind kind) {
    Optional<Kind> found =
        expression instanceof ContextVariableExpression variable
            ? shapeOf(variable).map(Shape::kind)
            : Optional.of(Kind.TEXT);
    if (found.isPresent() && found.get() != kind) {
      errors.add(expression.getLineNumber(), "a condition needs a " + kind + " here");
    }
  }

  private static Optional<WordFamily> familyOf(FilterInvocationExpression call) {
    var arguments = call.getArgs().getPositionalArgs();
    return arguments.size() == 1
            && arguments.get(0).getValueExpression() instanceof LiteralStringExpression literal
        ? WordFamily.find(literal.getValue())
        : Optional.empty();
  }

  private static FilterInvocationExpression invocation(FilterExpression filter) {
    return (FilterInvocationExpression) filter.getRightExpression();
  }

  private static int lineOf(Node node) {
    return node instanceof AbstractRenderableNode renderable ? renderable.getLineNumber() : 1;
  }
}
