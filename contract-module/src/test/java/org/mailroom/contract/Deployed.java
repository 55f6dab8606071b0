package org.mailroom.contract;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.Iterator;
import java.util.List;

/** The beans of a type that a container would find; only what our code asks of it. */
public final class Deployed<T> implements Instance<T> {
  private final List<T> beans;

  private Deployed(List<T> beans) {
    this.beans = beans;
  }

  public static <T> Deployed<T> none() {
    return new Deployed<>(List.of());
  }

  public static <T> Deployed<T> one(T bean) {
    return new Deployed<>(List.of(bean));
  }

  @Override
  public boolean isUnsatisfied() {
    return beans.isEmpty();
  }

  @Override
  public boolean isAmbiguous() {
    return beans.size() > 1;
  }

  @Override
  public T get() {
    return beans.get(0);
  }

  @Override
  public Iterator<T> iterator() {
    return beans.iterator();
  }

  @Override
  public Instance<T> select(Annotation... qualifiers) {
    return this;
  }

  @Override
  public <U extends T> Instance<U> select(Class<U> type, Annotation... qualifiers) {
    throw new IllegalStateException("Not asked by our code");
  }

  @Override
  public <U extends T> Instance<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
    throw new IllegalStateException("Not asked by our code");
  }

  @Override
  public void destroy(T bean) {
    throw new IllegalStateException("Not asked by our code");
  }

  @Override
  public Handle<T> getHandle() {
    throw new IllegalStateException("Not asked by our code");
  }

  @Override
  public Iterable<? extends Handle<T>> handles() {
    throw new IllegalStateException("Not asked by our code");
  }
}
