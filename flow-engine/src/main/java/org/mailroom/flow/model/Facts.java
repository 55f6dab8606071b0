package org.mailroom.flow.model;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.mailroom.mailbox.EmailAddress;
import org.mailroom.request.Contact;
import org.mailroom.request.RequestView;

/**
 * All that an expression may know: facts of the request under fixed names, and the answers given to
 * user tasks. Holds text, numbers and nothing that has methods worth calling.
 */
public final class Facts {
  private static final Map<String, Function<RequestView, Object>> BY_PATH =
      Map.ofEntries(
          Map.entry("request.number", request -> request.number().value()),
          Map.entry("request.title", RequestView::title),
          Map.entry("request.description", RequestView::description),
          Map.entry("request.situation", request -> request.situation().name()),
          Map.entry("request.origin", RequestView::origin),
          Map.entry("request.contact.name", request -> request.contact().name()),
          Map.entry("request.contact.email", request -> address(request.contact())),
          Map.entry("request.contract.number", RequestView::contractNumber),
          Map.entry("request.contract.client", RequestView::client),
          Map.entry("contract.number", RequestView::contractNumber),
          Map.entry("contract.client", RequestView::client),
          Map.entry("contact.name", request -> request.contact().name()),
          Map.entry("contact.email", request -> address(request.contact())));

  private final RequestView request;
  private final Function<String, Object> answers;

  private Facts(RequestView request, Function<String, Object> answers) {
    this.request = request;
    this.answers = answers;
  }

  /**
   * @param answers the answer of a name, or null
   */
  public static Facts of(RequestView request, Function<String, Object> answers) {
    return new Facts(request, answers);
  }

  private static String address(Contact contact) {
    return contact.email().map(EmailAddress::value).orElse(null);
  }

  /** The paths that may be asked for, in order. */
  public static Set<String> paths() {
    return new TreeSet<>(BY_PATH.keySet());
  }

  /** Whether the name stands for one of our facts, so that no answer may take it. */
  public static boolean isReserved(String name) {
    return BY_PATH.keySet().stream().anyMatch(path -> path.startsWith(name + "."));
  }

  /**
   * The value of a path such as {@code request.title}, or the answer of that name; null if there is
   * none.
   */
  public Object at(String path) {
    Function<RequestView, Object> fact = BY_PATH.get(path);
    return fact == null ? answers.apply(path) : fact.apply(request);
  }
}
