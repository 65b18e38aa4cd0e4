package io.sspr.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.sspr.contract.MethodKind;
import io.sspr.live.SamplePerson;
import java.net.URI;

/** The pages of an account as a person uses them; each is checked for accessibility when it comes. */
record AccountPages(Browser browser, Page page) {

    /** Signs in and is where everybody comes by. */
    static AccountPages signIn(Browser browser, SamplePerson person, Look look) {
        AccountPages pages = new AccountPages(browser, browser.open("/sign-in", look));
        pages.fillIn(person.login(), person.password());
        pages.page.waitForURL("**/account**");
        pages.seeNoWaiting();
        pages.browser.check(pages.page);
        return pages;
    }

    /** A page that waits goes on by itself, and could do so while it is looked at. */
    private void seeNoWaiting() {
        assertThat(page.locator("main[data-wait]"))
                .hasCount(0, new HasCountOptions().setTimeout((double) ResetPages.PATIENCE.toMillis()));
        page.waitForLoadState();
    }

    void fillIn(String login, String password) {
        page.locator("#login").fill(login);
        page.locator("#password").fill(password);
        submit("#password");
    }

    void changePassword(String current, String wanted) {
        page.locator("#currentPassword").fill(current);
        page.locator("#newPassword").fill(wanted);
        page.locator("#newPasswordAgain").fill(wanted);
        submit("#newPassword");
    }

    /** Opens a page by its path. */
    void go(String path) {
        page.navigate(URI.create(page.url()).resolve(path).toString());
    }

    /** Proves with the app, where that is asked for. */
    void proveWithApp(SamplePerson person) {
        choose(MethodKind.AUTHENTICATOR_APP);
        prove(person.app().code());
    }

    /** Chooses how to prove who they are. */
    void choose(MethodKind kind) {
        seeAndCheck("button[value=" + kind + "]");
        page.locator("button[value=" + kind + "]").click();
    }

    void prove(String code) {
        seeAndCheck("#proof");
        type(code);
    }

    /** On a page that was looked at already. */
    void type(String code) {
        page.locator("#proof").fill(code);
        submit("#proof");
    }

    /** The button of the form that has that. */
    void submit(String inside) {
        page.locator("form:has(" + inside + ") button[type=submit]").click();
    }

    void seeAndCheck(String selector) {
        see(selector);
        browser.check(page);
    }

    void see(String selector) {
        Locator locator = page.locator(selector);
        assertThat(locator).isVisible(new IsVisibleOptions().setTimeout((double) ResetPages.PATIENCE.toMillis()));
    }
}
