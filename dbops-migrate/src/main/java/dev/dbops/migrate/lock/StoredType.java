package dev.dbops.migrate.lock;

import dev.dbops.migrate.catalog.DomainState;
import dev.dbops.migrate.catalog.SchemaState;
import dev.dbops.migrate.sql.DataType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the values of a type are stored: the type without its domains.
 *
 * @param name as {@link DataType#name()}, of an interval without its fields
 * @param length its modifiers, those that it has by default included; empty where nothing is cut
 *     off
 * @param fields of an interval, the smallest that it keeps
 * @param array whether it is an array of that type
 * @param domain the domain that it was, if it was one
 * @param constrained whether that domain checks its values
 * @param known whether it is a type of PostgreSQL or of the statements that were seen
 * @param text as it is written, white space and case aside
 */
record StoredType(
    String name,
    List<Integer> length,
    Optional<String> fields,
    boolean array,
    Optional<String> domain,
    boolean constrained,
    boolean known,
    String text) {
  private static final String TIMESTAMP = "timestamp without time zone";
  private static final String TIMESTAMPTZ = "timestamp with time zone";
  private static final String SECOND = "second";
  private static final int FULL_PRECISION = 6;
  private static final int TIME_ZONE_IS_LOOKED_AT = 12;

  /** Types of PostgreSQL that columns have. */
  private static final Set<String> BUILT_IN =
      Set.of(
          ("bigint,bit,bit varying,boolean,box,bpchar,bytea,char,character,character varying,cidr,"
                  + "circle,citext,date,datemultirange,daterange,double precision,inet,"
                  + "int4multirange,int4range,int8multirange,int8range,integer,interval,json,jsonb,"
                  + "jsonpath,line,lseg,macaddr,macaddr8,money,name,numeric,nummultirange,numrange,"
                  + "oid,path,pg_lsn,point,polygon,real,regclass,regcollation,regconfig,"
                  + "regdictionary,regnamespace,regoper,regoperator,regproc,regprocedure,regrole,"
                  + "regtype,smallint,text,tid,time with time zone,time without time zone,"
                  + "timestamp with time zone,timestamp without time zone,tsmultirange,tsquery,"
                  + "tsrange,tstzmultirange,tstzrange,tsvector,uuid,xid,xid8,xml")
              .split(","));

  /**
   * The types that the values of a type can be taken for as they are ({@code pg_cast.castmethod} =
   * 'b'), {@code citext} of the extension included.
   */
  private static final Map<String, Set<String>> SAME_VALUES =
      Map.of(
          "text", Set.of("character varying", "bpchar", "citext"),
          "character varying", Set.of("text", "bpchar", "citext"),
          "citext", Set.of("text", "character varying", "bpchar"),
          "xml", Set.of("text", "character varying", "bpchar"),
          "character", Set.of("bpchar"),
          "cidr", Set.of("inet"),
          "bit", Set.of("bit varying"),
          "integer", Set.of("oid", "reg"),
          "oid", Set.of("integer", "reg"),
          "reg", Set.of("integer", "oid"));

  /** From the largest field to the smallest. */
  static final List<String> FIELDS = List.of("year", "month", "day", "hour", "minute", SECOND);

  StoredType {
    length = List.copyOf(length);
  }

  static StoredType of(DataType type, SchemaState state) {
    DataType stored = type;
    boolean constrained = false;
    Optional<DomainState> domain = state.domain(type);
    Optional<DomainState> next = domain;
    while (next.isPresent()) {
      constrained |= next.get().isConstrained();
      stored = next.get().base();
      next = state.domain(stored);
    }
    boolean interval = stored.name().startsWith("interval");
    String name = interval ? "interval" : stored.name();
    boolean known =
        BUILT_IN.contains(name) && stored.schema().isEmpty()
            || name.equals("citext")
            || state.enumType(element(stored)).isPresent();
    return new StoredType(
        name,
        length(name, stored.modifiers()),
        interval ? Optional.of(smallestField(stored.name())) : Optional.empty(),
        stored.array(),
        domain.map(each -> each.name().sql()),
        constrained,
        known,
        type.text().toLowerCase(Locale.ROOT).replace(" ", ""));
  }

  private static DataType element(DataType type) {
    return new DataType(
        type.name(), type.schema(), type.modifiers(), false, type.text(), type.span());
  }

  /** The modifiers as they take effect; empty where they cut nothing off. */
  private static List<Integer> length(String name, List<Integer> written) {
    return switch (name) {
      case "character", "bit" -> written.isEmpty() ? List.of(1) : written;
      case "numeric" -> written.size() == 1 ? List.of(written.get(0), 0) : written;
      case "interval", TIMESTAMP, TIMESTAMPTZ, "time without time zone", "time with time zone" ->
          written.isEmpty() || written.get(0) >= FULL_PRECISION ? List.of() : written;
      default -> written;
    };
  }

  private static String smallestField(String interval) {
    String last = interval.substring(interval.lastIndexOf(' ') + 1);
    return last.equals("interval") ? SECOND : last;
  }

  /** What becomes of stored values when this type is cast to another. */
  TypeChange.Rewrite castTo(StoredType target, int version) {
    if (isSameTypeAs(target)) {
      return TypeChange.Rewrite.NONE;
    }
    if (!known || !target.known) {
      return TypeChange.Rewrite.UNKNOWN;
    }
    if (target.constrained) {
      return TypeChange.Rewrite.ALWAYS;
    }
    return domain.isPresent()
        ? withoutModifiers().castValuesTo(target, version)
        : castValuesTo(target, version);
  }

  private TypeChange.Rewrite castValuesTo(StoredType target, int version) {
    boolean sameName = name.equals(target.name) && array == target.array;
    if (sameName) {
      return rewrittenUnless(array ? target.length.isEmpty() : keepsItsLengthIn(target));
    }
    if (array || target.array || !target.length.isEmpty()) {
      return TypeChange.Rewrite.ALWAYS;
    }
    if (isTimestamp() && target.isTimestamp()) {
      return version >= TIME_ZONE_IS_LOOKED_AT
          ? TypeChange.Rewrite.UNLESS_UTC
          : TypeChange.Rewrite.ALWAYS;
    }
    return rewrittenUnless(SAME_VALUES.getOrDefault(family(), Set.of()).contains(target.family()));
  }

  private static TypeChange.Rewrite rewrittenUnless(boolean kept) {
    return kept ? TypeChange.Rewrite.NONE : TypeChange.Rewrite.ALWAYS;
  }

  private boolean isSameTypeAs(StoredType target) {
    if (domain.isPresent() || target.domain.isPresent()) {
      return domain.equals(target.domain);
    }
    return known
        ? name.equals(target.name)
            && length.equals(target.length)
            && fields.equals(target.fields)
            && array == target.array
        : text.equals(target.text);
  }

  /** A cast does not know the length of a domain's type. */
  private StoredType withoutModifiers() {
    return new StoredType(
        name,
        List.of(),
        fields.map(each -> SECOND),
        array,
        Optional.empty(),
        constrained,
        known,
        text);
  }

  /** Whether nothing is cut off or padded. */
  private boolean keepsItsLengthIn(StoredType target) {
    if (name.equals("interval")) {
      return keepsItsFieldsIn(target);
    }
    if (target.length.isEmpty()) {
      return true;
    }
    if (length.isEmpty()) {
      return false;
    }
    return switch (name) {
      case "character", "bit" -> length.equals(target.length);
      case "numeric" ->
          length.get(1).equals(target.length.get(1)) && length.get(0) <= target.length.get(0);
      default -> length.get(0) <= target.length.get(0);
    };
  }

  private boolean keepsItsFieldsIn(StoredType target) {
    int kept = FIELDS.indexOf(fields.orElse(SECOND));
    int wanted = FIELDS.indexOf(target.fields.orElse(SECOND));
    boolean fractionsKept =
        kept < FIELDS.indexOf(SECOND)
            || target.length.isEmpty()
            || (!length.isEmpty() && length.get(0) <= target.length.get(0));
    return kept <= wanted && fractionsKept;
  }

  /**
   * Whether an index of the one type is an index of the other: both are ordered and compared by the
   * same operators.
   */
  boolean isOrderedAs(StoredType target) {
    return array == target.array && order().equals(target.order());
  }

  private String order() {
    return switch (name) {
      case "character varying" -> "text";
      case "bpchar" -> "character";
      case "cidr" -> "inet";
      default -> family().equals("reg") ? "oid" : name;
    };
  }

  private boolean isTimestamp() {
    return name.equals(TIMESTAMP) || name.equals(TIMESTAMPTZ);
  }

  private String family() {
    return name.startsWith("reg") ? "reg" : name;
  }
}
