package dev.dbops.migrate;

import dev.dbops.migrate.error.DbopsException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connects by a URL, with a driver of a class loader's; {@code DriverManager} knows only its
 * caller's.
 */
final class DriverDataSource implements DataSource {
  private final String url;
  private final Properties properties = new Properties();
  private final ClassLoader classLoader;

  DriverDataSource(
      String url, Optional<String> username, Optional<String> password, ClassLoader classLoader) {
    this.url = url;
    this.classLoader = classLoader;
    username.ifPresent(value -> properties.setProperty("user", value));
    password.ifPresent(value -> properties.setProperty("password", value));
  }

  @Override
  public Connection getConnection() throws SQLException {
    for (Driver driver : ServiceLoader.load(Driver.class, classLoader)) {
      if (driver.acceptsURL(url)) {
        Connection connection = driver.connect(url, properties);
        if (connection != null) {
          return connection;
        }
      }
    }
    throw new DbopsException(
        "No JDBC driver on the class path accepts the URL",
        "write it as jdbc:postgresql://host/database and add org.postgresql:postgresql");
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return new DriverDataSource(url, Optional.of(username), Optional.of(password), classLoader)
        .getConnection();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    throw new SQLFeatureNotSupportedException("there is no log writer");
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("there is no log writer");
  }

  @Override
  public void setLoginTimeout(int seconds) {
    properties.setProperty("loginTimeout", String.valueOf(seconds));
  }

  @Override
  public int getLoginTimeout() {
    return Integer.parseInt(properties.getProperty("loginTimeout", "0"));
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("there is no java.util.logging here");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("this is no wrapper");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
