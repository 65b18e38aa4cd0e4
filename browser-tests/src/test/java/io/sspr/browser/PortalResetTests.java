package io.sspr.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.sspr.client.Asked;
import io.sspr.client.Flow;
import io.sspr.client.ReplyKey;
import io.sspr.contract.MethodKind;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.GatePassed;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.RecoveryCodesReady;
import io.sspr.contract.reply.ResetStarted;
import io.sspr.contract.reply.SignedIn;
import io.sspr.demo.OwnMethods;
import io.sspr.live.Mark;
import io.sspr.live.SamplePerson;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who has forgotten their password, at the portal: two gates, as the sample policy asks. */
class PortalResetTests {

    @RegisterExtension
    static final Browser BROWSER = Browser.at(() -> PortalSystem.shared().address());

    private final PortalSystem system = PortalSystem.shared();

    @Test
    void provesTwiceAndSetsAPasswordThatNobodySeesOnTheWay() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        Mark login = new Mark("login", person.login());
        Mark password = new Mark("new password", "Šifra \"" + UUID.randomUUID() + "\"");

        ResetPages pages = ResetPages.begin(BROWSER, Look.USUAL, "/reset", person.login());
        pages.proveBoth(person);
        BROWSER.screenshot(pages.page(), "reset-password");
        pages.setPassword(password.text(), password.text());
        pages.seesSuccess();
        BROWSER.screenshot(pages.page(), "reset-done");

