package io.sspr.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.notification.contact.Address;
import io.sspr.notification.mail.MailAnswer.Verdict;
import io.sspr.notification.template.Mail;
import io.sspr.notification.testing.ScriptedSmtp;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailConnectionTests {

    private static final Address ANA = Address.parse("ana@example.org").orElseThrow();
    private static final Instant DATE = Instant.parse("2026-11-22T20:03:10Z");

    private ScriptedSmtp server;
    private JavaMailSenderImpl sender;
    private MailServer mailServer;
    private MailConnection connection;

    @BeforeEach
    void connect() throws IOException {
        server = new ScriptedSmtp();
        sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        Properties properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.connectiontimeout", "1000");
        properties.setProperty("mail.smtp.timeout", "300");
        properties.setProperty("mail.smtp.writetimeout", "300");
        properties.setProperty("mail.smtp.localhost", "test");
        mailServer = new MailServer(sender, new SenderProperties("Primer \u0160\u010d", "reset@example.org", "555"));
        connection = mailServer.connection();
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
        server.close();
    }

    private MailAnswer send(UUID id) {
        Mail mail = new Mail(Locale.forLanguageTag("sl"), "\u010cas za novo geslo", "besedilo\n", "<p>besedilo</p>\n");
        return connection.send(id, DATE, ANA, mail);
    }

    private MailAnswer send() {
        return send(UUID.randomUUID());
    }

    @Test
    void severalMailsGoOverOneConnection() {
        assertThat(send().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(send().verdict()).isEqualTo(Verdict.ACCEPTED);

        assertThat(server.mails()).hasSize(2);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aConnectionThatWasGivenBackIsUsedForTheNextMail() {
        send();
        mailServer.giveBack(connection);
        connection = mailServer.connection();
        send();

        assertThat(server.mails()).hasSize(2);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aConnectionThatWasJustUsedIsLeftOpenAndAllAreClosedInTheEnd() {
        send();
        mailServer.giveBack(connection);
        mailServer.closeIdle();
        assertThat(mailServer.connection()).isSameAs(connection);
        mailServer.giveBack(connection);

        mailServer.close();

        assertThat(mailServer.connection()).isNotSameAs(connection);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void eml03_lineEndsInASubjectMakeNoHeader() {
        Mail mail = new Mail(Locale.ENGLISH, "Hello\r\nBcc: eve@evil.example\r\n\r\nbody", "text\n", "<p>text</p>\n");

        connection.send(UUID.randomUUID(), DATE, ANA, mail);

        assertThat(server.mails())
                .singleElement()
                .asString()
                .doesNotContainPattern("(?m)^Bcc:")
                .contains("\nTo: ana@example.org\n");
        assertThat(server.commands().stream().filter(command -> command.startsWith("RCPT")))
                .containsExactly("RCPT TO:<ana@example.org>");
    }

    @Test
    void eml03_aLineWithADotAloneDoesNotEndAMail() {
        Mail mail = new Mail(Locale.ENGLISH, "Hello", "one\n.\nMAIL FROM:<eve@evil.example>\n", "<p>text</p>\n");

        connection.send(UUID.randomUUID(), DATE, ANA, mail);

        assertThat(server.mails()).singleElement().asString().contains("MAIL FROM:<eve@evil.example>");
        assertThat(server.commands()).doesNotContain("MAIL FROM:<eve@evil.example>");
    }

    @Test
    void eml01_eml05_aMailIsMarkedAsAMachinesAndKeepsItsIdOnEveryTry() {
        UUID id = UUID.randomUUID();
        server.says(ScriptedSmtp.END_OF_DATA, "451 later");
        send(id);
        server.isWell();
        send(id);

        assertThat(server.mails())
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail)
                        .contains(
                                "\nMessage-ID: <" + id + "@example.org>\n",
                                "\nTo: ana@example.org\n",
                                "\nAuto-Submitted: auto-generated\n",
                                "\nX-Auto-Response-Suppress: All\n",
                                "\nContent-Language: sl\n",
                                "Date: Sun, 22 Nov 2026 ",
                                "Content-Type: multipart/alternative;",
                                "Content-Type: text/plain; charset=UTF-8",
                                "Content-Type: text/html; charset=UTF-8",
                                "\nSubject: =?UTF-8?")
                        .containsPattern("(?m)^From: =\\?UTF-8\\?[^ ]+\\?= <reset@example.org>$")
                        .doesNotContain("X-Mailer", "Bcc", "Cc:"));
        assertThat(server.commands().stream().filter(command -> command.startsWith("RCPT")))
                .containsOnly("RCPT TO:<ana@example.org>");
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such user, ADDRESS_REJECTED, 550",
        "RCPT, 553 5.1.3 bad address, ADDRESS_REJECTED, 553",
        "RCPT, 450 4.2.1 greylisted, TROUBLE, 450",
        "RCPT, 452 4.2.2 mailbox full, TROUBLE, 452",
        "MAIL, 550 5.7.1 you may not send, MAIL_REJECTED, 550",
        "MAIL, 421 4.3.2 shutting down, TROUBLE, 421",
        "DATA, 554 5.5.1 no valid recipients, MAIL_REJECTED, 554",
        "., 554 5.7.1 looks like spam, MAIL_REJECTED, 554",
        "., 451 4.3.0 disk full, TROUBLE, 451",
        "'', 554 no service here, TROUBLE, 0",
        "'', 421 too busy, TROUBLE, 0"
    })
    void eml04_whatTheServerSaysDecidesWhetherItIsWorthTryingAgain(
            String verb, String reply, Verdict verdict, int code) {
        server.says(verb, reply);

        assertThat(send()).isEqualTo(new MailAnswer(verdict, code));
    }

    @ParameterizedTest
    @CsvSource({
        "'', silence",
        "'', drop",
        "EHLO, drop",
        "MAIL, silence",
        "RCPT, drop",
        "DATA, silence",
        "., silence",
        "., drop"
    })
    void aServerThatFallsSilentOrAwayIsTroubleAndHoldsNobodyForEver(String verb, String instead) {
        server.says(verb, instead);

        assertThat(send()).isEqualTo(new MailAnswer(Verdict.TROUBLE, 0));

        server.isWell();
        assertThat(send().verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aServerThatIsNotThereIsTrouble() throws IOException {
        server.close();

        assertThat(send()).isEqualTo(new MailAnswer(Verdict.TROUBLE, 0));
    }

    @Test
    void aConnectionThatTheServerClosedBetweenTwoMailsIsOpenedAgain() {
        send();
        server.says("NOOP", ScriptedSmtp.DROP);

        assertThat(send().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void wherePrivacyIsRequiredNothingIsSaidToAServerWithoutIt() {
        sender.getJavaMailProperties().setProperty("mail.smtp.starttls.enable", "true");
        sender.getJavaMailProperties().setProperty("mail.smtp.starttls.required", "true");

        assertThat(send()).isEqualTo(new MailAnswer(Verdict.TROUBLE, 0));
        assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }

    @Test
    void aWrongPasswordForTheServerIsTheOperatorsToMend() {
        server.says("EHLO", "250-scripted\r\n250 AUTH PLAIN");
        server.says("AUTH", "535 5.7.8 wrong");
        sender.setUsername("sspr");
        sender.setPassword("wrong");

        assertThat(send()).isEqualTo(new MailAnswer(Verdict.TROUBLE, 0));
        assertThat(server.mails()).isEmpty();
    }
}
