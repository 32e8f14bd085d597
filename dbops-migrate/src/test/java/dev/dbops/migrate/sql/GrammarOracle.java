package dev.dbops.migrate.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;

/**
 * PostgreSQL's own grammar as judge of what one statement is.
 *
 * <p>Inside an aborted transaction the server still parses before it refuses. It is asked by the
 * Parse message of the extended protocol, which takes one statement and executes nothing. The
 * message is written by hand, because the JDBC driver splits what it is given before the server
 * sees it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-message-formats.html">Message
 *     formats</a>
 */
final class GrammarOracle implements AutoCloseable {
  /** What the server takes a text for. */
  enum Verdict {
    /** One statement, or none at all. */
    ACCEPTED,
    SEVERAL_STATEMENTS,
    REFUSED
  }

  record Answer(Verdict verdict, String message) {}

  private static final int PROTOCOL_3 = 196_608;

  private final EmbeddedPostgres server;
  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private int majorVersion;

  private GrammarOracle(EmbeddedPostgres server) throws IOException {
    this.server = server;
    this.socket = new Socket("localhost", server.getPort());
    this.socket.setTcpNoDelay(true);
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
  }

  static GrammarOracle start() throws IOException {
    GrammarOracle oracle = new GrammarOracle(EmbeddedPostgres.start());
    byte[] who = "user\0postgres\0database\0postgres\0client_encoding\0UTF8\0\0".getBytes(UTF_8);
    oracle.out.writeInt(8 + who.length);
    oracle.out.writeInt(PROTOCOL_3);
    oracle.out.write(who);
    oracle.readUntilReady();
    oracle.send('Q', "begin; select 1 / 0\0");
    oracle.readUntilReady();
    return oracle;
  }

  EmbeddedPostgres server() {
    return server;
  }

  int majorVersion() {
    return majorVersion;
  }

  /** Asks about a text without NUL characters. */
  Answer ask(String sql) throws IOException {
    send('P', "\0" + sql + "\0\0\0");
    send('S', "");
    Map<Character, String> error = readUntilReady();
    String state = error.getOrDefault('C', "none");
    String message = error.getOrDefault('M', "");
    Verdict verdict =
        switch (state) {
          case "none", "25P02", "0A000" -> Verdict.ACCEPTED;
          default ->
              message.startsWith("cannot insert multiple commands")
                  ? Verdict.SEVERAL_STATEMENTS
                  : Verdict.REFUSED;
        };
    return new Answer(verdict, state + " " + message);
  }

  private void send(char type, String payload) throws IOException {
    byte[] bytes = payload.getBytes(UTF_8);
    out.writeByte(type);
    out.writeInt(4 + bytes.length);
    out.write(bytes);
  }

  /**
   * Reads up to ReadyForQuery; answers the fields of the error among the messages, if there is one.
   */
  private Map<Character, String> readUntilReady() throws IOException {
    out.flush();
    Map<Character, String> error = new TreeMap<>();
    while (true) {
      char type = (char) in.readByte();
      byte[] payload = new byte[in.readInt() - 4];
      in.readFully(payload);
      switch (type) {
        case 'Z' -> {
          return error;
        }
        case 'E' -> {
          for (String field : new String(payload, UTF_8).split("\0", -1)) {
            if (!field.isEmpty()) {
              error.put(field.charAt(0), field.substring(1));
            }
          }
        }
        case 'S' -> {
          String[] parameter = new String(payload, UTF_8).split("\0", -1);
          if (parameter[0].equals("server_version")) {
            majorVersion = Integer.parseInt(parameter[1].split("\\D", 2)[0]);
          }
        }
        default -> {}
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    server.close();
  }
}
