package org.defter.core.edtf;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Dates of which one, or all, are meant. A {@code ..} range is one member. */
public record DateSet(String text, Choice choice, List<Edtf> members) implements Edtf {

  /** Which of its dates are meant. */
  public enum Choice {
    ONE_OF,
    ALL_OF
  }

  public DateSet {
    members = List.copyOf(members);
  }

  @Override
  public @Nullable DayRange start() {
    return merge(Edtf::start, choice == Choice.ONE_OF ? DayRange::hull : DayRange::firstOf);
  }

  @Override
  public @Nullable DayRange end() {
    return merge(Edtf::end, choice == Choice.ONE_OF ? DayRange::hull : DayRange::lastOf);
  }

  /** Null when one member has no such end: then the whole set has none. */
  private @Nullable DayRange merge(
      Function<Edtf, @Nullable DayRange> end, BinaryOperator<DayRange> merging) {
    List<DayRange> ends = members.stream().map(end).filter(Objects::nonNull).toList();
    return ends.size() < members.size() ? null : ends.stream().reduce(merging).orElseThrow();
  }

  @Override
  public boolean uncertain() {
    return members.stream().anyMatch(Edtf::uncertain);
  }

  @Override
  public boolean approximate() {
    return members.stream().anyMatch(Edtf::approximate);
  }

  @Override
  public boolean unspecified() {
    return members.stream().anyMatch(Edtf::unspecified);
  }

  @Override
  public boolean possiblyOverlaps(@Nullable LocalDate from, @Nullable LocalDate to) {
    return members.stream().anyMatch(member -> member.possiblyOverlaps(from, to));
  }

  @Override
  public boolean certainlyOverlaps(@Nullable LocalDate from, @Nullable LocalDate to) {
    return switch (choice) {
      case ONE_OF -> members.stream().allMatch(member -> member.certainlyOverlaps(from, to));
      case ALL_OF -> members.stream().anyMatch(member -> member.certainlyOverlaps(from, to));
    };
  }

  @Override
  public boolean possiblyWithin(@Nullable LocalDate from, @Nullable LocalDate to) {
    return switch (choice) {
      case ONE_OF -> members.stream().anyMatch(member -> member.possiblyWithin(from, to));
      case ALL_OF -> members.stream().allMatch(member -> member.possiblyWithin(from, to));
    };
  }
}
