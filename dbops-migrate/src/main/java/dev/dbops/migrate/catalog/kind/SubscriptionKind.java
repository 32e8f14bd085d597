package dev.dbops.migrate.catalog.kind;

import dev.dbops.migrate.catalog.snapshot.CatalogSnapshot;
import dev.dbops.migrate.catalog.snapshot.Fact;
import dev.dbops.migrate.catalog.snapshot.FactKey;
import dev.dbops.migrate.sql.SqlIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A subscription. No statement for it connects to the publisher: its slot there is neither made nor
 * dropped.
 */
final class SubscriptionKind implements CatalogKind {
  private static final String CONNECTION = "connection ";
  private static final String URI = CONNECTION + "uri";
  private static final String OPTION = "option ";
  private static final String ENABLED = "enabled";

  /** What the server takes for an option when nothing is said, where that is not false. */
  private static final Map<String, String> USUAL =
      Map.of("synchronous_commit", "off", "origin", "any", "password_required", "true");

  @Override
  public String name() {
    return "subscription";
  }

  @Override
  public String catalog() {
    return "pg_subscription";
  }

  @Override
  public String mayRead() {
    return "has_column_privilege('pg_catalog.pg_subscription', 'subconninfo', 'SELECT')";
  }

  /**
   * Of a connection, what is no secret: named parameters one by one, of a URI what stands before
   * its parameters without user and password.
   *
   * @see <a
   *     href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING">Connection
   *     strings</a>
   */
  @Override
  public String query() {
    return """
        SELECT s.oid,
               s.subname AS name,
               s.subenabled AS enabled,
               (SELECT string_agg(quote_ident(p), ', ' ORDER BY p)
                  FROM unnest(s.subpublications) p) AS publications,
               array_remove(ARRAY[
                 CASE WHEN s.subslotname IS NULL THEN 'slot_name=none'
                      WHEN s.subslotname <> s.subname THEN 'slot_name=' || s.subslotname END,
                 CASE WHEN s.subbinary THEN 'binary=true' END, -- since 14
                 CASE WHEN s.substream THEN 'streaming=on' END, -- since 14 before 16
                 CASE s.substream WHEN 't' THEN 'streaming=on' WHEN 'p' THEN 'streaming=parallel' END, -- since 16 before 18
                 CASE s.substream WHEN 't' THEN 'streaming=on' WHEN 'f' THEN 'streaming=off' END, -- since 18
                 CASE WHEN s.subtwophasestate <> 'd' THEN 'two_phase=true' END, -- since 15
                 CASE WHEN s.subdisableonerr THEN 'disable_on_error=true' END, -- since 15
                 CASE WHEN NOT s.subpasswordrequired THEN 'password_required=false' END, -- since 16
                 CASE WHEN s.subrunasowner THEN 'run_as_owner=true' END, -- since 16
                 'origin=' || NULLIF(s.suborigin, 'any'), -- since 16
                 CASE WHEN s.subfailover THEN 'failover=true' END, -- since 17
                 'synchronous_commit=' || NULLIF(s.subsynccommit, 'off')], NULL) AS option,
               CASE WHEN s.subconninfo ~ '^postgres(ql)?://'
                    THEN ARRAY['uri=' || regexp_replace(s.subconninfo,
                                                        '^(postgres(?:ql)?://)(?:[^/]*@)?([^?]*).*$',
                                                        '\\1\\2')]
                    ELSE (SELECT array_agg(m[1] || '='
                                           || regexp_replace(CASE WHEN m[2] LIKE ''''  || '%'
                                                                  THEN substr(m[2], 2, length(m[2]) - 2)
                                                                  ELSE m[2] END,
                                                             '\\\\(.)', '\\1', 'g'))
                            FROM regexp_matches(
                                   s.subconninfo,
                                   '(\\w+)\\s*=\\s*(''(?:[^''\\\\]|\\\\.)*''|(?:[^\\s''\\\\]|\\\\.)(?:[^\\s\\\\]|\\\\.)*)',
                                   'g') AS m
                           WHERE m[1] IN ('host', 'hostaddr', 'port', 'dbname', 'user',
                                          'application_name', 'connect_timeout', 'sslmode',
                                          'sslcert', 'sslkey', 'sslrootcert', 'sslcrl',
                                          'channel_binding', 'gssencmode', 'krbsrvname',
                                          'target_session_attrs'))
               END AS connection,
               pg_get_userbyid(s.subowner) AS owner
          FROM pg_subscription s
          JOIN pg_database d ON d.oid = s.subdbid AND d.datname = current_database()
        """;
  }

