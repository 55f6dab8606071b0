package org.mailroom.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;

/** Stands before an object of JDBC, and passes on to it what need not wait for its turn. */
abstract class InTurn implements InvocationHandler {
  private final Object target;

  InTurn(Object target) {
    this.target = target;
  }

  final <T> T as(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, this));
  }

  @Override
  public final Object invoke(Object self, Method method, Object[] arguments) throws SQLException {
    // a pool looks for it among others, and the target would say that it is not its own proxy
    return method.getName().equals("equals") ? self == arguments[0] : call(method, arguments);
  }

  abstract Object call(Method method, Object[] arguments) throws SQLException;

  final Object passOn(Method method, Object... arguments) throws SQLException {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw thrown(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SQLException thrown(Throwable cause) {
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return (SQLException) cause;
  }
}
