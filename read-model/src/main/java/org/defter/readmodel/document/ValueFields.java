package org.defter.readmodel.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A value, taken apart for filtering, sorting and facets. What does not apply to its kind is null.
 *
 * @param keyword the value in one line: text in NFC with single spaces; a subject's id; a date as
 *     written; {@code ~70 %}; {@code true}; a duration or URI as written; {@code
 *     <latitude>,<longitude>}. Longer than 8191 characters, it is kept but cannot be filtered by
 * @param subject a subject's id
 * @param number a quantity, rounded to a double
 * @param earliest a date's first possible day, see {@link ValidFields#earliest}
 * @param latest a date's last possible day
 */
public record ValueFields(
    String keyword,
    @Nullable String subject,
    @Nullable Double number,
    @Nullable String unit,
    @JsonProperty("boolean") @Nullable Boolean truth,
    @Nullable String earliest,
    @Nullable String latest,
    @Nullable GeoPoint point) {

  /** A place, in degrees (WGS 84). */
  public record GeoPoint(double lat, double lon) {}
}
