package org.mailroom.flow.flowable;

import java.util.Set;
import java.util.regex.Pattern;
import org.flowable.common.engine.impl.de.odysseus.el.tree.Node;
import org.flowable.common.engine.impl.de.odysseus.el.tree.Tree;
import org.flowable.common.engine.impl.de.odysseus.el.tree.TreeBuilderException;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.Builder;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstBinary;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstBoolean;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstComposite;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstDot;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstEval;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstIdentifier;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstNested;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstNull;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstNumber;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstString;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstText;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstUnary;
import org.mailroom.flow.model.Facts;

/**
 * Reads expressions and refuses, part by part, whatever is not on its list: an unknown part of the
 * language can only be refused, never run. Every expression of the engine is read here, so saving
 * and running obey the same list.
 */
final class Syntax extends Builder {
  private static final long serialVersionUID = 1L;

  private static final Pattern ANSWER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private static final Set<Class<?>> PLAIN =
      Set.of(
          AstText.class,
          AstComposite.class,
          AstEval.class,
          AstNested.class,
          AstString.class,
          AstNumber.class,
          AstBoolean.class,
          AstNull.class);

  private static final Set<Object> OPERATORS =
      Set.of(
          AstBinary.AND,
          AstBinary.OR,
          AstBinary.EQ,
          AstBinary.NE,
          AstBinary.LT,
          AstBinary.LE,
          AstBinary.GT,
          AstBinary.GE,
          AstUnary.NOT,
          AstUnary.EMPTY);

  @Override
  public Tree build(String expression) {
    Tree tree = read(expression);
    check(tree.getRoot(), expression);
    return tree;
  }

  private Tree read(String expression) {
    try {
      return super.build(expression);
    } catch (TreeBuilderException e) {
      throw new ExpressionRefused(
          expression,
          "it cannot be read at character %d: %s was expected, not %s"
              .formatted(e.getPosition() + 1, e.getExpected(), e.getEncountered()));
    } catch (StackOverflowError e) { // the reader recurses, and holds nothing that could be torn
      throw new ExpressionRefused("", "it is nested too deeply");
    }
  }

  private static void check(Node node, String expression) {
    if (node instanceof AstDot path) {
      checkPath(path, expression);
      return;
    }
    if (node instanceof AstIdentifier name) {
      checkName(name.getName(), expression);
    } else if (!isListed(node)) {
      throw new ExpressionRefused(expression, "it uses more than properties and comparisons");
    }
    for (int i = 0; i < node.getCardinality(); i++) {
      check(node.getChild(i), expression);
    }
  }

  private static boolean isListed(Node node) {
    return PLAIN.contains(node.getClass())
        || (node instanceof AstBinary binary && OPERATORS.contains(binary.getOperator()))
        || (node instanceof AstUnary unary && OPERATORS.contains(unary.getOperator()));
  }

  private static void checkPath(AstDot node, String expression) {
    Node root = node;
    while (root instanceof AstDot) {
      root = root.getChild(0);
    }
    if (!(root instanceof AstIdentifier)) {
      throw new ExpressionRefused(expression, "it asks something for its property that is no fact");
    }
    String path = node.getStructuralId(null);
    if (!Facts.paths().contains(path)) {
      throw new ExpressionRefused(expression, path + " is not known");
    }
  }

  private static void checkName(String name, String expression) {
    if (!ANSWER.matcher(name).matches() || Facts.isReserved(name)) {
      throw new ExpressionRefused(expression, name + " alone is no value");
    }
  }
}
