package org.defter.readmodel.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Words to search, each list read by the analyzer {@code defter_<its name>}.
 *
 * @param ru Russian
 * @param en English
 * @param az Azerbaijani
 * @param ar Arabic
 * @param any all of them, and those in every other language
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WordsByLanguage(
    List<String> ru, List<String> en, List<String> az, List<String> ar, List<String> any) {

  public WordsByLanguage {
    ru = List.copyOf(ru);
    en = List.copyOf(en);
    az = List.copyOf(az);
    ar = List.copyOf(ar);
    any = List.copyOf(any);
  }
}
