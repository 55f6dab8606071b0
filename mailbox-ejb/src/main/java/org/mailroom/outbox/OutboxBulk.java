package org.mailroom.outbox;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mailroom.access.Allowed;
import org.mailroom.access.Role;

/**
 * Does one thing to many messages of the outbox.
 *
 * <p>Messages are changed in groups, each a short transaction of its own, whatever transaction the
 * caller has: what is done stays done if the node dies half-way. A message that is being sent or
 * was sent is left as it is. Each change is audited as if it were done alone. Stateless and
 * thread-safe.
 */
@Stateless
@Allowed(Role.OPERATOR)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxBulk {
  /** So many messages can be changed by one call. */
  public static final int MOST = 10_000;

  // few enough that no other work waits long for their rows
  private static final int GROUP = 50;

  private static final System.Logger LOG = System.getLogger(OutboxBulk.class.getName());

  @EJB OutboxBulkSteps steps;
  @EJB Outbox outbox;

  /**
   * Does it to these.
   *
   * @throws WrongSelection if they are none, or more than {@link #MOST}
   * @throws NoSuchWay if they cannot leave by what they shall leave by
   */
  public BulkResult change(BulkChange change, Collection<OutboxMessageId> chosen) {
    List<Long> ids = chosen.stream().map(OutboxMessageId::value).distinct().sorted().toList();
    requireSome(ids);
    Optional<Route> route = route(change);
    BulkResult result = BulkResult.NOTHING;
    for (int i = 0; i < ids.size(); i += GROUP) {
      List<Long> group = ids.subList(i, Math.min(i + GROUP, ids.size()));
      result = result.and(change(change, route, group));
    }
    return result;
  }

  /**
   * Does it to all that a list with this query shows now.
   *
   * @throws WrongSelection if they are none, or more than {@link #MOST}
   * @throws NoSuchWay if they cannot leave by what they shall leave by
   */
  public BulkResult changeMatching(BulkChange change, OutboxQuery query) {
    return change(change, steps.matching(query, MOST + 1));
  }

  private static void requireSome(List<Long> ids) {
    if (ids.isEmpty()) {
      throw WrongSelection.empty();
    }
    if (ids.size() > MOST) {
      throw WrongSelection.tooMany(MOST);
    }
  }

  private Optional<Route> route(BulkChange change) {
    return change.action() == MessageAction.REROUTE
        ? Optional.of(outbox.routeThrough(change.mailbox()))
        : Optional.empty();
  }

  /** A group that fails is done one by one, so that one message keeps none of the others back. */
  private BulkResult change(BulkChange change, Optional<Route> route, List<Long> group) {
    try {
      return steps.change(change, route, group);
    } catch (EJBException | PersistenceException e) {
      LOG.log(System.Logger.Level.WARNING, "messages=" + group + " not " + change.action(), e);
      if (group.size() == 1) {
        OutboxMessageId id = new OutboxMessageId(group.get(0));
        return new BulkResult(List.of(), List.of(BulkResult.Refused.trouble(id)));
      }
      return group.stream()
          .map(id -> change(change, route, List.of(id)))
          .reduce(BulkResult.NOTHING, BulkResult::and);
    }
  }
}
