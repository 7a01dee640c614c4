package org.defter.core.edtf;

public record Edtf(String text) {
  public static Edtf parse(String t) {
    return new Edtf(t);
  }
}
