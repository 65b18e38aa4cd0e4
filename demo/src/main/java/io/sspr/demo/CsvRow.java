package io.sspr.demo;

import java.util.ArrayList;
import java.util.List;

/** One row of a CSV file (RFC 4180) and the number of the line it begins in, from 1. */
record CsvRow(int line, List<String> fields) {

    /** All rows but empty lines; throws {@link UnusableSample} for a quote out of place. */
    static List<CsvRow> parse(String file, String text) {
        return new Parser(file, text).rows();
    }

    private static final class Parser {
        private final String file;
        private final String text;
        private int at;
        private int line = 1;

        Parser(String file, String text) {
            this.file = file;
            // Spreadsheets put a byte order mark in front.
            this.text = (text.startsWith("\ufeff") ? text.substring(1) : text).replace("\r\n", "\n");
        }

        List<CsvRow> rows() {
            List<CsvRow> rows = new ArrayList<>();
            while (at < text.length()) {
                CsvRow row = row();
                if (!row.fields().equals(List.of(""))) rows.add(row);
            }
            return rows;
        }

        private CsvRow row() {
            int first = line;
            List<String> fields = new ArrayList<>();
            do fields.add(field());
            while (taken(','));
            if (at < text.length() && !taken('\n')) throw wrong("has something after a closing quote");
            line++;
            return new CsvRow(first, fields);
        }

        private String field() {
            if (taken('"')) return quoted();
            int start = at;
            while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
                if (text.charAt(at) == '"') throw wrong("has a quote inside an unquoted field");
                at++;
            }
            return text.substring(start, at);
        }

        private String quoted() {
            int opened = line;
            StringBuilder field = new StringBuilder();
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '"' && !taken('"')) return field.toString();
                if (c == '\n') line++;
                field.append(c);
            }
            line = opened;
            throw wrong("has a quote that is never closed");
        }

        private boolean taken(char wanted) {
            boolean there = at < text.length() && text.charAt(at) == wanted;
            if (there) at++;
            return there;
        }

        private UnusableSample wrong(String what) {
            return new UnusableSample(file + ", line " + line + ": " + what + ".");
        }
    }
}
