package org.mailroom.flow.flowable;

import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.flowable.common.engine.impl.context.Context;
import org.flowable.common.engine.impl.db.DbSqlSession;
import org.flowable.common.engine.impl.db.DbSqlSessionFactory;
import org.flowable.common.engine.impl.persistence.cache.EntityCache;
import org.flowable.engine.impl.persistence.entity.ExecutionEntityImpl;
import org.flowable.variable.service.impl.InternalVariableInstanceQueryImpl;

/**
 * Spares the database what the engine could know. New rows of a step, such as those of the path
 * taken, are written in one piece for each table, where the engine sends each by itself; changes
 * and deletions stay as they are, as the engine counts their rows to see whether another node was
 * faster. And nothing is looked for that belongs to an execution of which no row is written yet.
 */
final class StepSession extends DbSqlSession {
  private StepSession(DbSqlSessionFactory factory, EntityCache cache) {
    super(factory, cache);
  }

  /** Makes one for each command. */
  static DbSqlSessionFactory factory() {
    return new DbSqlSessionFactory(false) {
      @Override
      protected DbSqlSession createDbSqlSession() {
        EntityCache cache = Context.getCommandContext().getSession(EntityCache.class);
        return new StepSession(this, cache);
      }
    };
  }

  @Override
  @SuppressWarnings("rawtypes") // as it is declared
  public List selectList(String statement, Object parameter) {
    return isUnwritten(owner(parameter))
        ? new ArrayList<>()
        : super.selectList(statement, parameter);
  }

  private static Object owner(Object parameter) {
    return parameter instanceof InternalVariableInstanceQueryImpl variables
        ? variables.getSubScopeId()
        : parameter;
  }

  private boolean isUnwritten(Object execution) {
    return execution instanceof String id && isEntityInserted(ExecutionEntityImpl.class, id);
  }

  @Override
  protected void flushInserts() {
    if (insertedObjects.isEmpty()) {
      return;
    }
    SqlSession single = sqlSession;
    // not closed, as that would close the connection, which is not its own
    sqlSession =
        dbSqlSessionFactory
            .getSqlSessionFactory()
            .openSession(ExecutorType.BATCH, single.getConnection());
    try {
      super.flushInserts();
      sqlSession.flushStatements();
    } finally {
      sqlSession = single;
    }
  }

  // the single session would leave out either if it has written nothing itself
  @Override
  public void commit() {
    sqlSession.commit(true);
  }

  @Override
  public void rollback() {
    sqlSession.rollback(true);
  }
}
