package io.sspr.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.sspr.contract.reply.ResetStarted;
import io.sspr.contract.reply.SignedIn;
import io.sspr.live.SamplePerson;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a session begins, and how it ends. */
class PortalSessionTests {

    @RegisterExtension
    static final Browser BROWSER = Browser.at(() -> PortalSystem.shared().address());

    private final PortalSystem system = PortalSystem.shared();

    @Test
    void beginsWithTheKeyboardAlone() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        Page page = BROWSER.open("/sign-in", Look.USUAL.in("sl").wide(Look.TABLET));
        assertThat(page.locator("#login")).isFocused();
        page.keyboard().type(person.login());
        page.keyboard().press("Tab");
        assertThat(page.locator("#password")).isFocused();
        page.keyboard().type(person.password());
        page.keyboard().press("Enter");
        page.waitForURL("**/account**");
        assertThat(page.locator(".signed-in")).containsText(person.login());
        BROWSER.check(page);
    }

    @Test
    void saysSoBeforeItsTimeIsOverAndKeepsNothingThatWasTyped() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        AccountPages pages = AccountPages.signIn(BROWSER, person, Look.USUAL.dark());
        Page page = pages.page();
        page.clock().install();
        pages.go("/account/password");
        page.locator("#currentPassword").fill(person.password());
        assertThat(page.locator("[data-expiring]")).isHidden();
        page.clock().fastForward("13:30");
        assertThat(page.locator("[data-expiring]")).isVisible();
        BROWSER.check(page);
        BROWSER.screenshot(page, "session-expiring-dark");
        page.clock().fastForward("02:00");
        assertThat(page.locator("[data-expired]")).isVisible();
        assertThat(page.locator("[data-expired]")).isFocused();
        assertThat(page.locator("[data-expiring]")).isHidden();
        assertThat(page.locator("#currentPassword")).hasValue("");
        assertThat(page.locator("#currentPassword")).isDisabled();
        BROWSER.check(page);
        BROWSER.screenshot(page, "session-expired-dark");
        page.locator("[data-expired] a").click();
        assertThat(page.locator("main [role=status]")).containsText("signed out after a while");
        assertThat(page.locator("#login")).hasValue(person.login());
        assertThat(page.locator("#password")).isFocused();
        BROWSER.checkInBothLanguages(page);
    }

    @Test
    void aResetSaysSoToo() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        Page page = BROWSER.person(Look.USUAL.wide(Look.NARROW));
        page.clock().install();
        page.navigate(system.address().resolve("/reset").toString());
        ResetPages pages = new ResetPages(BROWSER, page);
        pages.sayWho(person.login());
        page.clock().fastForward("01:00:00");
        assertThat(page.locator(".expiry [data-expired]")).isVisible();
        assertThat(page.locator("button[value=EMAIL]")).isDisabled();
        BROWSER.check(page);
        BROWSER.screenshot(page, "reset-expired-320");
        page.locator("[data-expired] a").click();
        assertThat(page.locator("h1")).containsText("Help with signing in");
    }

    @Test
    void leavesNothingOpenBeforeAFirstPasswordIsChanged() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        system.administration().startResetFor(person.login()).reply(ResetStarted.class);
        AccountPages pages =
                AccountPages.signIn(BROWSER, person, Look.USUAL.in("sl").wide(Look.NARROW));
        Page page = pages.page();
        pages.go("/account");
        assertThat(page).hasURL(system.address().resolve("/account/password").toString());
        assertThat(page.locator(".note.warning[role=status]")).isVisible();
        BROWSER.check(page);
        BROWSER.screenshot(page, "must-change-sl-320");
        String wanted = "my own words " + UUID.randomUUID();
        pages.changePassword("not " + person.password(), wanted);
        pages.seeAndCheck("#trouble");
        pages.changePassword(person.password(), wanted);
        page.waitForURL("**/sign-in**");
        BROWSER.check(page);
        assertThat(system.portal()
                        .signIn(person.login(), wanted)
                        .reply(SignedIn.class)
                        .mustChange())
                .isFalse();
    }
}
