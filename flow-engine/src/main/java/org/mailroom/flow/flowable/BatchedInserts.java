package org.mailroom.flow.flowable;

import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.flowable.common.engine.impl.context.Context;
import org.flowable.common.engine.impl.db.DbSqlSession;
import org.flowable.common.engine.impl.db.DbSqlSessionFactory;
import org.flowable.common.engine.impl.persistence.cache.EntityCache;

/**
 * Writes the new rows of a step in one piece for each table, such as those of the path taken, where
 * the engine sends each by itself. Changes and deletions stay as they are: the engine counts their
 * rows to see whether another node was faster.
 */
final class BatchedInserts extends DbSqlSession {
  private BatchedInserts(DbSqlSessionFactory factory, EntityCache cache) {
    super(factory, cache);
  }

  /** Makes one for each command. */
  static DbSqlSessionFactory factory() {
    return new DbSqlSessionFactory(false) {
      @Override
      protected DbSqlSession createDbSqlSession() {
        EntityCache cache = Context.getCommandContext().getSession(EntityCache.class);
        return new BatchedInserts(this, cache);
      }
    };
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
