package io.sspr.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailTemplatesTests {

    private static final Instant ASKED = Instant.parse("2026-11-22T20:03:10Z");
    private static final Instant UNTIL = Instant.parse("2026-11-22T20:13:10Z");
    private static final String HELPDESK = "+386 1 555 01 23";

    private final MailTemplates templates = new MailTemplates("Primer d.o.o.", HELPDESK);

    private static Content code(Purpose purpose) {
        return new Content.Code(purpose, "12345678", ASKED, UNTIL);
    }

    /** Everything that there is to say. */
    private static List<Content> everything() {
        List<Content> contents = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) contents.add(code(purpose));
        contents.add(new Content.Notice(Occasion.PASSWORD_RESET, null, ASKED));
        contents.add(new Content.Notice(Occasion.PASSWORD_CHANGED, null, ASKED));
        for (MethodKind kind : MethodKind.values()) {
            contents.add(new Content.Notice(Occasion.METHOD_REGISTERED, kind, ASKED));
            contents.add(new Content.Notice(Occasion.METHOD_LOCKED, kind, ASKED));
        }
        return contents;
    }

    @Test
    void everythingCanBeSaidInEveryLanguageWithNoPlaceholderLeft() {
        for (String language : List.of("en", "sl"))
            for (Content content : everything()) {
                Mail mail = templates.mail(content, language);
                assertThat(mail.language().toLanguageTag()).isEqualTo(language);
                assertThat(List.of(mail.subject(), mail.text(), mail.html()))
                        .as("%s in %s", content, language)
                        .allSatisfy(text ->
                                assertThat(text).isNotBlank().doesNotContain("{", "}", "%s", "null", "???", ".."));
            }
    }

    @Test
    void aCodeIsGroupedForReadingAndSaysHowLongItLives() {
        Mail mail = templates.mail(code(Purpose.RESET), "en");

        assertThat(mail.text()).contains("\n    1234 5678\n", "8:13 PM UTC", "10 min");
        assertThat(mail.html()).contains(">\n1234 5678\n</p>", "8:13 PM UTC", "10 min");
    }

    @Test
    void aCodeIsNeitherInTheSubjectNorInTheFirstLinesThatALockedTelephoneShows() {
        for (String language : List.of("en", "sl"))
            for (Purpose purpose : Purpose.values()) {
                Mail mail = templates.mail(code(purpose), language);
                assertThat(mail.subject()).doesNotContainPattern("[0-9]");
                assertThat(mail.text().indexOf("1234")).isGreaterThan(200);
            }
    }

    @Test
    void aCodeMailSaysNeverToTellTheCode() {
        assertThat(templates.mail(code(Purpose.RESET), "en").text()).contains("Never tell this code to anyone");
        assertThat(templates.mail(code(Purpose.RESET), "sl").text()).contains("Kode ne povejte nikomur");
    }

    @Test
    void aNoticeSaysWhatWhenAndWhomToTurnTo() {
        Content notice = new Content.Notice(Occasion.PASSWORD_RESET, null, ASKED);

        Mail english = templates.mail(notice, "en-GB");
        Mail slovenian = templates.mail(notice, "sl-SI");

        assertThat(english.text()).contains("was reset", "Time: 22 November 2026", "20:03 UTC", HELPDESK);
        assertThat(slovenian.text()).contains("ponastavljeno", "Čas: 22. november 2026", "20:03 UTC", HELPDESK);
        assertThat(english.html()).contains(HELPDESK);
    }

    @Test
    void whoeverHasALanguageWithoutAFileGetsEnglishThroughout() {
        Mail mail = templates.mail(new Content.Notice(Occasion.PASSWORD_CHANGED, null, ASKED), "de-AT");

        assertThat(mail.language().toLanguageTag()).isEqualTo("en");
        assertThat(mail.text())
                .contains("The password of your Primer d.o.o. account", "November 22, 2026", "8:03 PM UTC");
        assertThat(templates.mail(code(Purpose.RESET), "not a language").subject())
                .isEqualTo("Your code to reset your password");
    }

    @Test
    void whatTheOperatorConfiguredIsEscapedInHtmlAndPlainInText() {
        MailTemplates hostile = new MailTemplates("A<b>&\"'{helpdesk}$1\\", "<a href='https://evil.example'>");

        Mail mail = hostile.mail(code(Purpose.RESET), "en");

        assertThat(mail.html())
                .contains("A&lt;b&gt;&amp;&quot;&#39;{helpdesk}$1\\")
                .doesNotContain("<b>", "<a ", "href='");
        assertThat(mail.text()).contains("A<b>&\"'{helpdesk}$1\\");
    }

    @Test
    void noMailLinksOrFetchesAnything() {
        for (Content content : everything())
            assertThat(templates.mail(content, "sl").html())
                    .doesNotContain("http", "href", "src=", "url(", "<img", "<script", "<link");
    }

    @Test
    void linesOfTextAreShortEnoughForAnyReader() {
        for (String language : List.of("en", "sl"))
            for (Content content : everything())
                assertThat(templates.mail(content, language).text().lines())
                        .allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                                .isLessThanOrEqualTo(72));
    }

    @Test
    void codesOfOtherLengthsAreGroupedToo() {
        assertThat(MailTemplates.grouped("123456")).isEqualTo("123 456");
        assertThat(MailTemplates.grouped("12345678")).isEqualTo("1234 5678");
        assertThat(MailTemplates.grouped("1234567")).isEqualTo("123 456 7");
    }

    @Test
    void neitherContentNorMailPrintsTheCode() {
        Content code = code(Purpose.RESET);
        assertThat(code.toString() + templates.mail(code, "en")).doesNotContain("1234", "5678");
    }
}
