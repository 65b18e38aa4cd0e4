package io.sspr.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.CanonicalLogin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleAccountsTests {

    private static final String HEADER = "organisation_id,login,locale,email,mobile,administrator,initial_password\n";

    @Test
    void readsQuotedFieldsWithCommasQuotesAndLineBreaks() {
        List<SampleAccount> accounts = parse(
                HEADER
                        + "1,\"Š, Žiga\",sl,a@example.org,+386 40 123 456,no,\"say \"\"hello\"\"\n twice\"\r\n\r\n2,b,en,b@example.org,+386 40 123 456,no,x\n");

        assertThat(accounts).hasSize(2);
        assertThat(accounts.get(0).login()).isEqualTo("Š, Žiga");
        assertThat(accounts.get(0).firstPassword()).isEqualTo("say \"hello\"\n twice");
        assertThat(accounts.get(1).login()).isEqualTo("b");
    }

    @Test
    void readsAFileThatASpreadsheetMarkedAndThatHasNoLastLineBreak() {
        assertThat(parse("\ufeff" + HEADER + "1,a,en,a@example.org,+386 40 123 456,no,x"))
                .hasSize(1);
    }

    @Test
    void namesTheLineThatHasTooFewFields() {
        assertThatThrownBy(() -> parse(HEADER + "1,\"a\nb\",en,a@example.org,+386 40 123 456,no,x\n2,b,en\n"))
                .isInstanceOf(UnusableSample.class)
                .hasMessage("people.csv, line 4: has 3 fields instead of 7.");
    }

    @Test
    void namesTheLineWhoseQuoteIsNeverClosed() {
        assertThatThrownBy(() -> parse(HEADER
                        + "1,\"a,en,a@example.org,+386 40 123 456,no,x\n2,b,en,b@example.org,+386 40 123 456,no,x\n"))
                .isInstanceOf(UnusableSample.class)
                .hasMessage("people.csv, line 2: has a quote that is never closed.");
    }

    @Test
    void refusesTextAfterAClosingQuoteAndQuotesInside() {
        assertThatThrownBy(() -> parse(HEADER + "1,\"a\"b,en,a@example.org,+386 40 123 456,no,x\n"))
                .hasMessage("people.csv, line 2: has something after a closing quote.");
        assertThatThrownBy(() -> parse(HEADER + "1,a\"b\",en,a@example.org,+386 40 123 456,no,x\n"))
                .hasMessage("people.csv, line 2: has a quote inside an unquoted field.");
    }

    @Test
    void refusesEmptyFieldsRepeatedPeopleAndAddressesWithoutAt() {
        assertThatThrownBy(() -> parse(HEADER + "1, ,en,a@example.org,+386 40 123 456,no,x\n"))
                .hasMessage("people.csv, line 2: has no login.");
        assertThatThrownBy(() -> parse(HEADER + "1,a,en,example.org,+386 40 123 456,no,x\n"))
                .hasMessage("people.csv, line 2: has an email without @.");
        assertThatThrownBy(() -> parse(HEADER
                        + "1,a,en,a@example.org,+386 40 123 456,no,x\n1,b,en,b@example.org,+386 40 123 456,no,x\n"))
                .hasMessage("people.csv, line 3: repeats an organisation_id.");
        assertThatThrownBy(() -> parse(HEADER
                        + "1,a,en,a@example.org,+386 40 123 456,no,x\n2,a,en,b@example.org,+386 40 123 456,no,x\n"))
                .hasMessage("people.csv, line 3: repeats a login.");
        assertThatThrownBy(() -> parse(HEADER + "1,a,en,a@example.org,+386 40 123 456,maybe,x\n"))
                .hasMessage("people.csv, line 2: has an administrator that is neither yes nor no.");
    }

    @Test
    void refusesOtherColumnsAndAFileWithoutPeople() {
        assertThatThrownBy(() -> parse("id,login\n1,a\n")).hasMessageStartingWith("people.csv, line 1: the columns");
        assertThatThrownBy(() -> parse("")).hasMessageStartingWith("people.csv, line 1: the columns");
        assertThatThrownBy(() -> parse(HEADER)).hasMessage("people.csv holds no account.");
    }

    @Test
    void refusesAFileThatIsNotUtf8(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("latin.csv");
        Files.write(
                file, (HEADER + "1,Zoë,en,a@example.org,+386 40 123 456,no,x\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> SampleAccounts.read(file)).hasMessageEndingWith("latin.csv is not UTF-8.");
    }

    @Test
    void theSampleInTheQuickstartIsUsableAndItsPeopleCanTypeTheirLoginsDifferently() {
        List<SampleAccount> accounts = SampleAccounts.read(Path.of("..", "quickstart", "sample", "accounts.csv"));

        assertThat(accounts).hasSizeGreaterThanOrEqualTo(4);
        assertThat(accounts).allSatisfy(account -> {
            String marked = account.marked("k1").login();
            assertThat(CanonicalLogin.of(PersonJourney.typedDifferently(marked)))
                    .isPresent()
                    .isEqualTo(CanonicalLogin.of(marked));
            assertThat(account.address()).endsWith("@example.org");
            assertThat(account.address().toLowerCase(Locale.ROOT)).isEqualTo(account.address());
        });
    }

    @Test
    void marksIdLoginAndAddressOfAPerson() {
        SampleAccount marked =
                new SampleAccount("7", "Žiga Š.", "sl", "z@example.org", "+386 40 123 456", false, "x").marked("k1");

        assertThat(marked.organisationId()).isEqualTo("7-k1");
        assertThat(marked.login()).isEqualTo("Žiga Š.+k1");
        assertThat(marked.address()).isEqualTo("z+k1@example.org");
        assertThat(marked.mobile()).matches("\\+386 40 [0-9]{6}").isNotEqualTo("+386 40 123456");
        assertThat(marked).hasToString("SampleAccount[hidden]");
    }

    private static List<SampleAccount> parse(String text) {
        return SampleAccounts.parse("people.csv", text);
    }
}
