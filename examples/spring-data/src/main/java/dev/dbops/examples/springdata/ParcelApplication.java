package dev.dbops.examples.springdata;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/** Runs every query of {@link ParcelRepository} once and prints what it gives. */
@SpringBootApplication
public class ParcelApplication {
  public static void main(String[] arguments) {
    try (var context = SpringApplication.run(ParcelApplication.class, arguments)) {
      ParcelRepository parcels = context.getBean(ParcelRepository.class);
      var heavy = parcels.heavierThan(3, PageRequest.of(0, 1, Sort.by("id")));

      System.out.println("size L: " + parcels.ofSize("L", Sort.by("city")));
      System.out.println("heavy: " + heavy.getContent() + " of " + heavy.getTotalElements());
      System.out.println("fragile: " + parcels.sayingWhetherFragile(Sort.by("city")));
      System.out.println("city: " + parcels.toCityLike("^O"));
      System.out.println("heaviest: " + parcels.heaviestOfEachSize());
    }
  }
}
