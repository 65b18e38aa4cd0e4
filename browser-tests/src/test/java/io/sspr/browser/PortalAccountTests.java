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
        SamplePerson person = SamplePerson.registered(system, "en");
        Mark old = new Mark("old password", person.password());
        Mark wanted = new Mark("new password", "žareče " + UUID.randomUUID());
        long seen = system.mailbox().newest(person.address());
        Page page = signIn(person, Look.USUAL);
        page.navigate(system.address().resolve("/account/password").toString());
        BROWSER.check(page);
        page.locator("#currentPassword").fill(person.password());
        page.locator("#newPassword").fill(wanted.text());
        page.locator("#newPasswordAgain").fill(wanted.text());
        page.locator("form:has(#newPassword) button[type=submit]").click();
        see(page, ".note.success");
        BROWSER.check(page);
        // The browser made the seal and does not know where it is: the portal says that beside it.
        assertThat(system.mailbox()
                        .notice(person.address(), seen, ResetPages.PATIENCE)
                        .text())
                .contains("127.0.0.0/24");
        system.portal().signIn(person.login(), wanted.text()).reply(SignedIn.class);
        for (Mark mark : new Mark[] {old, wanted}) {
            assertThat(system.wire().wasSent(mark)).as(mark.what()).isFalse();
            assertThat(system.isInPortalsLog(mark)).as(mark.what()).isFalse();
            assertThat(system.isInPortalsLiveHeap(mark)).as(mark.what()).isFalse();
        }
    }

    @Test
    void saysThatThePasswordIsWrongAndNoMore() {
        SamplePerson person = SamplePerson.registered(system, "sl");
        Page page =
                BROWSER.open("/sign-in", Look.USUAL.in("sl").wide(Look.NARROW).dark());
        BROWSER.check(page);
        fillIn(page, person.login(), "not " + person.password());
        see(page, "#trouble");
        assertThat(page.locator("#trouble")).containsText("ne ujemata");
        BROWSER.check(page);
        fillIn(page, person.login(), person.password());
        page.waitForURL("**/account**");
    }

    @Test
    void looksAtTheSecurityInfo() {
        SamplePerson person = SamplePerson.registered(system, "en");
        Page page = signIn(person, Look.USUAL.wide(Look.NARROW));
        page.navigate(system.address().resolve("/account").toString());
        assertThat(page.locator("main")).containsText("Authenticator app");
        BROWSER.check(page);
        BROWSER.screenshot(page, "security-info-320");
        Page other = BROWSER.open("/account", Look.USUAL);
        other.waitForURL("**/sign-in**");
        BROWSER.check(other);
    }

    @Test
    void addsAnAddressAfterProvingTheStrongestWay() {
        SamplePerson person = SamplePerson.registered(system, "en");
        Page page = signIn(person, Look.USUAL.dark());
        page.navigate(system.address().resolve("/account/add?kind=EMAIL").toString());
        see(page, "button[value=AUTHENTICATOR_APP]");
        BROWSER.check(page);
        BROWSER.screenshot(page, "step-up-choice");
        page.locator("button[value=AUTHENTICATOR_APP]").click();
        prove(page, person.app().code());
        String address = "second-" + person.address();
        see(page, "#address");
        BROWSER.check(page);
        page.locator("#address").fill(address);
        page.locator("form:has(#address) button[type=submit]").click();
        see(page, "#proof");
        prove(page, system.mailbox().code(address, 0, ResetPages.PATIENCE));
        see(page, ".success");
        BROWSER.check(page);
        BROWSER.screenshot(page, "address-added");
        page.navigate(system.address().resolve("/account").toString());
        assertThat(page.locator("main")).containsText("s…");
    }

    @Test
    void isAskedToRegisterAndDoesSoWithAnAppAndRecoveryCodesThatCanBePutAway() {
        SamplePerson person = SamplePerson.withPassword(system, "en");
        Page page = signIn(person, Look.USUAL.wide(Look.NARROW));
        page.waitForURL(url -> url.contains("/account/welcome"));
        BROWSER.screenshot(page, "welcome-320");
        page.locator("a[href*='kind=AUTHENTICATOR_APP']").first().click();
        see(page, "form[action$='/begin']");
        BROWSER.check(page);
        page.locator("form[action$='/begin'] button").click();
        see(page, ".qr img");
        BROWSER.check(page);
        BROWSER.screenshot(page, "app-qr-320");
        Totp app = Totp.scan(page.locator("a[href^='otpauth:']").getAttribute("href"));
        prove(page, app.code(app.step(Instant.now())));
        see(page, ".success");
        BROWSER.check(page);
        page.navigate(
                system.address().resolve("/account/add?kind=RECOVERY_CODE").toString());
        page.locator("form[action$='/begin'] button").click();
        see(page, ".codes");
        BROWSER.check(page);
        BROWSER.screenshot(page, "recovery-codes-320");
        assertThat(page.locator(".codes li").count()).isGreaterThanOrEqualTo(8);
    }

    @Test
    void putsRegisteringOff() {
        SamplePerson person = SamplePerson.withPassword(system, "sl");
        Page page = signIn(person, Look.USUAL.in("sl"));
        page.waitForURL(url -> url.contains("/account/welcome"));
        BROWSER.screenshot(page, "welcome-sl");
        page.locator("form[action$='/skip'] button").click();
        page.waitForURL(url -> !url.contains("/welcome"));
        BROWSER.check(page);
        page.locator("form[action='/sign-out'] button").click();
        see(page, "main h1");
        page.navigate(system.address().resolve("/account").toString());
        page.waitForURL("**/sign-in**");
    }

    private static void prove(Page page, String code) {
        see(page, "#proof");
        BROWSER.check(page);
        page.locator("#proof").fill(code);
        page.locator("form:has(#proof) button[type=submit]").click();
    }

    private static Page signIn(SamplePerson person, Look look) {
        Page page = BROWSER.open("/sign-in", look);
        fillIn(page, person.login(), person.password());
        page.waitForURL("**/account**");
        BROWSER.check(page);
        return page;
    }

    private static void fillIn(Page page, String login, String password) {
        page.locator("#login").fill(login);
        page.locator("#password").fill(password);
        page.locator("form:has(#password) button[type=submit]").click();
    }

    private static void see(Page page, String selector) {
        new ResetPages(BROWSER, page).see(selector);
    }
}