  @Override
  public String reference(FactKey key) {
    return "SUBSCRIPTION " + Ddl.name(key);
  }

  @Override
  public List<String> create(Fact fact, CatalogSnapshot in) {
    String options =
        fact.attributes().keySet().stream()
            .filter(name -> name.startsWith(OPTION))
            .map(name -> ", " + option(name, fact, in))
            .collect(Collectors.joining());
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE %s %s PUBLICATION %s WITH (connect = false%s)"
            .formatted(
                reference(fact.key()),
                connection(fact),
                fact.attribute("publications").orElseThrow(),
                options));
    if (fact.is(ENABLED)) {
      statements.add("ALTER " + reference(fact.key()) + " ENABLE");
    }
    return statements;
  }

  private static String connection(Fact fact) {
    String parameters =
        fact.attribute(URI)
            .orElseGet(
                () ->
                    fact.attributes().entrySet().stream()
                        .filter(each -> each.getKey().startsWith(CONNECTION))
                        .map(each -> parameter(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(" ")));
    return "CONNECTION %s /* a password has to be added by hand */"
        .formatted(SqlIdentifier.quoteLiteral(parameters));
  }

  private static String parameter(String attribute, String value) {
    return "%s='%s'"
        .formatted(
            attribute.substring(CONNECTION.length()),
            value.replace("\\", "\\\\").replace("'", "\\'"));
  }

  /** Where the slot is, its publisher may be gone. */
  @Override
  public List<String> drop(Fact fact, CatalogSnapshot in) {
    String alter = "ALTER " + reference(fact.key());
    return List.of(
        alter + " DISABLE", alter + " SET (slot_name = NONE)", "DROP " + reference(fact.key()));
  }

  /** How far it has read is lost with it. */
  @Override
  public boolean holdsData() {
    return true;
  }

  @Override
  public Optional<List<String>> alter(Fact from, Fact to, CatalogSnapshot in) {
    String alter = "ALTER " + reference(to.key()) + " ";
    Alteration alteration = Alteration.of(from, to);
    if (alteration.differs(OPTION + "two_phase") || alteration.differs(OPTION + "failover")) {
      return Optional.empty();
    }
    if (!to.is(ENABLED)) {
      alteration.when(ENABLED, off -> alter + "DISABLE");
    }
    return alteration
        .whenAnyMatches(name -> name.startsWith(CONNECTION), alter + connection(to))
        .when(
            "publications",
            names -> alter + "SET PUBLICATION " + names.orElseThrow() + " WITH (refresh = false)")
        .whenMatches(
            name -> name.startsWith(OPTION), name -> alter + "SET (" + option(name, to, in) + ")")
        .when(ENABLED, on -> alter + "ENABLE")
        .statements();
  }

  private static String option(String attribute, Fact fact, CatalogSnapshot in) {
    String name = attribute.substring(OPTION.length());
    return name
        + " = "
        + SqlIdentifier.quoteLiteral(
            fact.attribute(attribute).orElseGet(() -> usual(name, fact, in)));
  }

  private static String usual(String option, Fact fact, CatalogSnapshot in) {
    return switch (option) {
      case "slot_name" -> fact.key().simpleName();
      case "streaming" -> in.majorVersion() >= 18 ? "parallel" : "off";
      default -> USUAL.getOrDefault(option, "false");
    };
  }
}
