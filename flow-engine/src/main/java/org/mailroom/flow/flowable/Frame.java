package org.mailroom.flow.flowable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flowable.common.engine.impl.de.odysseus.el.tree.Bindings;
import org.flowable.common.engine.impl.de.odysseus.el.tree.ExpressionNode;
import org.flowable.common.engine.impl.de.odysseus.el.tree.Node;
import org.flowable.common.engine.impl.de.odysseus.el.tree.Tree;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstComposite;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstEval;
import org.flowable.common.engine.impl.de.odysseus.el.tree.impl.ast.AstIdentifier;
import org.flowable.common.engine.impl.javax.el.ELContext;

/** A text with a marked place for each value of an expression, and the values beside it. */
final class Frame {
  // ${IDSERVICEREQUEST} is a key of e-mail templates, not ours to fill in
  private static final Pattern TEMPLATE_KEY = Pattern.compile("[A-Z][A-Z0-9_]*");

  // private use characters: in no text that a person writes
  private static final String MARKS = "[\uE000\uE001]";
  private static final Pattern PLACE = Pattern.compile("\uE000(\\d+)\uE001");

  private final StringBuilder text = new StringBuilder();
  private final List<String> values = new ArrayList<>();

  Frame(Tree tree, ELContext context) {
    Bindings bindings = tree.bind(null, null);
    for (ExpressionNode part : parts(tree.getRoot())) {
      String value = (String) part.getValue(bindings, context, String.class);
      text.append(isKey(part) ? part.getStructuralId(null) : isValue(part) ? place(value) : value);
    }
  }

  static String unmarked(String text) {
    return text.replaceAll(MARKS, "");
  }

  private static List<ExpressionNode> parts(ExpressionNode root) {
    if (!(root instanceof AstComposite)) {
      return List.of(root);
    }
    List<ExpressionNode> parts = new ArrayList<>();
    for (int i = 0; i < root.getCardinality(); i++) {
      parts.add((ExpressionNode) root.getChild(i));
    }
    return parts;
  }

  private static boolean isValue(Node part) {
    return part instanceof AstEval;
  }

  private static boolean isKey(Node part) {
    return isValue(part)
        && part.getChild(0) instanceof AstIdentifier
        && TEMPLATE_KEY.matcher(((AstIdentifier) part.getChild(0)).getName()).matches();
  }

  private String place(String value) {
    values.add(value);
    return "\uE000" + (values.size() - 1) + "\uE001";
  }

  String text() {
    return text.toString();
  }

  /** The same text, changed only around the places, with the values in them. */
  String filled(String framed) {
    return PLACE
        .matcher(framed)
        .replaceAll(
            place -> Matcher.quoteReplacement(values.get(Integer.parseInt(place.group(1)))));
  }
}
