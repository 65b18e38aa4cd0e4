package io.sspr.demo;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads sample accounts from CSV (RFC 4180, UTF-8, with a header line); throws {@link UnusableSample}. */
final class SampleAccounts {

    static final List<String> COLUMNS =
            List.of("organisation_id", "login", "locale", "email", "mobile", "administrator", "initial_password");

    private final String file;
    private final List<SampleAccount> accounts = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> logins = new HashSet<>();

    private SampleAccounts(String file) {
        this.file = file;
    }

    static List<SampleAccount> read(Path path) {
        try {
            return parse(path.getFileName().toString(), Files.readString(path));
        } catch (CharacterCodingException e) {
            throw new UnusableSample(path + " is not UTF-8.", e);
        } catch (IOException e) {
            throw new UnusableSample(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    static List<SampleAccount> parse(String file, String text) {
        SampleAccounts sample = new SampleAccounts(file);
        List<CsvRow> rows = CsvRow.parse(file, text);
        if (rows.isEmpty() || !rows.get(0).fields().equals(COLUMNS))
            throw new UnusableSample(file + ", line 1: the columns must be " + String.join(",", COLUMNS) + ".");
        rows.subList(1, rows.size()).forEach(sample::add);
        if (sample.accounts.isEmpty()) throw new UnusableSample(file + " holds no account.");
        return List.copyOf(sample.accounts);
    }

    private void add(CsvRow row) {
        List<String> fields = row.fields();
        if (fields.size() != COLUMNS.size())
            throw wrong(row, "has " + fields.size() + " fields instead of " + COLUMNS.size());
        for (int i = 0; i < fields.size(); i++)
            if (fields.get(i).isBlank()) throw wrong(row, "has no " + COLUMNS.get(i));
        SampleAccount account = new SampleAccount(
                fields.get(0),
                fields.get(1),
                fields.get(2),
                fields.get(3),
                fields.get(4),
                fields.get(5).equals("yes"),
                fields.get(6));
        if (!fields.get(5).matches("yes|no")) throw wrong(row, "has an administrator that is neither yes nor no");
        if (account.address().indexOf('@') < 1) throw wrong(row, "has an email without @");
        if (!ids.add(account.organisationId())) throw wrong(row, "repeats an organisation_id");
        if (!logins.add(account.login())) throw wrong(row, "repeats a login");
        accounts.add(account);
    }

    private UnusableSample wrong(CsvRow row, String what) {
        return new UnusableSample(file + ", line " + row.line() + ": " + what + ".");
    }
}
