package org.mailroom.flow.flowable;

import java.util.function.Supplier;
import org.flowable.common.engine.impl.javax.el.ELContext;
import org.flowable.common.engine.impl.javax.el.ELResolver;
import org.flowable.common.engine.impl.javax.el.PropertyNotWritableException;
import org.mailroom.flow.model.Facts;

/** Looks names up in the facts and nowhere else: no beans, no classes, no methods. */
final class FactsResolver extends ELResolver {
  private final Supplier<Facts> facts;
  private Facts known;

  FactsResolver(Supplier<Facts> facts) {
    this.facts = facts;
  }

  /** The way to a fact, before its last name is said. */
  private record Path(String said) {}

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    if (base != null && !(base instanceof Path)) {
      return null; // not resolved: the expression language says so
    }
    context.setPropertyResolved(true);
    String path = base == null ? property.toString() : ((Path) base).said() + "." + property;
    return Facts.isReserved(path) ? new Path(path) : facts().at(path);
  }

  private Facts facts() {
    if (known == null) {
      known = facts.get();
    }
    return known;
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    return Object.class;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    throw new PropertyNotWritableException("An expression changes nothing: " + property);
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    return true;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return Object.class;
  }
}
