package org.defter.query.visibility;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a read that only gets documents by identifier. Elasticsearch shows those as soon as they
 * are written; everything else searches, and needs a refresh first to read one's own writes.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ById {}
