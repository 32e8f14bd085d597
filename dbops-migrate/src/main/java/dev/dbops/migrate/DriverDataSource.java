package dev.dbops.migrate;

import dev.dbops.migrate.error.DbopsException;
import java.io.PrintWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.StringJoiner;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connects by a URL, with a driver of a class loader's; {@code DriverManager} knows only its
 * caller's.
 */
final class DriverDataSource implements DataSource {
  private static final Set<String> SECRETS = Set.of("password", "sslpassword");

  private final String url;
  private final Properties properties = new Properties();
  private final ClassLoader classLoader;

  DriverDataSource(
      String url, Optional<String> username, Optional<String> password, ClassLoader classLoader) {
    this.url = withoutSecrets(url);
    this.classLoader = classLoader;
    username.ifPresent(value -> properties.setProperty("user", value));
    password.ifPresent(value -> properties.setProperty("password", value));
  }

  /** Drivers log URLs that they do not understand, so passwords go beside the URL. */
  private String withoutSecrets(String url) {
    int question = url.indexOf('?');
    if (question < 0) {
      return url;
    }
    StringJoiner rest = new StringJoiner("&", "?", "").setEmptyValue("");
    for (String parameter : url.substring(question + 1).split("&")) {
      String[] pair = parameter.split("=", 2);
      if (pair.length == 2 && SECRETS.contains(pair[0])) {
        properties.setProperty(pair[0], decoded(pair[0], pair[1]));
      } else {
        rest.add(parameter);
      }
    }
    return url.substring(0, question) + rest;
  }

  private static String decoded(String parameter, String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException badEscape) {
      // Its message quotes the secret.
      throw new DbopsException(
          "In the URL a % in " + parameter + " begins no escape such as %25",
          "write % as %25, or give the password apart from the URL");
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    List<String> refused = new ArrayList<>();
    for (Driver driver : ServiceLoader.load(Driver.class, classLoader)) {
      refused.add(driver.getClass().getName());
      if (driver.acceptsURL(url)) {
        Connection connection = driver.connect(url, properties);
        if (connection != null) {
          return connection;
        }
      }
    }
    throw refused.isEmpty()
        ? new DbopsException(
            "There is no JDBC driver on the class path", "add org.postgresql:postgresql")
        : new DbopsException(
            "The URL is none that " + String.join(" or ", refused) + " understands",
            "write it as jdbc:postgresql://host:port/database");
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
