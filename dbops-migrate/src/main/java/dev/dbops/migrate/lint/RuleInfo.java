package dev.dbops.migrate.lint;

import dev.dbops.migrate.lock.LockMode;
import dev.dbops.migrate.lock.Work;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule is about: everything that its page, the reports and the truth test need to know of
 * it.
 *
 * @param id stable, in kebab case, named for the danger
 * @param title the danger in one sentence without a final stop
 * @param severity of its findings, unless configured otherwise or changed by the size of the table
 * @param blocks whom the hazard stops
 * @param lock the strongest lock that the hazard takes on a table that exists; empty if it takes
 *     none of interest
 * @param work what the server does while it holds that lock; empty if the lock is brief
 * @param why what happens and why it hurts, in a short paragraph
 * @param instead what to do instead, in a short paragraph
 * @param exemptions when the rule keeps silent, a sentence each
 * @param documentation the page of PostgreSQL's documentation that says so
 * @param enabled whether it is on unless configured otherwise
 * @param aliases former ids, still understood in configurations and suppressions
 */
public record RuleInfo(
    String id,
    String title,
    Severity severity,
    Blocks blocks,
    Optional<LockMode> lock,
    Set<Work> work,
    String why,
    String instead,
    List<String> exemptions,
    String documentation,
    boolean enabled,
    Set<String> aliases) {
  /**
   * @throws IllegalArgumentException if the id is not in kebab case, or title, why, instead or
   *     documentation is missing
   */
  public RuleInfo {
    if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("a rule's id is in kebab case: " + id);
    }
    if (title.isEmpty() || why.isEmpty() || instead.isEmpty() || documentation.isEmpty()) {
      throw new IllegalArgumentException(
          "rule " + id + " needs a title, a why, an instead and a documentation page");
    }
    work = Set.copyOf(work);
    exemptions = List.copyOf(exemptions);
    aliases = Set.copyOf(aliases);
  }

  public static Builder rule(String id) {
    return new Builder(id);
  }

  /** Collects what a rule says of itself; not thread-safe. */
  public static final class Builder {
    private final String id;
    private String title = "";
    private Severity severity = Severity.WARNING;
    private Blocks blocks = Blocks.NOBODY;
    private Optional<LockMode> lock = Optional.empty();
    private final Set<Work> work = EnumSet.noneOf(Work.class);
    private String why = "";
    private String instead = "";
    private List<String> exemptions = List.of();
    private String documentation = "";
    private boolean enabled = true;
    private Set<String> aliases = Set.of();

    private Builder(String id) {
      this.id = id;
    }

    public Builder title(String title) {
      this.title = title;
      return this;
    }

    /** Default: {@link Severity#WARNING}. */
    public Builder severity(Severity severity) {
      this.severity = severity;
      return this;
    }

    /** Default: {@link Blocks#NOBODY}. */
    public Builder blocks(Blocks blocks) {
      this.blocks = blocks;
      return this;
    }

    /** Default: no lock of interest. */
    public Builder lock(LockMode lock, Work... work) {
      this.lock = Optional.of(lock);
      this.work.addAll(List.of(work));
      return this;
    }

    public Builder why(String why) {
      this.why = why.strip();
      return this;
    }

    public Builder instead(String instead) {
      this.instead = instead.strip();
      return this;
    }

    /** Default: none. */
    public Builder exempt(String... exemptions) {
      this.exemptions = List.of(exemptions);
      return this;
    }

    public Builder documentation(String url) {
      this.documentation = url;
      return this;
    }

    /** Default: on. */
    public Builder offByDefault() {
      this.enabled = false;
      return this;
    }

    /** Default: none. */
    public Builder aliases(String... aliases) {
      this.aliases = Set.of(aliases);
      return this;
    }

    /**
     * The finished description.
     *
     * @throws IllegalArgumentException as the constructor does
     */
    public RuleInfo build() {
      return new RuleInfo(
          id,
          title,
          severity,
          blocks,
          lock,
          work,
          why,
          instead,
          exemptions,
          documentation,
          enabled,
          aliases);
    }
  }
}
