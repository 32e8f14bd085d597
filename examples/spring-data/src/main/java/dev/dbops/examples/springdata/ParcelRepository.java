package dev.dbops.examples.springdata;

import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

/** Queries in PostgreSQL's own words. */
public interface ParcelRepository extends JpaRepository<Parcel, Long> {
  @Query(value = "select * from parcel where label ->> 'size' = :size", nativeQuery = true)
  List<Parcel> ofSize(@Param("size") String size, Sort sort);

  @Query(value = "select * from parcel where (label ->> 'kilos')::int > :kilos", nativeQuery = true)
  Page<Parcel> heavierThan(@Param("kilos") int kilos, Pageable page);

  @Query(value = "select * from parcel where label <> label #- '{fragile}'", nativeQuery = true)
  List<Parcel> sayingWhetherFragile(Sort sort);

  @Query(
      value = "select id from parcel where city operator(pg_catalog.~) :pattern order by id",
      nativeQuery = true)
  List<Long> toCityLike(@Param("pattern") String pattern);

  @Query(
      value =
          """
          select distinct on (label ->> 'size') label ->> 'size' || ': ' || id
          from parcel
          order by label ->> 'size', (label ->> 'kilos')::int desc
          """,
      nativeQuery = true)
  List<String> heaviestOfEachSize();
}
