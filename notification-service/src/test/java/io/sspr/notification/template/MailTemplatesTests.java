package io.sspr.notification.template;

import static io.sspr.notification.template.Messages.ASKED;
import static io.sspr.notification.template.Messages.BRAND;
import static io.sspr.notification.template.Messages.HELPDESK;
import static io.sspr.notification.template.Messages.UNTIL;
import static io.sspr.notification.template.Messages.added;
import static io.sspr.notification.template.Messages.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MailTemplatesTests {

    private static final List<String> LANGUAGES = List.of("en", "sl");

    private final MailTemplates templates = Messages.mails(BRAND);

    private Mail mail(Content content, String language) {
        return templates.mail(content, added(content), language);
    }

    @Test
    void everythingCanBeSaidInEveryLanguageWithNoPlaceholderLeft() {
        for (String language : LANGUAGES)
            for (Content content : Messages.everything()) {
                Mail mail = mail(content, language);
                assertThat(mail.language().toLanguageTag()).isEqualTo(language);
                assertThat(List.of(mail.subject(), mail.text(), mail.html()))
                        .as("%s in %s", content, language)
                        .allSatisfy(text ->
                                assertThat(text).isNotBlank().doesNotContain("{", "}", "%s", "null", "???", ".."));
            }
    }

    @Test
    void aKindOfMethodWithoutWordsOfItsOwnIsToldInGeneralOnes() {
        for (Occasion occasion : List.of(Occasion.METHOD_REGISTERED, Occasion.METHOD_REMOVED, Occasion.METHOD_LOCKED)) {
            Content.Notice notice = new Content.Notice(occasion, MethodKind.ADMINISTRATOR_CODE, ASKED);
            assertThat(mail(notice, "en").subject()).contains("way to reset your password was");
        }
    }

    @Test
    void aCodeIsGroupedForReadingAndSaysHowLongItLives() {
        Mail mail = mail(code(Purpose.RESET), "en");

        assertThat(mail.text()).contains("\n    1234 5678\n", "8:13 PM UTC", "10 min");
        assertThat(mail.html()).contains(">\n1234 5678\n</p>", "8:13 PM UTC", "10 min");
    }

    @Test
    void eml03_aCodeIsNeitherInTheSubjectNorInTheFirstLinesThatALockedTelephoneShows() {
        for (String language : LANGUAGES)
            for (Purpose purpose : Purpose.values()) {
                Mail mail = mail(code(purpose), language);
                assertThat(mail.subject()).doesNotContainPattern("[0-9]");
                assertThat(mail.text().indexOf("1234")).isGreaterThan(200);
            }
    }

    @Test
    void noSubjectHoldsACode() {
        for (String language : LANGUAGES)
            for (Content content : Messages.everything())
                assertThat(mail(content, language).subject()).doesNotContainPattern("[0-9]|7KQ");
    }

    @Test
    void aCodeMailSaysNeverToTellTheCode() {
        assertThat(mail(code(Purpose.RESET), "en").text()).contains("Never tell this code to anyone");
        assertThat(mail(code(Purpose.RESET), "sl").text()).contains("Kode ne povejte nikomur");
    }

    @Test
    void ntf03_aNoticeSaysWhatWhenAndHowToObject() {
        Content notice = new Content.Notice(Occasion.PASSWORD_RESET, null, ASKED);

        Mail english = mail(notice, "en-GB");
        Mail slovenian = mail(notice, "sl-SI");

        assertThat(english.text())
                .contains("was reset", "Time: 22 November 2026", "20:03 UTC", HELPDESK, "7KQ2M-04XTB")
                .contains("\nhttps://reset.example.org/not-me#" + Messages.TOKEN + "\n");
        assertThat(slovenian.text()).contains("ponastavljeno", "Čas: 22. november 2026", "20:03 UTC", HELPDESK);
        assertThat(english.html())
                .contains(HELPDESK, "<a href=\"https://reset.example.org/not-me#" + Messages.TOKEN + "\">");
    }

    @Test
    void aNoticeSaysFromWhereAsFarAsThatIsKnown() {
        Place both = new Place("Firefox on Windows", "203.0.113.0/24");

        assertThat(mail(from(both), "en").text()).contains("    From: Firefox on Windows, network 203.0.113.0/24\n");
        assertThat(mail(from(both), "sl").text()).contains("    Od kod: Firefox on Windows, omrežje 203.0.113.0/24\n");
        assertThat(mail(from(both), "en").html())
                .contains("From: <strong>Firefox on Windows, network 203.0.113.0/24</strong>");
        assertThat(mail(from(new Place("Firefox", null)), "en").text()).contains("    From: Firefox\n");
        assertThat(mail(from(new Place(null, "203.0.113.0/24")), "sl").text())
                .contains("    Od kod: omrežje 203.0.113.0/24\n");
        assertThat(mail(from(null), "en").text()).doesNotContain("From");
    }

    private static Content from(@Nullable Place place) {
        return new Content.Notice(Occasion.PASSWORD_RESET, null, ASKED, null, null, place);
    }

    @Test
    void ntf03_everyNoticeToAnOwnerButTheReceiptOfAnObjectionSaysHowToObject() {
        for (String language : LANGUAGES)
            for (Content content : Messages.notices()) {
                String text = mail(content, language).text();
                boolean receipt = ((Content.Notice) content).occasion() == Occasion.RESET_DISPUTED;
                assertThat(text).contains(HELPDESK);
                assertThat(text.contains("7KQ2M-04XTB")).isNotEqualTo(receipt);
                assertThat(text.contains("/not-me#")).isNotEqualTo(receipt);
            }
    }

    @Test
    void ntf03_withoutAPageThereIsTheCodeOnly() {
        Content notice = new Content.Notice(Occasion.PASSWORD_RESET, null, ASKED);

        Mail mail =
                Messages.mails(Brand.plain("Primer", HELPDESK)).mail(notice, Added.dispute(null, "7KQ2M-04XTB"), "en");

        assertThat(mail.text()).contains("7KQ2M-04XTB", "no links on purpose").doesNotContain("http");
    }

    @Test
    void aNewMethodSaysFromWhenItCounts() {
        Content now = new Content.Notice(Occasion.METHOD_REGISTERED, MethodKind.SMS, ASKED);
        Content later = new Content.Notice(Occasion.METHOD_REGISTERED, MethodKind.SMS, ASKED, UNTIL, null);

        assertThat(mail(now, "en").text()).contains("It counts from now on");
        assertThat(mail(later, "en-GB").text()).contains("does not count before", "20:13 UTC");
    }

    @Test
    void usedCodesSayHowManyAreLeft() {
        Content used = new Content.Notice(Occasion.RECOVERY_CODE_USED, null, ASKED, null, 7);

        assertThat(mail(used, "en").text()).contains("Codes that are left: 7.");
        assertThat(mail(used, "sl").text()).contains("Število preostalih kod: 7.");
    }

    @Test
    void administratorsAreToldWhoseAccountItIsAndGetNothingToObjectWith() {
        for (Content content : Messages.toAdministrators())
            assertThat(mail(content, "en").text())
                    .contains("Login: ana", "o-17")
                    .doesNotContain("http", "7KQ2M", HELPDESK);
    }

    @Test
    void atk10_aLoginWithLineEndsStaysInItsLine() {
        Content wanted = new Content.Notice(Occasion.HELP_WANTED, null, ASKED);

        Mail mail = templates.mail(wanted, Added.account("ana\r\n\r\nCall 555\u2028now", "<b>1</b>"), "en");

        assertThat(mail.text()).contains("    Login: ana    Call 555 now\n");
        assertThat(mail.html()).contains("&lt;b&gt;1&lt;/b&gt;").doesNotContain("<b>");
        assertThat(mail.subject()).doesNotContain("ana");
    }

    @Test
    void timesCanBeShownInTheOrganisationsZoneAndNameTheirOffset() {
        MailTemplates ljubljana =
                new MailTemplates(BRAND, Languages.of(null), Layout.of(null), ZoneId.of("Europe/Ljubljana"));

        Content notice = new Content.Notice(Occasion.PASSWORD_RESET, null, ASKED);
        assertThat(ljubljana.mail(notice, Added.NOTHING, "sl").text()).contains("21:03 UTC+01:00");
    }

    @Test
    void whoeverHasALanguageWithoutAFileGetsEnglishThroughout() {
        Mail mail = mail(new Content.Notice(Occasion.PASSWORD_CHANGED, null, ASKED), "de-AT");

        assertThat(mail.language().toLanguageTag()).isEqualTo("en");
        assertThat(mail.text())
                .contains("The password of your Primer d.o.o. account", "November 22, 2026", "8:03 PM UTC");
        assertThat(mail(code(Purpose.RESET), "not a language").subject()).isEqualTo("Your code to reset your password");
    }

    @Test
    void atk01_whatTheOperatorConfiguredIsEscapedInHtmlAndPlainInText() {
        MailTemplates hostile =
                Messages.mails(Brand.plain("A<b>&\"'{helpdesk}$1\\", "<a href='https://evil.example'>"));

        Mail mail = hostile.mail(code(Purpose.RESET), Added.NOTHING, "en");

        assertThat(mail.html())
                .contains("A&lt;b&gt;&amp;&quot;&#39;{helpdesk}$1\\")
                .doesNotContain("<b>", "<a ", "href='");
        assertThat(mail.text()).contains("A<b>&\"'{helpdesk}$1\\");
    }

    @Test
    void noMailWithACodeLinksAndNoneFetchesAnything() {
        for (Content content : Messages.everything()) {
            String html = mail(content, "sl").html();
            assertThat(html).doesNotContain("src=", "url(", "<img", "<script", "<link");
            if (content instanceof Content.Code) assertThat(html).doesNotContain("http", "href");
        }
    }

    @Test
    void atk01_theOnlyLinkOfANoticeLeadsToTheConfiguredPage() {
        for (Content content : Messages.notices())
            assertThat(mail(content, "en").html().split("href=\"", -1))
                    .allSatisfy(rest -> assertThat(rest).matches("(?s)(<!DOCTYPE|https://reset\\.example\\.org/).*"));
    }

    @Test
    void linesOfTextAreShortEnoughForAnyReaderExceptALink() {
        for (String language : LANGUAGES)
            for (Content content : Messages.everything())
                assertThat(mail(content, language).text().lines().filter(line -> !line.startsWith("https://")))
                        .allSatisfy(line -> assertThat(line.codePointCount(0, line.length()))
                                .isLessThanOrEqualTo(72));
    }

    @Test
    void theBrandShowsItsColourAndItsSupportLink() {
        Brand brand =
                new Brand("Primer", HELPDESK, "reset.example.org", "#1f4e79", "Help & more", "https://help.example");

        Mail mail = Messages.mails(brand)
                .mail(new Content.Notice(Occasion.PASSWORD_RESET, null, ASKED), Added.NOTHING, "en");

        assertThat(mail.html()).contains("#1f4e79", "<a href=\"https://help.example\">Help &amp; more</a>");
        assertThat(mail.text()).contains("\nhttps://help.example");
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
        assertThat(code.toString() + mail(code, "en")).doesNotContain("1234", "5678");
    }
}
