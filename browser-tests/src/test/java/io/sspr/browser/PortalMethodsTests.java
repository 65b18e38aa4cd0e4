package io.sspr.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.sspr.contract.MethodKind;
import io.sspr.contract.reply.MethodRemoved;
import io.sspr.contract.secret.MethodView;
import io.sspr.demo.OwnMethods;
import io.sspr.live.SamplePerson;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who looks after the ways in which they prove who they are. */
class PortalMethodsTests {

    @RegisterExtension
    static final Browser BROWSER = Browser.at(() -> PortalSystem.shared().address());

    private final PortalSystem system = PortalSystem.shared();

    @Test
    void changesAnAddressWithTheAppAtHand() {
        SamplePerson person = system.people().one(People.Kind.SLOVENIAN);
        AccountPages pages =
                AccountPages.signIn(BROWSER, person, Look.USUAL.in("sl").dark());
        Page page = pages.page();
        pages.go("/account");
        pages.seeAndCheck("table.list");
        BROWSER.screenshot(page, "security-info-sl-dark");
        page.locator("a[href*='kind=EMAIL'][href*='replaces=']").click();
        // An address or not: what is typed is looked at after the proof.
        pages.proveWithApp(person);
        pages.seeAndCheck("#address");
        String address = "new-" + person.address();
        page.locator("#address").fill("no address");
        assertThat((boolean) page.locator("#address").evaluate("input => input.checkValidity()"))
                .isFalse();
        page.locator("#address").fill(address);
        pages.submit("#address");
        pages.prove(system.mailbox().code(address, 0, ResetPages.PATIENCE));
        pages.see(".note.success");
        BROWSER.checkInBothLanguages(page);
        assertThat(methods(person)).hasSize(2);
        assertThat(page.locator("h1")).containsText("Naslov je registriran");
    }

    @Test
    void prefersOneSaysThatAllIsRightAndRemovesTheOther() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        person.registerAnother();
        AccountPages pages = AccountPages.signIn(BROWSER, person, Look.USUAL);
        Page page = pages.page();
        pages.go("/account");
        pages.seeAndCheck("table.list");
        BROWSER.screenshot(page, "security-info");
        page.locator("form:has(input[value=DEFAULT]) button").click();
        pages.proveWithApp(person);
        // Back at what they wanted: once more, now that they are believed.
        pages.see("form[action*='/account/change/']");
        BROWSER.checkInBothLanguages(page);
        page.locator("form[action*='/account/change/'] button").click();
        pages.see(".note.success");
        BROWSER.checkInBothLanguages(page);
        pages.go("/account");
        pages.see(".badge.accent");
        page.locator("form:has(input[value=CONFIRM]) button").click();
        pages.see(".note.success");
        assertThat(page.locator("h1")).containsText("Thank you");
        pages.go("/account");
        UUID preferred = methods(person).stream()
                .filter(MethodView::preferred)
                .filter(method -> method.kind() == MethodKind.EMAIL)
                .findFirst()
                .orElseThrow()
                .methodId();
        page.locator("a.danger[href*='method=" + preferred + "']").click();
        assertThat(page.locator("main")).containsText("Codes go to this one by default");
        BROWSER.check(page);
        BROWSER.screenshot(page, "remove");
        page.locator("button.danger").click();
        pages.see(".note.success");
        BROWSER.check(page);
        assertThat(methods(person))
                .hasSize(2)
                .noneMatch(method -> method.methodId().equals(preferred));
    }

    @Test
    void choosesWhatToAddAndIsToldWhatIsOver() {
        SamplePerson person = system.people().one(People.Kind.NEW);
        AccountPages pages = AccountPages.signIn(BROWSER, person, Look.USUAL.wide(Look.NARROW));
        Page page = pages.page();
        BROWSER.checkInBothLanguages(page);
        pages.go("/account/add");
        BROWSER.checkInBothLanguages(page);
        page.locator("a[href*='kind=EMAIL']").click();
        pages.see("#address");
        BROWSER.checkInBothLanguages(page);
        page.locator("#address").fill(person.address());
        pages.submit("#address");
        pages.see("#proof");
        BROWSER.checkInBothLanguages(page);
        typeWrongCodes(pages);
        assertThat(page.locator("h1")).containsText("It was not added");
        BROWSER.checkInBothLanguages(page);
        BROWSER.screenshot(page, "not-added-320");
        pages.go("/account/add/" + UUID.randomUUID());
        assertThat(page.locator("h1")).containsText("This is over, or began in another browser");
        BROWSER.checkInBothLanguages(page);
        assertThat(methods(person)).isEmpty();
    }

    @Test
    void isNotBelievedAfterTooManyWrongCodes() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        AccountPages pages = AccountPages.signIn(BROWSER, person, Look.USUAL.dark());
        Page page = pages.page();
        pages.go("/account/add?kind=SMS");
        pages.see("button[value=EMAIL]");
        BROWSER.checkInBothLanguages(page);
        pages.choose(MethodKind.EMAIL);
        pages.see("#proof");
        BROWSER.checkInBothLanguages(page);
        typeWrongCodes(pages);
        assertThat(page.locator("h1")).containsText("That did not prove it");
        assertThat(page.locator("main")).not().containsText("Tries left");
        BROWSER.checkInBothLanguages(page);
        BROWSER.screenshot(page, "not-proven-dark");
        page.locator("main a.button").click();
        pages.see("button[value=EMAIL]");
    }

    @Test
    void whatWasAddedWithAWeakerProofWaitsAndMayBeAllThatIsLeft() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        AccountPages pages = AccountPages.signIn(BROWSER, person, Look.USUAL);
        Page page = pages.page();
        pages.go("/account/add?kind=SMS");
        long seen = system.mailbox().newest(person.address());
        pages.choose(MethodKind.EMAIL);
        pages.prove(system.mailbox().code(person.address(), seen, ResetPages.PATIENCE));
        String number = String.format(
                Locale.ROOT, "+38640%06d", ThreadLocalRandom.current().nextInt(1_000_000));
        pages.seeAndCheck("#address");
        page.locator("#address").fill(number);
        pages.submit("#address");
        pages.prove(system.mailbox().code(number, 0, ResetPages.PATIENCE));
        pages.seeAndCheck("main .note.warning");
        BROWSER.screenshot(page, "added-later");
        // The rest goes, the weakest first.
        OwnMethods own = new OwnMethods(system.portal(), person.signInAgain());
        for (MethodKind kind : List.of(MethodKind.EMAIL, MethodKind.AUTHENTICATOR_APP))
            own.remove(own.all().stream()
                            .filter(method -> method.kind() == kind)
                            .findFirst()
                            .orElseThrow()
                            .methodId())
                    .reply(MethodRemoved.class);
        pages.go("/account");
        pages.seeAndCheck("table.list");
        BROWSER.screenshot(page, "security-info-stuck");
        page.locator("a.danger").click();
        assertThat(page.locator("h1")).containsText("That cannot be changed right now");
        BROWSER.checkInBothLanguages(page);
        BROWSER.screenshot(page, "stuck");
    }

    /** As many as are let through. */
    private static void typeWrongCodes(AccountPages pages) {
        for (int left = 4; left > 0; left--) {
            pages.type("00000000");
            assertThat(pages.page().locator("#trouble")).containsText("Tries left: " + left);
        }
        BROWSER.check(pages.page());
        pages.type("00000000");
    }

    private List<MethodView> methods(SamplePerson person) {
        return new OwnMethods(system.portal(), person.signInAgain()).all();
    }
}
