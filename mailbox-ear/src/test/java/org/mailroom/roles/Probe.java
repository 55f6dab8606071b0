package org.mailroom.roles;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.access.AccessDenied;
import org.mailroom.access.Role;
import org.mailroom.people.AccountDraft;
import org.mailroom.people.Accounts;
import org.mailroom.people.Given;
import org.mailroom.vault.Secret;

/**
 * The tests' hand inside the application: makes people, and calls every service method in the name
 * of whoever asks, by the log-in of the application itself.
 */
@Path("v1/probe")
@ApplicationScoped
public class Probe {
  @Inject BeanManager beans;
  @Inject Accounts accounts;

  /** Registers somebody; needs no log-in here. */
  @POST
  @Path("people/{login}")
  public void register(
      @PathParam("login") String login,
      @QueryParam("role") String role,
      @QueryParam("contract") Set<Long> contracts) {
    AccountDraft draft =
        AccountDraft.of(login, Role.valueOf(role)).giving(new Given(contracts, Set.of()));
    accounts.register(draft, Optional.of(Secret.of(RolesIT.PASSWORD)));
  }

  /** Each service method that this server has, and what became of the call. */
  @GET
  @Path("methods")
  public String methods() {
    return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .filter(bean -> ServiceMethods.isServiceBean(bean.getBeanClass()))
        .flatMap(this::methods)
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private Stream<String> methods(Bean<?> bean) {
    return ServiceMethods.of(bean.getBeanClass())
        .map(method -> ServiceMethods.key(method) + " | " + outcome(bean, method));
  }

  private String outcome(Bean<?> bean, Method method) {
    try {
      BehindTheGate.probing(() -> call(bean, method));
      return "passed unasked";
    } catch (Reached letIn) {
      return "let in";
    } catch (AccessDenied refused) {
      return "refused";
    } catch (RuntimeException unexpected) {
      return unexpected.toString();
    }
  }

  private Object call(Bean<?> bean, Method method) {
    try {
      Class<?> view = view(bean, method);
      Object reference = beans.getReference(bean, (Type) view, beans.createCreationalContext(bean));
      return view.getMethod(method.getName(), method.getParameterTypes())
          .invoke(
              reference,
              List.of(method.getParameterTypes()).stream().map(Probe::nothing).toArray());
    } catch (InvocationTargetException thrown) {
      throw unwrapped(thrown.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The class itself, or the business interface that has the method. */
  private static Class<?> view(Bean<?> bean, Method method) {
    return bean.getTypes().stream()
        .filter(Class.class::isInstance)
        .<Class<?>>map(Class.class::cast)
        .filter(type -> type != Object.class && has(type, method))
        .findFirst()
        .orElseThrow();
  }

  private static boolean has(Class<?> type, Method method) {
    return Stream.of(type.getMethods())
        .anyMatch(
            each ->
                each.getName().equals(method.getName())
                    && List.of(each.getParameterTypes())
                        .equals(List.of(method.getParameterTypes())));
  }

  private static Object nothing(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    if (type == int.class) {
      return 0;
    }
    return type == long.class ? 0L : null;
  }

  private static RuntimeException unwrapped(Throwable thrown) {
    Throwable cause =
        thrown instanceof EJBException && thrown.getCause() != null ? thrown.getCause() : thrown;
    return cause instanceof RuntimeException e ? e : new IllegalStateException(cause);
  }
}
