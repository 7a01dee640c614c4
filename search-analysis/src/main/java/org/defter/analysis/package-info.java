/**
 * How Defter reads words: nine analyzers for Elasticsearch, as a plugin of its stable plugin API.
 *
 * <table>
 *   <caption>The analyzers</caption>
 *   <tr><td>{@code defter_ru}<td>Russian text
 *   <tr><td>{@code defter_en}<td>English text
 *   <tr><td>{@code defter_az}<td>Azerbaijani text in Latin letters
 *   <tr><td>{@code defter_ar}<td>Arabic text
 *   <tr><td>{@code defter_any}<td>text in another or an unknown language, and queries in any
 *   <tr><td>{@code defter_name}<td>names of persons, bodies and places, unstemmed
 *   <tr><td>{@code defter_name_prefix}<td>the same by their beginnings; searched with
 *       {@code defter_name}
 *   <tr><td>{@code defter_name_sound}<td>names by how they sound, across scripts
 *   <tr><td>{@code defter_name_sound_prefix}<td>the same by its beginnings; searched with {@code
 *       defter_name_sound}
 * </table>
 *
 * <p>A mapping names them without any entry under {@code settings.analysis}:
 *
 * <pre>{@code
 * "text": {
 *   "type": "text", "analyzer": "defter_any",
 *   "fields": {
 *     "az": {"type": "text", "analyzer": "defter_az"},
 *     "en": {"type": "text", "analyzer": "defter_en"}
 *   }
 * },
 * "name": {
 *   "type": "text", "analyzer": "defter_name",
 *   "fields": {
 *     "prefix": {
 *       "type": "text", "analyzer": "defter_name_prefix", "search_analyzer": "defter_name"
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>All of them share one chain, {@link org.defter.analysis.WordAnalyzer}: canonical text, words
 * by Unicode Standard Annex 29, and for each word its terms, all at the word's position and with
 * its offsets. So phrases and highlights work on every field. Words are parted at hyphens, dashes
 * and quotation marks; no word is left out as a stop word. The script of a word, not the language
 * of its text, decides how it is read; the language matters for Latin letters only. Therefore a
 * Russian surname in an English text is found in all its cases.
 *
 * <p>Installed by unpacking the archive {@code org.defter:search-analysis:zip:plugin} to {@code
 * plugins/defter-analysis/} of the server. Every component's name begins with {@code defter_}, so
 * that it meets no other plugin's.
 */
@NullMarked
package org.defter.analysis;

import org.jspecify.annotations.NullMarked;
