package io.sspr.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.sspr.contract.reply.SignedIn;
import io.sspr.live.Mark;
import io.sspr.live.SamplePerson;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who has forgotten their password, at the portal. */
class PortalResetTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final Browser BROWSER = Browser.at(() -> PortalSystem.shared().address());

    @Test
    void provesTwiceAndSetsAPasswordThatNobodySeesOnTheWay() {
        PortalSystem system = PortalSystem.shared();
        SamplePerson person = SamplePerson.registered(system, "en");
        Mark login = new Mark("login", person.login());
        Mark password = new Mark("new password", "Šifra \"" + UUID.randomUUID() + "\"");
        long seen = system.mailbox().newest(person.address());

        Page page = BROWSER.open("/reset");
        BROWSER.check(page);
        page.locator("#login").fill(person.login());
        page.locator("main form button[type=submit]").first().click();
        choose(page, "EMAIL");
        prove(page, system.mailbox().code(person.address(), seen, PATIENCE));
        choose(page, "AUTHENTICATOR_APP");
        prove(page, person.app().code());
        await(page, "#newPassword");
        BROWSER.check(page);
        page.locator("#newPassword").fill(password.text());
        page.locator("#newPasswordAgain").fill(password.text());
        page.locator("form[data-same] button[type=submit]").click();
        await(page, ".success");
        BROWSER.check(page);
        BROWSER.screenshot(page, "reset-done");

        system.portal().signIn(person.login(), password.text()).reply(SignedIn.class);
        assertThat(system.wire().wasSent(login)).as("the wire is seen").isTrue();
        assertThat(system.wire().wasSent(password)).isFalse();
        assertThat(system.wire().wasReceived(password)).isFalse();
    }

    private static void choose(Page page, String kind) {
        await(page, "button[value=" + kind + "]");
        BROWSER.check(page);
        page.locator("button[value=" + kind + "]").click();
    }

    private static void prove(Page page, String code) {
        await(page, "#proof");
        BROWSER.check(page);
        page.locator("#proof").fill(code);
        page.locator("form[data-seal] button[type=submit]").click();
    }

    /** The page waits for replies by itself. */
    private static void await(Page page, String selector) {
        assertThat(page.locator(selector)).isVisible(new IsVisibleOptions().setTimeout((double) PATIENCE.toMillis()));
    }
}
