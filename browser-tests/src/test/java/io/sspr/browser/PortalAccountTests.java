package io.sspr.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.sspr.contract.reply.SignedIn;
import io.sspr.demo.Totp;
import io.sspr.live.Mark;
import io.sspr.live.SamplePerson;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who can sign in, at the portal. */
class PortalAccountTests {

    @RegisterExtension
    static final Browser BROWSER = Browser.at(() -> PortalSystem.shared().address());

    private final PortalSystem system = PortalSystem.shared();

    @Test
    void signsInAndChangesThePasswordAndNobodyOnTheWaySeesEither() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        Mark old = new Mark("old password", person.password());
        Mark wanted = new Mark("new password", "žareče " + UUID.randomUUID());
        long seen = system.mailbox().newest(person.address());
        AccountPages pages = AccountPages.signIn(BROWSER, person, Look.USUAL);
        Page page = pages.page();
        pages.go("/account/password");
        BROWSER.check(page);
        pages.changePassword(person.password(), wanted.text());
        pages.seeAndCheck(".note.success");
        // The browser made the seal and does not know where it is: the portal says that beside it.
        assertThat(system.mailbox()
                        .notice(person.address(), seen, ResetPages.PATIENCE)
                        .text())
                .contains("127.0.0.0/24");
        system.portal().signIn(person.login(), wanted.text()).reply(SignedIn.class);
        LiveHeap heap = system.portalsLiveHeap();
        for (Mark mark : new Mark[] {old, wanted}) {
            assertThat(system.wire().wasSent(mark)).as(mark.what()).isFalse();
            assertThat(system.isInPortalsLog(mark)).as(mark.what()).isFalse();
            assertThat(heap.holds(mark)).as(mark.what()).isFalse();
        }
    }

    @Test
    void saysThatThePasswordIsWrongAndNoMore() {
        SamplePerson person = system.people().one(People.Kind.SLOVENIAN);
        AccountPages pages = new AccountPages(
                BROWSER,
                BROWSER.open("/sign-in", Look.USUAL.in("sl").wide(Look.NARROW).dark()));
        Page page = pages.page();
        BROWSER.check(page);
        pages.fillIn(person.login(), "not " + person.password());
        pages.see("#trouble");
        assertThat(page.locator("#trouble")).containsText("ne ujemata");
        BROWSER.check(page);
        pages.fillIn(person.login(), person.password());
        page.waitForURL("**/account**");
    }

    @Test
    void looksAtTheSecurityInfo() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        AccountPages pages = AccountPages.signIn(BROWSER, person, Look.USUAL.wide(Look.NARROW));
        Page page = pages.page();
        pages.go("/account");
        assertThat(page.locator("main")).containsText("Authenticator app");
        BROWSER.check(page);
        BROWSER.screenshot(page, "security-info-320");
        Page other = BROWSER.open("/account", Look.USUAL);
        other.waitForURL("**/sign-in**");
        BROWSER.check(other);
    }

    @Test
    void addsAnAddressAfterProvingTheStrongestWay() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        AccountPages pages = AccountPages.signIn(BROWSER, person, Look.USUAL.dark());
        Page page = pages.page();
        pages.go("/account/add?kind=EMAIL");
        pages.seeAndCheck("button[value=AUTHENTICATOR_APP]");
        BROWSER.screenshot(page, "step-up-choice");
        page.locator("button[value=AUTHENTICATOR_APP]").click();
        pages.prove(person.app().code());
        String address = "second-" + person.address();
        pages.seeAndCheck("#address");
        page.locator("#address").fill(address);
        pages.submit("#address");
        pages.see("#proof");
        pages.prove(system.mailbox().code(address, 0, ResetPages.PATIENCE));
        pages.seeAndCheck(".success");
        BROWSER.screenshot(page, "address-added");
        pages.go("/account");
        assertThat(page.locator("main")).containsText("s…");
    }

    @Test
    void isAskedToRegisterAndDoesSoWithAnAppAndRecoveryCodesThatCanBePutAway() {
        SamplePerson person = system.people().one(People.Kind.NEW);
        AccountPages pages = AccountPages.signIn(BROWSER, person, Look.USUAL.wide(Look.NARROW));
        Page page = pages.page();
        page.waitForURL(url -> url.contains("/account/welcome"));
        BROWSER.screenshot(page, "welcome-320");
        page.locator("a[href*='kind=AUTHENTICATOR_APP']").first().click();
        pages.seeAndCheck("form[action$='/begin']");
        page.locator("form[action$='/begin'] button").click();
        pages.seeAndCheck(".qr img");
        BROWSER.screenshot(page, "app-qr-320");
        Totp app = Totp.scan(page.locator("a[href^='otpauth:']").getAttribute("href"));
        pages.prove(app.code(app.step(Instant.now())));
        pages.seeAndCheck(".success");
        pages.go("/account/add?kind=RECOVERY_CODE");
        page.locator("form[action$='/begin'] button").click();
        pages.see(".codes");
        BROWSER.checkInBothLanguages(page);
        BROWSER.screenshot(page, "recovery-codes-320");
        assertThat(page.locator(".codes li").count()).isGreaterThanOrEqualTo(8);
        page.locator("#kept").check();
        pages.submit("#kept");
        pages.seeAndCheck("main .note.success");
        // From now on nobody sees them here.
        assertThat(page.locator(".codes")).hasCount(0);
    }

    @Test
    void putsRegisteringOff() {
        SamplePerson person = system.people().one(People.Kind.NEW);
        AccountPages pages =
                AccountPages.signIn(BROWSER, person, Look.USUAL.in("sl").dark());
        Page page = pages.page();
        page.waitForURL(url -> url.contains("/account/welcome"));
        BROWSER.screenshot(page, "welcome-sl-dark");
        page.locator("form[action$='/skip'] button").click();
        page.waitForURL(url -> !url.contains("/welcome"));
        BROWSER.check(page);
        page.locator("form[action='/sign-out'] button").click();
        pages.see("main h1");
        pages.go("/account");
        page.waitForURL("**/sign-in**");
    }
}
