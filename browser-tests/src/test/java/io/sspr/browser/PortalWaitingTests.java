package io.sspr.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.sspr.contract.Service;
import io.sspr.live.SamplePerson;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A service that does not answer: what its pages say meanwhile, what they offer after ten seconds, and that they go on. */
class PortalWaitingTests {

    @RegisterExtension
    static final Browser BROWSER = Browser.at(() -> PortalSystem.shared().address());

    private final PortalSystem system = PortalSystem.shared();

    @Test
    void aResetWaitsAtItsBeginningAndCanBeBegunAgain() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        Page page = BROWSER.open("/reset");
        Standstill.of(system, Service.RESET, () -> {
            sayWho(page, person.login());
            seesWaiting(page);
            late(page);
            assertThat(page.locator("[data-late] a[href='/help']")).isVisible();
            BROWSER.screenshot(page, "reset-waiting-late");
            way(page, "again").click();
            assertThat(page.locator("#login")).isVisible();
            sayWho(page, person.login());
            seesWaiting(page);
        });
        // Nobody touches the page.
        new ResetPages(BROWSER, page).seesChoice();
    }

    @Test
    void aResetThatWaitsForAProofOffersAnotherWayAndTheAdministrator() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        ResetPages pages =
                ResetPages.begin(BROWSER, Look.USUAL.in("sl").wide(Look.NARROW).dark(), "/reset", person.login());
        Page page = pages.page();
        Standstill.of(system, Service.REGISTRATION, () -> {
            Standstill.of(system, Service.RESET, () -> {
                page.locator("button[value=AUTHENTICATOR_APP]").click();
                seesWaiting(page);
                late(page);
                way(page, "contact").click();
                seesWaiting(page);
            });
            pages.see(".note.success");
            pages.seesChoice();
        });
        // What was given up comes true all the same, and nobody touches the page.
        pages.see("#proof");
        pages.see(".note.success");
        Standstill.of(system, Service.REGISTRATION, () -> {
            pages.prove(person.app().code());
            seesWaiting(page);
            late(page);
            BROWSER.screenshot(page, "reset-waiting-sl-320");
            way(page, "other").click();
            pages.seesChoice();
        });
        // The proof that was given up was right.
        pages.see("h1:has-text('Zdaj še drugi način')");
        pages.choose("EMAIL");
    }

    @Test
    void withoutScriptsThePageLooksAgainByItself() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        Page page = BROWSER.open("/reset", Look.USUAL.wide(Look.TABLET).withoutJavaScript());
        Standstill.of(system, Service.RESET, () -> {
            sayWho(page, person.login());
            assertThat(page.locator("main[data-wait]")).isVisible();
            BROWSER.check(page);
        });
        new ResetPages(BROWSER, page).seesChoice();
    }

    @Test
    void signingInAndTheAccountWait() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        AccountPages pages = new AccountPages(BROWSER, BROWSER.open("/sign-in"));
        Page page = pages.page();
        Standstill.of(system, Service.RESET, () -> {
            pages.fillIn(person.login(), person.password());
            seesWaiting(page);
            late(page);
            BROWSER.screenshot(page, "sign-in-waiting");
            page.locator("[data-late] a.button").click();
            pages.fillIn(person.login(), person.password());
            seesWaiting(page);
        });
        page.waitForURL("**/account**");
        Standstill.of(system, Service.REGISTRATION, () -> {
            pages.go("/account/welcome?next=/account");
            seesWaiting(page);
            late(page);
            BROWSER.screenshot(page, "welcome-waiting");
            page.locator("form[action$='/welcome/on'] button").click();
            page.waitForURL("**/account");
            seesWaiting(page);
            late(page);
            BROWSER.screenshot(page, "account-waiting");
            way(page, "again").click();
            seesWaiting(page);
        });
        pages.seeAndCheck("table.list");
    }

    @Test
    void aChangeOfThePasswordWaits() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        AccountPages pages = AccountPages.signIn(BROWSER, person, Look.USUAL.dark());
        Page page = pages.page();
        pages.go("/account/password");
        BROWSER.screenshot(page, "change-password-dark");
        String wanted = "waited for " + UUID.randomUUID();
        Standstill.of(system, Service.RESET, () -> {
            pages.changePassword(person.password(), wanted);
            seesWaiting(page);
            late(page);
            BROWSER.screenshot(page, "password-waiting-dark");
            way(page, "again").click();
            pages.changePassword(person.password(), wanted + " at last");
            seesWaiting(page);
        });
        // The first of the two counts.
        page.waitForURL("**/sign-in**");
        assertThat(page.locator("main .note.success")).isVisible();
        BROWSER.check(page);
    }

    @Test
    void anObjectionWaits() {
        Page page = BROWSER.open("/not-me");
        Standstill.of(system, Service.RESET, () -> {
            page.locator("#login").fill("nobody-" + UUID.randomUUID());
            page.locator("#code").fill("7KQ2M-04XTB");
            page.locator("form:has(#code) button[type=submit]").click();
            seesWaiting(page);
            late(page);
            BROWSER.screenshot(page, "not-me-waiting");
            page.locator("[data-late] a.button").click();
            seesWaiting(page);
        });
        assertThat(page.locator("#trouble")).isVisible();
    }

    private static void sayWho(Page page, String login) {
        page.locator("#login").fill(login);
        new ResetPages(BROWSER, page).press("form:has(#login) button[type=submit]");
    }

    /** It does not say yet that it takes long. */
    private static void seesWaiting(Page page) {
        assertThat(page.locator("main[data-wait]")).isVisible();
        assertThat(page.locator("[data-late]")).isHidden();
    }

    /** Ten seconds later by the page's clock. */
    private static void late(Page page) {
        BROWSER.checkInBothLanguages(page);
        page.clock().install();
        page.reload();
        // No timer is let off early by this: the page looks at the clock each second.
        page.clock().setSystemTime(System.currentTimeMillis() + 11_000);
        assertThat(page.locator("[data-late]")).isVisible();
        BROWSER.check(page);
    }

    private static Locator way(Page page, String name) {
        return page.locator("[data-late] form[action$='/" + name + "'] button");
    }
}
