package org.defter.query.finding;

import org.defter.core.edtf.Edtf;
import org.defter.readmodel.document.Likeness;
import org.jspecify.annotations.Nullable;

/**
 * What tells quickly whether two facts are worth reading: fields that Elasticsearch keeps in
 * columns, so that ten thousand facts cost what reading a few hundred whole ones does.
 *
 * @param about the subject that is its value; null for any other value
 * @param valid null where the source does not say
 */
record Sketch(
    String id,
    String subject,
    String property,
    Likeness likeness,
    @Nullable String about,
    @Nullable Edtf valid) {}
