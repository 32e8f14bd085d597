package dev.dbops.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbops.migrate.error.DbopsException;
import dev.dbops.migrate.scratch.ScratchDatabase;
import dev.dbops.migrate.testing.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriverDataSourceTest {
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:1/x/y?user=u&password=hunter2",
        "jdbc:postgresql://127.0.0.1:99999/x?password=hunter2&user=u",
        "jdbc:postgresql://127.0.0.1:abc/x?password=hunter2",
      })
  void keeps_the_password_to_itself_when_the_driver_refuses_the_url(String url) {
    List<String> logged = new ArrayList<>();
    Handler handler = handler(logged);
    DRIVER.addHandler(handler);

    try {
      assertThatThrownBy(() -> source(url).getConnection())
          .isInstanceOf(DbopsException.class)
          .hasMessageContaining("org.postgresql.Driver")
          .hasMessageNotContaining("hunter2");
    } finally {
      DRIVER.removeHandler(handler);
    }

    assertThat(logged).isNotEmpty().noneMatch(message -> message.contains("hunter2"));
  }

  @Test
  void asks_for_an_escaped_percent_sign_without_a_word_of_the_password() {
    assertThatThrownBy(() -> source("jdbc:postgresql://h/d?user=u&password=hun%ter2"))
        .isInstanceOf(DbopsException.class)
        .hasMessage(
            "In the URL a % in password begins no escape such as %25. Write % as %25, or give the"
                + " password apart from the URL.")
        .hasNoCause();
  }

  @Test
  void connects_with_what_the_url_says() throws SQLException {
    try (ScratchDatabase database = Postgres.newest().create();
        Connection known = database.connection()) {
      String url = known.getMetaData().getURL();
      String separator = url.contains("?") ? "&" : "?";
      String user = known.getMetaData().getUserName();

      try (Connection connection =
          source(url + separator + "user=" + user + "&password=a%26b&ApplicationName=x")
              .getConnection()) {
        assertThat(connection.isValid(5)).isTrue();
        assertThat(connection.getClientInfo("ApplicationName")).isEqualTo("x");
      }
    }
  }

  private static DriverDataSource source(String url) {
    return new DriverDataSource(
        url, Optional.empty(), Optional.empty(), DriverDataSourceTest.class.getClassLoader());
  }

  private static Handler handler(List<String> logged) {
    return new Handler() {
      @Override
      public void publish(LogRecord message) {
        logged.add(message.getMessage() + Arrays.toString(message.getParameters()));
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
