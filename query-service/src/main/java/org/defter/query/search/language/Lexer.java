package org.defter.query.search.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defter.core.detail.Detail;
import org.defter.query.problem.ProblemException;
import org.defter.query.search.language.Expression.Term;
import org.defter.query.search.language.Token.Kind;

/** Cuts a query into its pieces. What holds no letter and no digit, and is no sign, is left out. */
final class Lexer {

  private static final Map<Character, String> CLOSING_QUOTES =
      Map.of('"', "\"", '“', "”“\"", '„', "“”\"", '«', "»", '”', "”");
  private static final Pattern FIELD = Pattern.compile("([A-Za-z]+):(?![/:])(\\s*)");
  private static final Pattern WORD = Pattern.compile("[^\\s\"“”„«»()|]+");
  private static final Pattern DISTANCE = Pattern.compile("~(\\d{0,9})");
  private static final Pattern FUZZY = Pattern.compile("(.+)~(\\d*)");
  private static final Map<String, Kind> OPERATORS =
      Map.of("AND", Kind.AND, "OR", Kind.OR, "NOT", Kind.NOT);
  private static final int FARTHEST_WORDS = 50;
  private static final int MOST_LETTERS = 2;

  private final String query;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String query) {
    this.query = query;
  }

  /** The pieces, with {@link Kind#END} as the last. */
  static List<Token> tokens(String query) {
    Lexer lexer = new Lexer(query);
    while (lexer.at < query.length()) {
      lexer.next();
    }
    lexer.tokens.add(Token.sign(Kind.END, query.length() + 1));
    return lexer.tokens;
  }

  private void next() {
    char c = query.charAt(at);
    if (c == '(') {
      sign(Kind.OPEN);
    } else if (c == ')') {
      sign(Kind.CLOSE);
    } else if (c == '|') {
      alternative();
    } else if (c == '-' && beginsSomething()) {
      sign(Kind.NOT);
    } else if (Character.isWhitespace(c) || (c == '+' && beginsSomething())) {
      at++; // all parts must be found anyway: a plus says nothing new
    } else if (CLOSING_QUOTES.containsKey(c)) {
      phrase(c);
    } else if (!field()) {
      word();
    }
  }

  private void sign(Kind kind) {
    tokens.add(Token.sign(kind, at + 1));
    at++;
  }

  private void alternative() {
    sign(Kind.OR);
    while (at < query.length() && query.charAt(at) == '|') {
      at++;
    }
  }

  /** A sign belongs to what follows it without a space: a dash between words is a dash. */
  private boolean beginsSomething() {
    if (at + 1 >= query.length()) {
      return false;
    }
    char following = query.charAt(at + 1);
    return Character.isLetterOrDigit(query.codePointAt(at + 1))
        || following == '('
        || CLOSING_QUOTES.containsKey(following);
  }

  /** A quotation mark that is never closed counts as a space. */
  private void phrase(char opened) {
    int begin = at + 1;
    int end = begin;
    String closing = String.valueOf(CLOSING_QUOTES.get(opened));
    while (end < query.length() && closing.indexOf(query.charAt(end)) < 0) {
      end++;
    }
    if (end == query.length()) {
      at = begin;
      return;
    }
    String text = query.substring(begin, end).strip();
    int start = at;
    at = end + 1;
    Matcher distance = DISTANCE.matcher(query).region(at, query.length());
    int words = 0;
    if (distance.lookingAt()) {
      words =
          number(
              distance.group(1),
              FARTHEST_WORDS,
              Detail.of("query.search.too-many-words-between", start + 1, FARTHEST_WORDS));
      at = distance.end();
    }
    if (saysSomething(text)) {
      tokens.add(Token.of(new Term(Field.ANYWHERE, text, Match.PHRASE, words), start + 1));
    }
  }

  private boolean field() {
    Matcher name = FIELD.matcher(query).region(at, query.length());
    if (!name.lookingAt()) {
      return false;
    }
    Field field = Field.named(name.group(1));
    if (field == null) {
      if (name.group(2).isEmpty() && name.end() < query.length()) {
        throw ProblemException.invalid(
            "q",
            Detail.of("query.search.no-field", name.group(1), Field.names(), name.group().strip()));
      }
      return false;
    }
    tokens.add(Token.of(field, at + 1));
    at = name.end();
    return true;
  }

  private void word() {
    Matcher word = WORD.matcher(query).region(at, query.length());
    if (!word.lookingAt()) {
      at++; // a closing quotation mark that nothing opened
      return;
    }
    int start = at;
    at = word.end();
    Kind operator = OPERATORS.get(word.group());
    if (operator != null) {
      tokens.add(Token.sign(operator, start + 1));
    } else if (saysSomething(word.group())) {
      tokens.add(Token.of(term(word.group(), start), start + 1));
    }
  }

  private static Term term(String word, int start) {
    Matcher fuzzy = FUZZY.matcher(word);
    if (fuzzy.matches()) {
      int letters =
          number(
              fuzzy.group(2),
              MOST_LETTERS,
              Detail.of("query.search.too-many-letters", start + 1, MOST_LETTERS));
      return new Term(Field.ANYWHERE, fuzzy.group(1), Match.FUZZY, letters);
    }
    boolean prefix = word.endsWith("*");
    String text = prefix ? word.replaceAll("\\*+$", "") : word;
    if (text.indexOf('*') >= 0) {
      throw ProblemException.invalid("q", Detail.of("query.search.star", word));
    }
    return new Term(Field.ANYWHERE, text, prefix ? Match.PREFIX : Match.WORD, 0);
  }

  private static int number(String digits, int most, Detail more) {
    if (digits.isEmpty()) {
      return 0;
    }
    int number = digits.length() > 3 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    if (number > most) {
      throw ProblemException.invalid("q", more);
    }
    return number;
  }

  private static boolean saysSomething(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }
}
