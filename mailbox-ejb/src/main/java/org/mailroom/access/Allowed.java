package org.mailroom.access;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the roles that may call a method of a service bean; on a class, those for all methods that
 * do not say it themselves. {@link Role#ADMINISTRATOR} always may and need not be named.
 *
 * <p>Asked once, at the first service bean that a call comes to: what this bean asks of others is
 * part of the call it was let in for. A call without a caller is the application's own work, or
 * that of another module that acts for nobody, and passes; so does {@link OwnWork}. Whoever is let
 * in as {@link Role#CONTRACT_MANAGER} alone reaches only what was given to them ({@link Reach}).
 */
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({TYPE, METHOD})
public @interface Allowed {
  /** Who may, besides the administrator. */
  @Nonbinding
  Role[] value() default {};
}
