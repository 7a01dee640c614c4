package org.defter.ingest.log;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A connection to the real database that is cut at one commit: just before, or just after. */
final class FaultyDataSource extends DelegatingDataSource {

  /** What became of the commit at which the connection was cut. */
  enum Cut {
    NOT_PERSISTED,
    PERSISTED
  }

  private final Cut cut;
  private int commitsLeft;

  /**
   * @param commits how many succeed before the one that is cut
   */
  FaultyDataSource(DataSource real, Cut cut, int commits) {
    super(real);
    this.cut = cut;
    this.commitsLeft = commits;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (method.getName().equals("commit") && commitsLeft-- == 0) {
                if (cut == Cut.PERSISTED) {
                  real.commit();
                }
                real.close();
                throw new SQLException("the connection was cut");
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }
}
