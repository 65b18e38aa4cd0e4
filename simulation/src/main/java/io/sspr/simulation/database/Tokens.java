package io.sspr.simulation.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text of SQL, and where one is. */
final class Tokens {

    private enum Kind {
        WORD,
        NUMBER,
        TEXT,
        PARAMETER,
        SIGN,
        END
    }

    private record Token(Kind kind, String text) {}

    private static final Pattern TOKEN = Pattern.compile("\\s+|--[^\n]*"
            + "|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<number>[0-9]+)|'(?<text>(?:[^']|'')*)'|(?<parameter>\\?)"
            + "|(?<sign>::|->|=>|<=|>=|<>|[-(),.;*+=<>/\\[\\]])");

    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int parameters;

    Tokens(String sql) {
        this.sql = sql;
        Matcher matcher = TOKEN.matcher(sql);
        int from = 0;
        while (from < sql.length()) {
            if (!matcher.find(from) || matcher.start() != from) throw wrong("at character " + from);
            from = matcher.end();
            if (matcher.group("word") != null)
                tokens.add(new Token(Kind.WORD, matcher.group().toLowerCase(Locale.ROOT)));
            else if (matcher.group("number") != null) tokens.add(new Token(Kind.NUMBER, matcher.group()));
            else if (matcher.group("text") != null)
                tokens.add(new Token(Kind.TEXT, matcher.group("text").replace("''", "'")));
            else if (matcher.group("parameter") != null) tokens.add(new Token(Kind.PARAMETER, "?"));
            else if (matcher.group("sign") != null) tokens.add(new Token(Kind.SIGN, matcher.group()));
        }
        tokens.add(new Token(Kind.END, ""));
    }

    NotSimulated wrong(String where) {
        return new NotSimulated("so much SQL, " + where + ": " + sql);
    }

    NotSimulated wrong() {
        return wrong("at \"" + tokens.get(at).text() + "\"");
    }

    private boolean isText(int offset, String text) {
        Token token = tokens.get(Math.min(at + offset, tokens.size() - 1));
        return (token.kind() == Kind.WORD || token.kind() == Kind.SIGN)
                && token.text().equals(text);
    }

    /** Whether these come next. */
    boolean sees(String... texts) {
        for (int i = 0; i < texts.length; i++) if (!isText(i, texts[i])) return false;
        return true;
    }

    /** Takes these if they come next. */
    boolean takes(String... texts) {
        if (!sees(texts)) return false;
        at += texts.length;
        return true;
    }

    void expect(String... texts) {
        if (!takes(texts)) throw wrong();
    }

    boolean seesWord() {
        return tokens.get(at).kind() == Kind.WORD;
    }

    boolean seesNumber() {
        return tokens.get(at).kind() == Kind.NUMBER;
    }

    boolean seesText() {
        return tokens.get(at).kind() == Kind.TEXT;
    }

    boolean seesParameter() {
        return tokens.get(at).kind() == Kind.PARAMETER;
    }

    boolean isAtEnd() {
        return tokens.get(at).kind() == Kind.END;
    }

    /** The next one, whatever it is. */
    String next() {
        return tokens.get(at++).text();
    }

    String word() {
        if (!seesWord()) throw wrong();
        return next();
    }

    /** The number of the parameter that comes next, from 0. */
    int parameter() {
        at++;
        return parameters++;
    }

    int parameters() {
        return parameters;
    }
}
