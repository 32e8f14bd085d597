package dev.dbops.examples.springdata;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A parcel on its way; what its label says is a jsonb column that only native queries read. */
@Entity
public class Parcel {
  @Id private long id;
  private String city = "";

  protected Parcel() {}

  public Parcel(long id, String city) {
    this.id = id;
    this.city = city;
  }

  @Override
  public String toString() {
    return id + " to " + city;
  }
}