        system.portal().signIn(person.login(), password.text()).reply(SignedIn.class);
        assertThat(system.wire().wasSent(login)).as("the wire is seen").isTrue();
        assertThat(system.wire().wasSent(password)).isFalse();
        assertThat(system.wire().wasReceived(password)).isFalse();
        assertThat(system.isInPortalsLog(password)).isFalse();
        LiveHeap heap = system.portalsLiveHeap();
        assertThat(heap.holds(new Mark("anchor", system.anchorThumbprint())))
                .as("the heap is seen")
                .isTrue();
        assertThat(heap.holds(password)).isFalse();
    }

    @Test
    void worksWithoutScriptsOnASmallTelephoneInSlovenian() {
        SamplePerson person = system.people().one(People.Kind.SLOVENIAN);
        Look look = Look.USUAL.in("sl").wide(Look.NARROW).withoutJavaScript();
        ResetPages pages = ResetPages.begin(BROWSER, look, "/reset", person.login());
        assertThat(pages.page().locator("h1")).containsText("Kako želite dokazati");
        pages.proveBoth(person);
        String password = "brez skript " + UUID.randomUUID();
        pages.setPassword(password, password + "x");
        pages.seesTrouble("Gesli se ne ujemata");
        pages.setPassword(password, password);
        pages.seesSuccess();
        system.portal().signIn(person.login(), password).reply(SignedIn.class);
    }

    @Test
    void worksWithTheKeyboardAlone() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        Page page = BROWSER.open("/reset", Look.USUAL.dark());
        ResetPages pages = new ResetPages(BROWSER, page);
        typeWhereOneIs(page, "#login", person.login());
        page.keyboard().press("Enter");
        long seen = system.mailbox().newest(person.address());
        pages.seesChoice();
        tabTo(page, "button[value=EMAIL]");
        page.keyboard().press("Enter");
        pages.see("#proof");
        typeWhereOneIs(page, "#proof", system.mailbox().code(person.address(), seen, ResetPages.PATIENCE));
        page.keyboard().press("Enter");
        pages.see("button[value=AUTHENTICATOR_APP]");
        tabTo(page, "button[value=AUTHENTICATOR_APP]");
        page.keyboard().press("Space");
        pages.see("#proof");
        typeWhereOneIs(page, "#proof", person.app().code());
        page.keyboard().press("Enter");
        pages.see("#newPassword");
        String password = "only keys " + UUID.randomUUID();
        typeWhereOneIs(page, "#newPassword", password);
        tabTo(page, "#newPasswordAgain");
        page.keyboard().type(password);
        page.keyboard().press("Enter");
        pages.seesSuccess();
        system.portal().signIn(person.login(), password).reply(SignedIn.class);
    }

    @Test
    void saysWhatIsWrongWithACodeAndLetsOneTryAgain() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        ResetPages pages = ResetPages.begin(BROWSER, Look.USUAL.wide(Look.TABLET), "/reset", person.login());
        long seen = system.mailbox().newest(person.address());
        pages.choose("EMAIL");
        String code = system.mailbox().code(person.address(), seen, ResetPages.PATIENCE);
        pages.prove(code.equals("00000000") ? "11111111" : "00000000");
        pages.seesTrouble("That code is not right");
        assertThat(pages.page().locator("#trouble")).containsText("Tries left: 4");
        // As it is read out and copied: spaces do not matter.
        pages.prove(code.substring(0, 4) + " " + code.substring(4));
        pages.see("button[value=AUTHENTICATOR_APP]");
        assertThat(pages.page().locator("h1")).containsText("second way");
    }

    @Test
    void namesEachRuleThatAPasswordBreaksAsItIsTypedAndAfter() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        ResetPages pages = ResetPages.begin(BROWSER, Look.USUAL, "/reset", person.login());
        pages.proveBoth(person);
        Locator rules = pages.page().locator("#rules");
        pages.page().locator("#newPassword").fill("password");
        assertThat(rules).containsText("It is one of the passwords that everybody uses.");
        pages.page().locator("#newPassword").fill("a perfectly odd sentence of mine");
        assertThat(rules).containsText("Nothing speaks against it so far.");
        // History needs more than the page may know: it is told when the password is handed in.
        pages.setPassword(person.password(), person.password());
        pages.seesTrouble("That password cannot be used");
        assertThat(pages.page().locator("#trouble li")).hasCount(1);
        pages.setPassword("one thing " + person.login(), "another thing");
        pages.see("[data-same-fault]");
        String password = "at last " + UUID.randomUUID();
        pages.setPassword(password, password);
        pages.seesSuccess();
    }

    @Test
    void usesARecoveryCodeAndIsShownTheOneThatTakesItsPlace() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        List<String> codes = recoveryCodes(person);
        ResetPages pages =
                ResetPages.begin(BROWSER, Look.USUAL.in("sl").wide(Look.NARROW).dark(), "/reset", person.login());
        Page page = pages.page();
        pages.choose("AUTHENTICATOR_APP");
        pages.prove(person.app().code());
        pages.choose("RECOVERY_CODE");
        BROWSER.screenshot(page, "reset-recovery-code-sl-320");
        pages.prove(codes.get(0).toLowerCase(Locale.ROOT));
        pages.see("#newPassword");
        String password = "from paper " + UUID.randomUUID();
        pages.setPassword(password, password);
        pages.seesSuccess();
        BROWSER.screenshot(page, "reset-done-recovery-sl-320");
        String done = page.url();
        pages.press("form[action$='/code'] button");
        pages.see("#codes li");
        BROWSER.check(page);
        BROWSER.screenshot(page, "successor-sl-320");
        String successor = page.locator("#codes li").innerText().strip();
        assertThat(codes).doesNotContain(successor);
        page.locator("main .actions a.button").click();
        assertThat(page).hasURL(done);
        // The code is shown once; who asks again is told so.
        page.locator(".languages a[lang=en]").click();
        pages.press("form[action$='/code'] button");
        assertThat(page.locator("main .note")).containsText("shown already");
        BROWSER.check(page);

        Flow again = Flow.begin();
        system.portal().requestReset(again, person.login()).reply(MethodsOffered.class);
        system.portal().chooseMethod(again, MethodKind.RECOVERY_CODE).reply(ChallengeReady.class);
        system.portal().submitProof(again, successor).reply(GatePassed.class);
    }

    @Test
    void provesACodeThatTheAdministratorHadSentAndNothingElse() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        long seen = system.mailbox().newest(person.address());
        system.administration().startResetFor(person.login()).reply(ResetStarted.class);
        ResetPages pages = ResetPages.begin(BROWSER, Look.USUAL.in("sl").dark(), "/reset", person.login());
        pages.choose("ADMINISTRATOR_CODE");
        BROWSER.screenshot(pages.page(), "reset-administrators-code-sl-dark");
        pages.prove(system.mailbox().code(person.address(), seen, ResetPages.PATIENCE));
        pages.see("#newPassword");
        BROWSER.check(pages.page());
        String password = "with some help " + UUID.randomUUID();
        pages.setPassword(password, password);
        pages.seesSuccess();
        assertThat(system.portal()
                        .signIn(person.login(), password)
                        .reply(SignedIn.class)
                        .mustChange())
                .isFalse();
    }

    @Test
    void offersAStrangerTheSame() {
        SamplePerson person = system.people().one(People.Kind.REGISTERED);
        ResetPages known = ResetPages.begin(BROWSER, Look.USUAL, "/reset", person.login());
        ResetPages unknown = ResetPages.begin(BROWSER, Look.USUAL, "/reset", "nobody-" + UUID.randomUUID());
        assertThat(unknown.page().locator("main").innerText())
                .isEqualTo(known.page().locator("main").innerText());
        unknown.choose("EMAIL");
        unknown.prove("12345678");
        unknown.seesTrouble("That code is not right");
    }

    private List<String> recoveryCodes(SamplePerson person) {
        ReplyKey key = ReplyKey.generate();
        Asked asked = new OwnMethods(system.portal(), person.signInAgain()).registerRecoveryCodes(Flow.begin(), key);
        return key.open(asked.reply(RecoveryCodesReady.class), system.portal().client(), asked.id())
                .codes();
    }

    /** The field that matters has the focus when the page comes. */
    private static void typeWhereOneIs(Page page, String field, String text) {
        assertThat(page.locator(field)).isFocused();
        page.keyboard().type(text);
    }

    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 30; i++) {
            if ((boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) return;
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab does not lead to " + selector);
    }
}
