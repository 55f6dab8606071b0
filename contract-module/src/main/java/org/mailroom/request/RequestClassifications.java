package org.mailroom.request;

import static org.mailroom.access.Role.OPERATOR;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.mailroom.access.Allowed;
import org.mailroom.audit.Audit;
import org.mailroom.failure.Problem;
import org.mailroom.people.People;
import org.mailroom.request.jpa.RequestStore;
import org.mailroom.request.model.ClassificationRules;
import org.mailroom.request.model.ServiceRequest;

/**
 * Says anew what requests are about, how urgent they are, and who looks after them.
 *
 * <p>Each call joins the caller's transaction or starts one. Stateless and thread-safe.
 */
@Stateless
@Allowed(OPERATOR)
public class RequestClassifications {
  private static final System.Logger LOG = System.getLogger(RequestClassifications.class.getName());

  @Inject RequestStore store;
  @EJB ServiceRequests requests;
  @EJB People people;
  @EJB Audit audit;

  /**
   * Changes all three, whatever the situation of the request; to what they are changes nothing. The
   * log of the request tells what was changed and by whom.
   *
   * @param wanted null for empty, or for the usual priority; a group that the request has already
   *     need not exist any more
   * @throws InvalidRequest telling every broken rule
   */
  public RequestView change(RequestNumber number, Classification wanted) {
    ServiceRequest request =
        store.find(number).orElseThrow(() -> new RequestNotFound(number.toString()));
    Classification before = request.classification();
    Classification complete = ClassificationRules.completed(wanted);
    if (!complete.equals(before)) {
      refuse(ClassificationRules.problems(complete, before, this::isGroup));
      request.classify(complete);
      note(number, ClassificationRules.words(before, complete));
    }
    return requests.get(number);
  }

  private boolean isGroup(String acronym) {
    return people.group(acronym).isPresent();
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new InvalidRequest(problems);
    }
  }

  private void note(RequestNumber number, String words) {
    requests.append(number, NewOccurrence.of(audit.caller(), "system", words));
    audit.note("request.classified", "request " + number, words);
    LOG.log(System.Logger.Level.INFO, "request.classified number={0}", number);
  }
}
