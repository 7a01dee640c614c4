package org.defter.query.masscorrection;

import java.util.Objects;
import org.defter.core.decision.Reason;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.UnfitJson;
import org.defter.core.fact.FactCommand.Changes;
import org.defter.core.fact.Statement;
import org.defter.query.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The same change to every fact that a search finds.
 *
 * @param changes what to change in each, as it was sent: a field that is null takes a part away
 * @param from only facts that say exactly this today; what it leaves out may be anything. Null for
 *     all that are found
 * @param reason why
 */
record MassCorrection(JsonNode changes, @Nullable Changes from, Reason reason) {

  /** The body of a request. */
  private record Body(Changes changes, @Nullable Changes from, Reason reason) {}

  /**
   * Reads the body of a request.
   *
   * @throws ProblemException naming the field that makes no sense
   */
  static MassCorrection read(byte[] body) {
    try {
      Body asked = ArchiveJson.mapper().readValue(body, Body.class);
      JsonNode changes = ArchiveJson.mapper().readTree(body).path("changes");
      return new MassCorrection(changes, asked.from(), asked.reason());
    } catch (JacksonException unread) {
      UnfitJson unfit = UnfitJson.of(unread);
      throw new ProblemException(
          ProblemException.invalid(unfit.field(), unfit.detail()).problem(), unread);
    }
  }

  /** Whether a fact that says this is to be changed. */
  boolean isFor(Statement statement) {
    return from == null
        || (fits(from.subject(), statement.subject())
            && fits(from.property(), statement.property())
            && fits(from.value(), statement.value())
            && fits(from.qualifiers(), statement.qualifiers())
            && fits(from.certainty(), statement.certainty())
            && (from.valid() == null || Objects.equals(from.valid().edtf(), statement.valid())));
  }

  private static boolean fits(@Nullable Object wanted, Object said) {
    return wanted == null || wanted.equals(said);
  }
}
