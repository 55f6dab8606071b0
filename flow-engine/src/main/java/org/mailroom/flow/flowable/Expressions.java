package org.mailroom.flow.flowable;

import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.flowable.common.engine.impl.de.odysseus.el.ExpressionFactoryImpl;
import org.flowable.common.engine.impl.de.odysseus.el.tree.Node;
import org.flowable.common.engine.impl.de.odysseus.el.tree.Tree;
import org.flowable.common.engine.impl.de.odysseus.el.tree.TreeStore;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.Cache;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstBinary;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstBoolean;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstEval;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstNested;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstUnary;
import org.flowable.common.engine.impl.el.FlowableElContext;
import org.flowable.common.engine.impl.javax.el.ELContext;
import org.mailroom.flow.model.Facts;

/**
 * The expressions of flows: {@code ${…}} or {@code #{…}} over the facts of a request. They show
 * properties and compare them, and cannot call, create or change anything (docs/flows.md).
 *
 * <p>Thread-safe.
 */
@Dependent
public class Expressions {
  private static final int REMEMBERED = 1000;

  private final TreeStore read = new TreeStore(new Syntax(), new Cache(REMEMBERED));
  private final ExpressionFactoryImpl factory = new ExpressionFactoryImpl(read);

  ExpressionFactoryImpl factory() {
    return factory;
  }

  /** Both ways of writing one are the same to us, also side by side in one text. */
  static String normalised(String text) {
    return text.replace("#{", "${");
  }

  /** Why a text with expressions in it is refused; empty if it is not. */
  public Optional<String> mistakeIn(String text) {
    try {
      read.get(normalised(text));
      return Optional.empty();
    } catch (ExpressionRefused e) {
      return Optional.of(e.getMessage());
    }
  }

  /** The same for a condition, which must be one expression that says yes or no. */
  public Optional<String> mistakeInCondition(String text) {
    return mistakeIn(text)
        .or(
            () ->
                saysYesOrNo(read.get(normalised(text.strip())).getRoot())
                    ? Optional.empty()
                    : Optional.of("The condition %s does not say yes or no.".formatted(text)));
  }

  private static boolean saysYesOrNo(Node node) {
    if (node instanceof AstEval || node instanceof AstNested) {
      return saysYesOrNo(node.getChild(0));
    }
    return node instanceof AstBinary || node instanceof AstUnary || node instanceof AstBoolean;
  }

  /**
   * A text with its expressions filled in; what has no value becomes nothing.
   *
   * @param keys fills template keys into the text before the values are in it, so that what a
   *     customer wrote is never read as a key
   */
  public String text(String text, Facts facts, UnaryOperator<String> keys) {
    Tree tree = read.get(normalised(Frame.unmarked(text)));
    ELContext context = new FlowableElContext(new FactsResolver(() -> facts), null, factory);
    Frame frame = new Frame(tree, context);
    return frame.filled(keys.apply(frame.text()));
  }
}
