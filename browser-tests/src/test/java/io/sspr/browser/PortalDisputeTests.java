package io.sspr.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.sspr.client.Flow;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.SignInFailed;
import io.sspr.demo.Mail;
import io.sspr.live.Mark;
import io.sspr.live.SamplePerson;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who is told of a reset that was not theirs, and says so at the portal. */
class PortalDisputeTests {

    @RegisterExtension
    static final Browser BROWSER = Browser.at(() -> PortalSystem.shared().address());

    private static final Pattern LINK = Pattern.compile("http://[^\\s]+/not-me#[^\\s]+");

    private final PortalSystem system = PortalSystem.shared();
    private final String password = "of a stranger " + UUID.randomUUID();

    @Test
    void opensTheLinkOfTheNoticeAndStopsEverything() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        Mail notice = noticeOfAReset(person);
        ResetPages running = ResetPages.begin(BROWSER, Look.USUAL, "/reset", person.login());
        Matcher link = LINK.matcher(notice.text());
        assertThat(link.find()).as(notice.text()).isTrue();
        Mark token = new Mark("token of the link", notice.disputeToken().orElseThrow());
        Page page = BROWSER.person(Look.USUAL);
        page.navigate(link.group());
        assertThat(page.locator("form[data-with-fragment]")).isVisible();
        assertThat(page.locator("#code")).isHidden();
        assertThat(page.url()).doesNotContain("#");
        BROWSER.check(page);
        BROWSER.screenshot(page, "not-me-link");
        // Loaded anew it still knows, and so does the page in the other language.
        page.reload();
        BROWSER.checkInBothLanguages(page);
        assertThat(page.locator("form[data-with-fragment]")).isVisible();
        page.locator("form[data-with-fragment] button[type=submit]").click();
        assertThat(page.locator("h1")).containsText("Your account is protected");
        BROWSER.check(page);
        BROWSER.screenshot(page, "not-me-done");
        assertThat(system.wire().wasSent(token)).isFalse();

        assertThat(system.portal()
                        .signIn(person.login(), password)
                        .reply(SignInFailed.class)
                        .reason())
                .isEqualTo(Refusal.FROZEN);
        running.page().locator("button[value=EMAIL]").click();
        assertThat(running.page().locator("h1")).containsText("It cannot go on like this");
        BROWSER.checkInBothLanguages(running.page());
    }

    @Test
    void typesTheCodeWithoutScriptsAfterAWrongOne() {
        SamplePerson person = system.people().one(People.Kind.SLOVENIAN);
        String code = noticeOfAReset(person).disputeCode().orElseThrow();
        Page page = BROWSER.open(
                "/not-me", Look.USUAL.in("sl").wide(Look.NARROW).dark().withoutJavaScript());
        BROWSER.check(page);
        type(page, person.login(), "7KQ2M-04XTB");
        assertThat(page.locator("h1")).containsText("še ni zaščiten");
        assertThat(page.locator("#trouble")).isVisible();
        BROWSER.checkInBothLanguages(page);
        type(page, person.login(), code.toLowerCase(Locale.ROOT));
        assertThat(page.locator("h1")).containsText("zaščiten");
        BROWSER.check(page);
        assertThat(system.portal()
                        .signIn(person.login(), password)
                        .reply(SignInFailed.class)
                        .reason())
                .isEqualTo(Refusal.FROZEN);
    }

    @Test
    void saysThatItIsOverInAnotherBrowser() {
        Page page = BROWSER.open("/not-me/" + UUID.randomUUID());
        assertThat(page.locator("main a[href='/not-me']")).isVisible();
        BROWSER.checkInBothLanguages(page);
    }

    private static void type(Page page, String login, String code) {
        page.locator("#login").fill(login);
        page.locator("#code").fill(code);
        new ResetPages(BROWSER, page).press("form:has(#code) button[type=submit]");
    }

    /** Of one that somebody else made, who can read the mail and has the phone. */
    private Mail noticeOfAReset(SamplePerson person) {
        Flow flow = person.authorisedReset();
        long seen = system.mailbox().newest(person.address());
        system.portal().submitNewPassword(flow, password).reply(PasswordSet.class);
        return system.mailbox().notice(person.address(), seen, ResetPages.PATIENCE);
    }
}
