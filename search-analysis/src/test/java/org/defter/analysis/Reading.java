package org.defter.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** What an analyzer makes of a text, and what a search for a word would find. */
final class Reading {
  /** A term at its position, counted from 0, with the text it covers. */
  record Token(String term, int position, int start, int end) {}

  private final Analyzer analyzer;

  Reading(AnalyzerFactory factory) {
    this.analyzer = factory.create();
  }

  List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("field", text)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      OffsetAttribute offsets = stream.getAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = stream.getAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = -1;
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        tokens.add(
            new Token(term.toString(), position, offsets.startOffset(), offsets.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }

  /** The terms, those of one position joined by a slash. */
  String terms(String text) {
    StringBuilder terms = new StringBuilder();
    int position = 0;
    for (Token token : tokens(text)) {
      if (!terms.isEmpty()) {
        terms.append(token.position() == position ? "/" : " ");
      }
      terms.append(token.term());
      position = token.position();
    }
    return terms.toString();
  }

  boolean finds(String query, String text) {
    Set<String> wanted = termSet(query);
    return termSet(text).stream().anyMatch(wanted::contains);
  }

  /** The stretches of the text that a search for the word would highlight. */
  List<String> highlights(String query, String text) {
    Set<String> wanted = termSet(query);
    return tokens(text).stream()
        .filter(token -> wanted.contains(token.term()))
        .map(token -> text.substring(token.start(), token.end()))
        .distinct()
        .toList();
  }

  String normalized(String text) {
    return analyzer.normalize("field", text).utf8ToString();
  }

  private Set<String> termSet(String text) {
    return tokens(text).stream().map(Token::term).collect(Collectors.toSet());
  }
}
