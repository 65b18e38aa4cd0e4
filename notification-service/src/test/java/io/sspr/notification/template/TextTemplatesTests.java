package io.sspr.notification.template;

import static io.sspr.notification.template.Messages.BRAND;
import static io.sspr.notification.template.Messages.HELPDESK;
import static io.sspr.notification.template.Messages.added;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.Purpose;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTemplatesTests {

    private static final List<String> LANGUAGES = List.of("en", "sl");

    private static List<Content> texted() {
        List<Content> texted = new ArrayList<>(Messages.codes());
        texted.addAll(Messages.notices());
        return texted;
    }

    @Test
    void sms01_aCodeEndsWithTheLineThatBindsItToThePage() {
        String text = Messages.texts(BRAND).text(Messages.code(Purpose.RESET), Added.NOTHING, "en");

        assertThat(text)
                .isEqualTo("Primer d.o.o.: 12345678 is your code to reset your password. Valid 10 min. "
                        + "Never tell it to anyone.\n@reset.example.org #12345678");
        assertThat(OriginBoundCode.parse(text)).contains(new OriginBoundCode("reset.example.org", "12345678"));
    }

    @Test
    void sms01_withoutAPageACodeIsBoundToNone() {
        String text =
                Messages.texts(Brand.plain("Primer", "555")).text(Messages.code(Purpose.UNLOCK), Added.NOTHING, "en");

        assertThat(text).doesNotContain("@", "#").contains("12345678");
    }

    @Test
    void sms03_everyTextFitsInOneMessageHoweverLongTheNames() {
        List<Brand> brands = List.of(
                BRAND,
                Brand.plain("Primer", "555"),
                new Brand(
                        "Zavod za čezmejno šolsko sodelovanje ".repeat(5),
                        "Pomoč uporabnikom, klet, soba 17, vsak dan od sedmih do petih ".repeat(3),
                        "ponastavitev-gesla.example.org",
                        "#8a8a8a",
                        null,
                        null));
        for (Brand brand : brands)
            for (String language : LANGUAGES)
                for (Content content : texted()) {
                    String text = Messages.texts(brand).text(content, added(content), language);
                    assertThat(Gsm7.of(text)).isEqualTo(text);
                    assertThat(Gsm7.length(text)).as(text).isLessThanOrEqualTo(160);
                    if (brand.page() != null && content instanceof Content.Code)
                        assertThat(text).endsWith("\n@" + brand.page() + " #12345678");
                }
    }

    @Test
    void sms03_slovenianLettersLoseTheirMarks() {
        String text = Messages.texts(BRAND)
                .text(
                        new Content.Notice(Occasion.SIGN_IN_LOCKED, null, Messages.ASKED),
                        Added.dispute(null, "7KQ2M-04XTB"),
                        "sl");

        assertThat(text)
                .contains("prevec napacnih gesel", "zacasno", "22. 11. 26")
                .contains("7KQ2M-04XTB");
    }

    @Test
    void ntf03_aNoticeSaysWhatWhenAndHowToObject() {
        for (String language : LANGUAGES)
            for (Content content : Messages.notices()) {
                Content.Notice notice = (Content.Notice) content;
                String text = Messages.texts(BRAND).text(notice, added(notice), language);
                assertThat(text).contains("UTC").doesNotContain("http", "{", "null");
                if (notice.occasion().canBeDisputed()) assertThat(text).contains("7KQ2M-04XTB");
            }
    }

    @Test
    void aNoticeSaysFromWhereIfThereIsRoom() {
        Place place = new Place("Firefox on Windows", "203.0.113.0/24");
        Content notice = new Content.Notice(Occasion.PASSWORD_RESET, null, Messages.ASKED, null, null, place);
        Brand wordy = Brand.plain("Zavod za šolstvo", "Pomoč uporabnikom, 01 555 01 23");

        assertThat(Messages.texts(BRAND).text(notice, added(notice), "en"))
                .contains("was reset", " From: Firefox on Windows, network 203.0.113.0/24.\n", HELPDESK);
        assertThat(Messages.texts(BRAND).text(notice, added(notice), "sl"))
                .contains("ponastavljeno", " Od kod: Firefox on Windows.\n", HELPDESK);
        assertThat(Messages.texts(wordy).text(notice, added(notice), "sl"))
                .contains("Pomoc uporabnikom, 01 555 01 23", "7KQ2M-04XTB")
                .doesNotContain("Od kod", "203.0.113.0");
    }

    @Test
    void aPageWhoseNameLeavesNoRoomStopsTheStart() {
        Brand brand = new Brand("Primer", "555", "a".repeat(60) + ".example.org", "#8a8a8a", null, null);

        assertThatThrownBy(() -> Messages.texts(brand)).hasMessageContaining("sspr.notification.page");
    }
}
