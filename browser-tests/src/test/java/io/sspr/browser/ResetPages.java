package io.sspr.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.Locator.DblclickOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.sspr.live.SamplePerson;
import java.time.Duration;

/** The pages of a reset as a person uses them; each is checked for accessibility when it comes. */
record ResetPages(Browser browser, Page page) {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Says who they are, and sees what to choose from. */
    static ResetPages begin(Browser browser, Look look, String path, String login) {
        ResetPages pages = new ResetPages(browser, browser.open(path, look));
        pages.sayWho(login);
        return pages;
    }

    void sayWho(String login) {
        browser.check(page);
        page.locator("#login").fill(login);
        press("form:has(#login) button[type=submit]");
        seesChoice();
    }

    /** The choice, in words that are the same for everybody. */
    void seesChoice() {
        see("button[value=EMAIL]");
        browser.check(page);
    }

    void choose(String kind) {
        press("button[value=" + kind + "]");
        see("#proof");
        browser.check(page);
    }

    void prove(String code) {
        page.locator("#proof").fill(code);
        press("form:has(#proof) button[type=submit]");
    }

    /** Both gates: mail and app. */
    void proveBoth(SamplePerson person) {
        long seen = person.system().mailbox().newest(person.address());
        choose("EMAIL");
        prove(person.system().mailbox().code(person.address(), seen, PATIENCE));
        see("button[value=AUTHENTICATOR_APP]");
        choose("AUTHENTICATOR_APP");
        prove(person.app().code());
        see("#newPassword");
        browser.check(page);
    }

    void setPassword(String password, String again) {
        page.locator("#newPassword").fill(password);
        page.locator("#newPasswordAgain").fill(again);
        press("form:has(#newPassword) button[type=submit]");
    }

    void seesSuccess() {
        see(".note.success");
        browser.check(page);
    }

    /** Without scripts Playwright cannot see whether a button has come to rest, and may wait for that in vain. */
    void press(String selector) {
        seeAtRest(selector);
        page.locator(selector).click(new ClickOptions().setForce(!browser.runsScripts(page)));
    }

    /** As people do who click everything twice. */
    void pressTwice(String selector) {
        seeAtRest(selector);
        page.locator(selector).dblclick(new DblclickOptions().setForce(!browser.runsScripts(page)));
    }

    /** Until the style sheet has come it stands elsewhere; a browser's own margin of 8 pixels tells that it has not. */
    private void seeAtRest(String selector) {
        see(selector);
        page.waitForLoadState();
        assertThat(page.locator("body")).hasCSS("margin-top", "0px");
        // What is pressed before a page has been painted may come to nothing; a picture waits for that without scripts.
        if (!browser.runsScripts(page)) page.screenshot();
    }

    void see(String selector) {
        Locator locator = page.locator(selector);
        assertThat(locator).isVisible(new IsVisibleOptions().setTimeout((double) PATIENCE.toMillis()));
    }

    /** The box that says what is wrong, with these words in it. */
    void seesTrouble(String words) {
        see("#trouble");
        assertThat(page.locator("#trouble")).containsText(words);
        browser.check(page);
    }
}
