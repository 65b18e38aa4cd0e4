package io.sspr.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.sspr.contract.reply.SignedIn;
import io.sspr.live.SamplePerson;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people and machines do to pages that are in the middle of something. */
class PortalAwkwardTests {

    @RegisterExtension
    static final Browser BROWSER = Browser.at(() -> PortalSystem.shared().address());

    private final PortalSystem system = PortalSystem.shared();

    @Test
    void goesOnAfterThePortalWasKilled() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        ResetPages pages = ResetPages.begin(BROWSER, Look.USUAL, "/reset", person.login());
        long seen = system.mailbox().newest(person.address());
        pages.choose("EMAIL");
        system.killAndStartPortal();
        pages.prove(system.mailbox().code(person.address(), seen, ResetPages.PATIENCE));
        pages.choose("AUTHENTICATOR_APP");
        system.killAndStartPortal();
        // What the page shows is asked for anew, and is where the person was.
        pages.page().reload();
        pages.see("#proof");
        pages.prove(person.app().code());
        pages.see("#newPassword");
        String password = "after two deaths " + UUID.randomUUID();
        pages.setPassword(password, password);
        pages.seesSuccess();
        system.portal().signIn(person.login(), password).reply(SignedIn.class);
    }

    @Test
    void keepsTwoTabsApart() {
        SamplePerson one = system.people().one(People.Kind.REGISTERED);
        SamplePerson other = system.people().one(People.Kind.REGISTERED);
        ResetPages first = ResetPages.begin(BROWSER, Look.USUAL, "/reset", one.login());
        Page tab = first.page().context().newPage();
        tab.navigate(system.address().resolve("/reset").toString());
        ResetPages second = new ResetPages(BROWSER, tab);
        second.sayWho(other.login());
        second.proveBoth(other);
        first.proveBoth(one);
        String ofOther = "other " + UUID.randomUUID();
        second.setPassword(ofOther, ofOther);
        second.seesSuccess();
        String ofOne = "one " + UUID.randomUUID();
        first.setPassword(ofOne, ofOne);
        first.seesSuccess();
        system.portal().signIn(one.login(), ofOne).reply(SignedIn.class);
        system.portal().signIn(other.login(), ofOther).reply(SignedIn.class);
    }

    @Test
    void showsWhereOneIsWhenOneGoesBack() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        ResetPages pages = ResetPages.begin(BROWSER, Look.USUAL, "/reset", person.login());
        long seen = system.mailbox().newest(person.address());
        pages.choose("EMAIL");
        pages.prove(system.mailbox().code(person.address(), seen, ResetPages.PATIENCE));
        pages.see("button[value=AUTHENTICATOR_APP]");
        pages.page().goBack();
        pages.page().goForward();
        pages.see("button[value=AUTHENTICATOR_APP]");
        pages.choose("AUTHENTICATOR_APP");
        pages.prove(person.app().code());
        pages.see("#newPassword");
    }

    @Test
    void takesADoubleClickForOne() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        for (Look look : new Look[] {Look.USUAL, Look.USUAL.withoutJavaScript()}) {
            Page page = BROWSER.open("/reset", look);
            ResetPages pages = new ResetPages(BROWSER, page);
            page.locator("#login").fill(person.login());
            pages.pressTwice("form:has(#login) button[type=submit]");
            pages.seesChoice();
            pages.pressTwice("button[value=AUTHENTICATOR_APP]");
            pages.see("#proof");
            page.locator("#proof").fill("000000");
            pages.pressTwice("form:has(#proof) button[type=submit]");
            pages.seesTrouble("That code is not right");
            assertThat(page.locator("#trouble")).containsText("Tries left: 4");
        }
    }

    @Test
    void saysThatItIsOverWhereTheCookieIsGone() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        ResetPages pages = ResetPages.begin(BROWSER, Look.USUAL, "/reset", person.login());
        String address = pages.page().url();
        Page stranger = BROWSER.open("/reset");
        stranger.navigate(address);
        assertThat(stranger.locator("h1")).containsText("This is over, or began in another browser");
        BROWSER.check(stranger);
        pages.page().context().clearCookies();
        BROWSER.expect("status of 403");
        pages.page().locator("button[value=EMAIL]").click();
        assertThat(pages.page().locator("h1")).containsText("This page was open for too long");
        BROWSER.check(pages.page());
    }

    @Test
    void canBeEndedAndBegunAnew() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        ResetPages pages = ResetPages.begin(BROWSER, Look.USUAL, "/reset", person.login());
        pages.choose("AUTHENTICATOR_APP");
        pages.page().locator("form[action$='/other'] button").click();
        pages.seesChoice();
        pages.page().locator("form[action$='/contact'] button").click();
        pages.see(".note.success");
        BROWSER.check(pages.page());
        pages.page().locator("form[action$='/cancel'] button").click();
        assertThat(pages.page().locator("h1")).containsText("You have ended this");
        BROWSER.check(pages.page());
    }

    @Test
    void unlocksWithoutANewPassword() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        Look look = Look.USUAL.in("sl").wide(Look.NARROW).dark();
        ResetPages pages = ResetPages.begin(BROWSER, look, "/unlock", person.login());
        long seen = system.mailbox().newest(person.address());
        pages.choose("EMAIL");
        pages.prove(system.mailbox().code(person.address(), seen, ResetPages.PATIENCE));
        pages.choose("AUTHENTICATOR_APP");
        pages.prove(person.app().code());
        pages.seesSuccess();
        assertThat(pages.page().locator("h1")).containsText("odklenjen");
        system.portal().signIn(person.login(), person.password()).reply(SignedIn.class);
    }
}
