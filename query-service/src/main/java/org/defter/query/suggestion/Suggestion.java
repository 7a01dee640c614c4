package org.defter.query.suggestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.defter.core.subject.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * Something whose name begins as a reader typed.
 *
 * @param what {@code subject} or {@code property}: the parameter that takes its identifier
 * @param kind what sort of thing it is; on subjects only
 * @param label its name in the reader's language
 * @param matched the name that begins so, in whatever language and script it is
 * @param bySound present and true where no name begins with these letters, and this one sounds as
 *     if it did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Suggestion(
    String what,
    String id,
    @Nullable SubjectKind kind,
    String label,
    String matched,
    @Nullable Boolean bySound) {}
