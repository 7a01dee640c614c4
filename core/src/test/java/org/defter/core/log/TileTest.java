package org.defter.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.defter.core.value.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 256, tile/0/000",
    "0, 0, 1, tile/0/000.p/1",
    "2, 999, 256, tile/2/999",
    "1, 1000, 255, tile/1/x001/000.p/255",
    "0, 1234067, 5, tile/0/x001/x234/067.p/5",
    "63, 9223372036854775807, 256, tile/63/x009/x223/x372/x036/x854/x775/807",
  })
  void writesAndReadsWhereItStands(int level, long index, int width, String path) {
    Tile tile = new Tile(level, index, width);

    assertThat(tile.path()).isEqualTo(path);
    assertThat(Tile.parse(path)).isEqualTo(tile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile/0/",
        "tile/0/1",
        "tile/0/0001",
        "tile/0/x000/001",
        "tile/0/001/x234",
        "tile/0/x001",
        "tile/00/001",
        "tile/64/001",
        "tile/-1/001",
        "/tile/0/001",
        "tile/0/001/",
        "tile/0/001.p/0",
        "tile/0/001.p/05",
        "tile/0/001.p/256",
        "tile/0/001.p/",
        "tile/0/001.p",
        "tile/0/001.p/5/",
        "tile/0/00\u0661",
        "tile/0/x009/x223/x372/x036/x854/x775/808",
        "tile/0/x001/x009/x223/x372/x036/x854/x775/807",
        "tile/entries/000",
      })
  void refusesEveryOtherPath(String path) {
    assertThatThrownBy(() -> Tile.parse(path)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void namesBundlesOfEntriesLikeTheTileOverThem() {
    EntryBundle bundle = new EntryBundle(1_234_067, 5);

    assertThat(bundle.path()).isEqualTo("tile/entries/x001/x234/067.p/5");
    assertThat(EntryBundle.parse(bundle.path())).isEqualTo(bundle);
    assertThatThrownBy(() -> EntryBundle.parse("tile/0/000")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> EntryBundle.parse("tile/entries/000.p/256"))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void bundlesEntriesWithTheirLengths() {
    byte[] longest = new byte[EntryBundle.LONGEST];
    List<byte[]> entries = List.of(new byte[] {1, 2, 3}, new byte[0], longest);

    byte[] bundle = EntryBundle.encode(entries);

    assertThat(bundle).startsWith(0, 3, 1, 2, 3, 0, 0, 0xFF, 0xFF).hasSize(3 * 2 + 3 + 65_535);
    assertThat(EntryBundle.decode(bundle)).containsExactlyElementsOf(entries);
  }

  @Test
  void refusesABundleItCannotWriteOrRead() {
    assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[EntryBundle.LONGEST + 1])))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> EntryBundle.decode(new byte[] {0})).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> EntryBundle.decode(new byte[] {0, 2, 1}))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void findsTheTileOfAHash() {
    assertThat(Tile.holding(0, 69_999, 70_000)).isEqualTo(new Tile(0, 273, 112));
    assertThat(Tile.holding(1, 272, 70_000)).isEqualTo(new Tile(1, 1, 17));
    assertThat(Tile.holding(2, 0, 70_000)).isEqualTo(new Tile(2, 0, 1));
    assertThatThrownBy(() -> Tile.holding(3, 0, 70_000)).isInstanceOf(InvalidValue.class);
    assertThat(Tile.hashes(8, Long.MAX_VALUE)).isZero();
  }
}
