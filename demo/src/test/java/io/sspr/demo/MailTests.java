package io.sspr.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailTests {

    @Test
    void readsAPlainMail() {
        assertThat(code("Subject: Your code\r\n\r\nYour code:\r\n\r\n    12345678\r\n\r\nBye\r\n"))
                .contains("12345678");
    }

    @Test
    void readsQuotedPrintableWithSoftLineBreaksInsideTheCode() {
        String raw = """
                Content-Type: text/plain;
                 charset=UTF-8
                Content-Transfer-Encoding: quoted-printable

                Va=C5=A1a koda:
                1234=
                5678
                """.replace("\n", "\r\n");

        assertThat(MimeText.of(raw)).contains("Vaša koda:\r\n12345678\r\n");
        assertThat(code(raw)).contains("12345678");
    }

    @Test
    void readsBase64InAnotherCharset() {
        String body = Base64.getMimeEncoder().encodeToString("Grüße! 87654321".getBytes(StandardCharsets.ISO_8859_1));
        String raw =
                "content-type: text/plain; charset=\"iso-8859-1\"\r\ncontent-transfer-encoding: BASE64\r\n\r\n" + body;

        assertThat(MimeText.of(raw)).contains("Grüße! 87654321");
    }

    @Test
    void readsTheTextOfNestedPartsAndNotTheHtmlOrThePreamble() {
        String raw = """
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="outer"

                11111111
                --outer
                Content-Type: multipart/alternative; boundary=inner

                --inner
                Content-Type: text/html

                <p>22222222</p>
                --inner
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                Code:

                    3333 4444
                --inner--
                --outer--
                55555555
                """;

        assertThat(MimeText.of(raw)).contains("Code:\n\n    3333 4444");
        assertThat(code(raw)).contains("33334444");
        assertThat(code(raw.replace("\n", "\r\n"))).contains("33334444");
    }

    @Test
    void takesNoLongerOrShorterNumberForACode() {
        assertThat(code("Subject: x\n\n123456789\n1234567\n  +386 1234 5678\n1234 5678 is the helpdesk\n"))
                .isEmpty();
        assertThat(code("Content-Type: text/html\n\n<p>12345678</p>")).isEmpty();
        assertThat(code("Subject: nothing else")).isEmpty();
    }

    private static Optional<String> code(String raw) {
        return new Mail(1, "", MimeText.of(raw).orElse("")).code();
    }
}
