package org.defter.readmodel.document;

import java.time.Instant;
import org.defter.core.source.SourceDescription;
import org.defter.core.source.Transcription;
import org.jspecify.annotations.Nullable;

/**
 * A document, with its newest transcription.
 *
 * @param id of the source
 * @param version from 1
 * @param description searchable by {@code description.title.any}, {@code
 *     description.referenceCode}, {@code description.creators} and the other plain fields
 * @param transcription the newest; its revisions are numbered from 1 to its own number, and the
 *     earlier ones are found in {@link EventDocument#transcriptionRevision}; null while there is
 *     none. Its text is not searchable
 * @param changedAt record time of the change that led to this version
 * @param knownTo on versions only, as in {@link FactDocument#knownTo}
 */
public record SourceDocument(
    String id,
    long version,
    SourceDescription description,
    @Nullable Transcription transcription,
    Instant changedAt,
    String eventId,
    long position,
    @Nullable Instant knownTo) {}
