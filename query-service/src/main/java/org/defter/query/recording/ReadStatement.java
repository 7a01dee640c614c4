package org.defter.query.recording;

import java.util.List;
import org.defter.core.fact.Statement;
import org.defter.core.value.Datatype;
import org.jspecify.annotations.Nullable;

/**
 * A typed statement as it is understood.
 *
 * @param statement what it says, without citations; null while something is missing or not clear
 * @param datatype of the value that the property takes; null while that is not known
 * @param qualifierDatatypes the same of each row of circumstances, by name; empty while not known
 * @param mistakes what is missing or not clear
 */
public record ReadStatement(
    @Nullable Statement statement,
    @Nullable Datatype datatype,
    List<String> qualifierDatatypes,
    Mistakes mistakes) {}
