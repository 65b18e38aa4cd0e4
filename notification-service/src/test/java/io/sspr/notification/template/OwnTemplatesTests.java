package io.sspr.notification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.Purpose;
import io.sspr.contract.policy.Ineligibility;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a customer puts in place of ours. */
class OwnTemplatesTests {

    @TempDir
    private Path directory;

    private Mail mail(Content content, String language) {
        return new MailTemplates(Messages.BRAND, Languages.of(directory), Layout.of(directory), ZoneOffset.UTC)
                .mail(content, Messages.added(content), language);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    @Test
    void aTextOfTheirsTakesThePlaceOfOursAndTheRestStays() throws IOException {
        write("mail_sl.properties", "password-reset.subject=Geslo v {organisation} je novo – preverite\n");

        Mail mail = mail(new Content.Notice(Occasion.PASSWORD_RESET, null, Messages.ASKED), "sl");

        assertThat(mail.subject()).isEqualTo("Geslo v Primer d.o.o. je novo – preverite");
        assertThat(mail.text()).contains("Geslo vašega računa");
        assertThat(mail(Messages.code(Purpose.RESET), "sl").subject()).isEqualTo("Koda za ponastavitev gesla");
    }

    @Test
    void aReasonCanBeToldInTheirWords() throws IOException {
        write("mail_en.properties", "reset-refused.excluded.do=Come to room 12 at {organisation}\n");

        Mail mail = mail(Content.Notice.refused(Ineligibility.EXCLUDED, Messages.ASKED), "en");

        assertThat(mail.text()).contains("a group whose members", "Come to room 12 at Primer d.o.o.");
    }

    @Test
    void aNewLanguageIsANewFileWithAllKeys() throws IOException {
        String english = new String(
                Objects.requireNonNull(Languages.class.getResourceAsStream("mail.properties"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        write("mail_de.properties", english.replace("Your password was reset", "Ihr Passwort wurde zurückgesetzt"));

        Mail mail = mail(new Content.Notice(Occasion.PASSWORD_RESET, null, Messages.ASKED), "de-AT");

        assertThat(mail.subject()).isEqualTo("Ihr Passwort wurde zurückgesetzt");
        assertThat(mail.language().toLanguageTag()).isEqualTo("de");
    }

    @Test
    void aNewLanguageWithoutAKeyStopsTheStart() throws IOException {
        Path file = write("mail_de.properties", "password-reset.subject=Ihr Passwort\n");

        assertThatThrownBy(() -> Languages.of(directory))
                .hasMessage(file + " has no text for account-unlocked.subject.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mail_sl.properties | password-reset.subject=Novo {geslo} | In FILE the text for password-reset.subject has {geslo}",
                "mail_sl.properties | password-reset.subjekt=Novo | FILE has a text for password-reset.subjekt, which is no key.",
                "mail_sl.properties | password-reset.subject= | FILE has an empty text for password-reset.subject.",
                "mail_en.properties | sms.code.reset=Your code | In FILE the text for sms.code.reset leaves out {code}.",
                "mail_sl.properties | x=\\u12 | FILE cannot be read as properties in UTF-8.",
                "post_sl.properties | x=y | FILE is named after no language"
            })
    void whatCannotWorkStopsTheStartAndNamesFileAndKey(String name, String line, String sentence) throws IOException {
        Path file = write(name, line);

        assertThatThrownBy(() -> Languages.of(directory)).hasMessageStartingWith(sentence.replace("FILE", file + ""));
    }

    @Test
    void aDirectoryThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> Languages.of(directory.resolve("none")))
                .hasMessageContaining("sspr.notification.templates");
    }

    @Test
    void aFileInAnotherEncodingStopsTheStart() throws IOException {
        Files.write(directory.resolve("mail_sl.properties"), new byte[] {'x', '=', (byte) 0xe8});

        assertThatThrownBy(() -> Languages.of(directory)).hasMessageContaining("mail_sl.properties cannot be read");
    }

    @Test
    void aLayoutOfTheirsIsPutAroundTheMailAndEscapesWhatIsPutIn() throws IOException {
        write(
                "layout.html",
                "<html lang=\"{language}\"><style>p { color: {colour} }</style><b>{organisation}</b>{body}");

        String html = mail(Messages.code(Purpose.RESET), "sl").html();

        assertThat(html)
                .startsWith("<html lang=\"sl\"><style>p { color: #1f4e79 }</style><b>Primer d.o.o.</b><p")
                .contains("1234 5678");
    }

    @Test
    void aLayoutThatCannotBeFilledStopsTheStart() throws IOException {
        write("layout.html", "<html>{organisation}");
        assertThatThrownBy(() -> Layout.of(directory)).hasMessageContaining("layout.html has no {body}");

        write("layout.html", "<html>{body}{logo}");
        assertThatThrownBy(() -> Layout.of(directory)).hasMessageContaining("layout.html has {logo}");
    }
}
