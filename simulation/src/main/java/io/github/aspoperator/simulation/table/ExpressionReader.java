package io.github.aspoperator.simulation.table;

import java.util.function.IntPredicate;

/** Reads the part of DynamoDB's expression language that the operator uses, and no more. */
final class ExpressionReader {

  private final Tokens tokens;

  private ExpressionReader(Tokens tokens) {
    this.tokens = tokens;
  }

  static Expression read(String text) {
    Tokens tokens = new Tokens(text);
    Expression whole = new ExpressionReader(tokens).any();
    if (!tokens.isAtEnd()) {
      throw tokens.wrong();
    }
    return whole;
  }

  private Expression any() {
    Expression left = all();
    while (tokens.takes("or")) {
      Expression a = left;
      Expression b = all();
      left = (item, values) -> a.holds(item, values) || b.holds(item, values);
    }
    return left;
  }

  private Expression all() {
    Expression left = one();
    while (tokens.takes("and")) {
      Expression a = left;
      Expression b = one();
      left = (item, values) -> a.holds(item, values) && b.holds(item, values);
    }
    return left;
  }

  private Expression one() {
    if (tokens.takes("not")) {
      Expression of = one();
      return (item, values) -> !of.holds(item, values);
    }
    if (tokens.takes("(")) {
      Expression inner = any();
      tokens.expect(")");
      return inner;
    }
    if (tokens.takes("attribute_exists")) {
      String name = argument();
      return (item, _) -> item.containsKey(name);
    }
    if (tokens.takes("attribute_not_exists")) {
      String name = argument();
      return (item, _) -> !item.containsKey(name);
    }
    if (tokens.takes("contains")) {
      return contains();
    }
    return compared();
  }

  private String argument() {
    tokens.expect("(");
    String name = tokens.next();
    tokens.expect(")");
    return name;
  }

  private Expression contains() {
    tokens.expect("(");
    String name = tokens.next();
    tokens.expect(",");
    String value = tokens.next();
    tokens.expect(")");
    return (item, values) ->
        item.containsKey(name) && Values.has(item.get(name), Values.given(values, value));
  }

  private Expression compared() {
    Operand left = operand();
    if (tokens.takes("between")) {
      Operand from = operand();
      tokens.expect("and");
      Operand to = operand();
      Expression low = compare(left, from, order -> order >= 0);
      Expression high = compare(left, to, order -> order <= 0);
      return (item, values) -> low.holds(item, values) && high.holds(item, values);
    }
    String sign = tokens.next();
    Operand right = operand();
    return switch (sign) {
      case "=" -> compare(left, right, order -> order == 0);
      case "<>" -> compare(left, right, order -> order != 0);
      case "<" -> compare(left, right, order -> order < 0);
      case "<=" -> compare(left, right, order -> order <= 0);
      case ">" -> compare(left, right, order -> order > 0);
      case ">=" -> compare(left, right, order -> order >= 0);
      default -> throw tokens.wrong();
    };
  }

  private static Expression compare(Operand left, Operand right, IntPredicate wanted) {
    return (item, values) -> {
      var a = left.value(item, values);
      var b = right.value(item, values);
      // what is not there, or of another type, compares with nothing
      return a != null && b != null && a.type() == b.type() && wanted.test(Values.compare(a, b));
    };
  }

  private Operand operand() {
    if (tokens.takes("size")) {
      String name = argument();
      return (item, _) -> Values.size(item.get(name));
    }
    String name = tokens.next();
    return name.startsWith(":")
        ? (_, values) -> Values.given(values, name)
        : (item, _) -> item.get(name);
  }
}
