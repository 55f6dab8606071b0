package org.mailroom.security;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A request that knows its method and its address, in an application at the root. */
record FakeRequest(String method, String address) {
  HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            FakeRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) -> answer(called));
  }

  private Object answer(Method called) {
    int query = address.indexOf('?');
    String path = query < 0 ? address : address.substring(0, query);
    return switch (called.getName()) {
      case "getMethod" -> method;
      case "getContextPath" -> "";
      case "getServletPath", "getRequestURI" -> path;
      case "getQueryString" -> query < 0 ? null : address.substring(query + 1);
      default -> throw new UnsupportedOperationException(called.getName());
    };
  }
}
