package dev.dbops.migrate.catalog.kind;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All kinds. */
public final class FactKinds {
  /** In the order in which their things can be made where nothing else tells it. */
  private static final List<CatalogKind> CATALOG =
      List.of(
          new DatabaseKind(),
          new SettingKind(),
          new SchemaKind(),
          new ExtensionKind(),
          new LanguageKind(),
          new CollationKind(),
          new ShellTypeKind(),
          new BaseTypeKind(),
          new EnumKind(),
          new DomainKind(),
          new DomainConstraintKind(),
          new CompositeTypeKind(),
          new AttributeKind(),
          new RangeTypeKind(),
          RoutineKind.functions(),
          RoutineKind.procedures(),
          new AggregateKind(),
          new OperatorKind(),
          new AccessMethodKind(),
          new OperatorFamilyKind(),
          new OperatorClassKind(),
          new CastKind(),
          new TransformKind(),
          new ConversionKind(),
          new TextSearchParserKind(),
          new TextSearchTemplateKind(),
          new TextSearchDictionaryKind(),
          new TextSearchConfigurationKind(),
          new ForeignDataWrapperKind(),
          new ForeignServerKind(),
          new UserMappingKind(),
          new SequenceKind(),
          new TableKind(),
          new ForeignTableKind(),
          new ColumnKind(),
          new IdentitySequenceKind(),
          new NotNullKind(),
          new ConstraintKind(),
          new MaterializedViewKind(),
          new IndexKind(),
          new PartitionKind(),
          new InheritanceKind(),
          new ViewKind(),
          new ViewColumnKind(),
          new StatisticsKind(),
          new TriggerKind(),
          new RuleKind(),
          new PolicyKind(),
          new EventTriggerKind(),
          new PublicationKind(),
          new PublishedTableKind(),
          new PublishedSchemaKind(),
          new SubscriptionKind(),
          DefaultPrivilegesKind.everywhere(),
          DefaultPrivilegesKind.inSchema());

  /** What can be said only when the owners of things are as they should be. */
  private static final List<CatalogKind> AFTER_OWNERS = List.of(new SequenceOwnershipKind());

  /** What rows change. */
  private static final CatalogKind POSITIONS = new SequencePositionKind();

  private static final List<CatalogKind> OF_CATALOGS =
      Stream.concat(CATALOG.stream(), AFTER_OWNERS.stream()).toList();

  private static final List<FactKind> ALL =
      Stream.of(
              CATALOG.stream(),
              Stream.of(
                  new OwnerKind(), new GrantKind(), new CommentKind(), new SecurityLabelKind()),
              AFTER_OWNERS.stream(),
              Stream.of(POSITIONS))
          .<FactKind>flatMap(Function.identity())
          .toList();

  private static final Map<String, FactKind> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(FactKind::name, Function.identity()));

  private FactKinds() {}

  /** Those that are read by a query of their own; each after the kinds of its parents. */
  public static List<CatalogKind> ofCatalogs() {
    return OF_CATALOGS;
  }

  /** How far sequences have counted, which is read only by who asks for it. */
  public static CatalogKind ofPositions() {
    return POSITIONS;
  }

  /** All, in the order in which their things can be made where nothing else tells it. */
  public static List<FactKind> all() {
    return ALL;
  }

  /**
   * The kind of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static FactKind named(String name) {
    FactKind kind = BY_NAME.get(name);
    if (kind == null) {
      throw new IllegalArgumentException("no kind of fact is called " + name);
    }
    return kind;
  }
}
