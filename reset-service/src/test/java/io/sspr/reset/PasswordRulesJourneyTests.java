package io.sspr.reset;

import static io.sspr.contract.PasswordRule.BREACHED;
import static io.sspr.contract.PasswordRule.COMMON;
import static io.sspr.contract.PasswordRule.GUESSABLE;
import static io.sspr.contract.PasswordRule.HOLDS_NAME;
import static io.sspr.contract.PasswordRule.LIKE_LOGIN;
import static io.sspr.contract.PasswordRule.RECENTLY_USED;
import static io.sspr.contract.PasswordRule.SAME_AS_CURRENT;
import static io.sspr.contract.PasswordRule.TOO_FEW_CLASSES;
import static io.sspr.contract.PasswordRule.TOO_SHORT;
import static io.sspr.contract.PasswordRule.UNCHECKABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sspr.contract.MethodKind;
import io.sspr.contract.PasswordRule;
import io.sspr.contract.PasswordRules;
import io.sspr.contract.Refusal;
import io.sspr.contract.Topics;
import io.sspr.contract.policy.BannedWords;
import io.sspr.contract.policy.BreachRules;
import io.sspr.contract.policy.CharacterSet;
import io.sspr.contract.policy.PasswordChecks;
import io.sspr.contract.reply.CredentialImported;
import io.sspr.contract.reply.PasswordChecked;
import io.sspr.contract.reply.PasswordRefused;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Policy;
import io.sspr.reset.Portal.Flow;
import io.sspr.reset.account.KnownAccounts;
import io.sspr.reset.credential.Credentials;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of a policy, from request to answer. */
class PasswordRulesJourneyTests {

    private static final String FIRST = "correct horse battery";
    private static final BannedWords NO_WORDS = new BannedWords(false, false, List.of(), List.of());
    private static final BannedWords WORDS = new BannedWords(true, false, List.of("Contoso"), List.of("Fabrikam"));

    private static Portal portal;
    private static Portal feed;
    private static long version = 700;

    private final String login = "rules-" + UUID.randomUUID() + "@example.org";

    @BeforeAll
    static void start() {
        RunningReset.tellPolicy(RunningReset.ONE_METHOD);
        portal = new Portal("portal");
        feed = new Portal("feed");
    }

    @AfterAll
    static void stop() {
        RunningReset.tellPolicy(RunningReset.ONE_METHOD);
        List.of(portal, feed).forEach(Portal::close);
    }

    @Test
    void neitherResetNorChangeGoesBackFurtherThanThePolicySays() {
        tell(RunningReset.history(2, 1));
        UUID account = withPassword();
        change(account, FIRST, "the second of them all");
        change(account, "the second of them all", "the third of them all");

        assertRefused(portal.changePassword(account, "the third of them all", FIRST), RECENTLY_USED);
        assertRefused(
                portal.changePassword(account, "the third of them all", "the third of them all"), SAME_AS_CURRENT);
        Flow flow = portal.authorised(login);
        assertRefused(portal.submitNewPassword(flow, "the second of them all"), flow, RECENTLY_USED);
        assertRefused(portal.submitNewPassword(flow, "the third of them all"), flow, SAME_AS_CURRENT);
        assertThat(portal.answer(portal.submitNewPassword(flow, FIRST))).isInstanceOf(PasswordSet.class);
    }

    @Test
    void noMoreFormerPasswordsAreKeptThanAPolicyAsksFor() {
        tell(RunningReset.history(1, 2));
        UUID account = withPassword();
        String current = FIRST;
        for (int i = 0; i < 4; i++) {
            change(account, current, "number " + i + " of many");
            current = "number " + i + " of many";
        }

        assertThat(former(account)).isEqualTo(2);
        RunningReset.bean(Credentials.class).forgetFormer(1);
        assertThat(former(account)).isEqualTo(1);
        tell(RunningReset.history(0, 0));
        change(account, current, "one that leaves no trace");
        assertThat(former(account)).isZero();
    }

    @Test
    void aResetToTheCurrentPasswordIsAcceptedWhereThePolicySaysSo() {
        tell(new PasswordChecks(15, 0, CharacterSet.UNICODE, false, 0, 0, NO_WORDS, BreachRules.NONE));
        UUID account = withPassword();

        assertRefused(portal.changePassword(account, FIRST, FIRST), SAME_AS_CURRENT);
        assertThat(portal.answer(portal.submitNewPassword(portal.authorised(login), FIRST)))
                .isInstanceOf(PasswordSet.class);
    }

    @Test
    void aBreachedPasswordIsRefused() {
        tell(checks(NO_WORDS, new BreachRules(true, false, true)));
        UUID account = withPassword();

        assertRefused(portal.changePassword(account, FIRST, RunningReset.BREACHED), BREACHED);
        change(account, FIRST, "breached breached but not that often");
    }

    @Test
    void aListThatCannotBeAskedRefusesOnlyWhereThePolicySaysSo() {
        tell(RunningReset.history(0, 0));
        UUID account = withPassword();
        tell(checks(NO_WORDS, new BreachRules(true, true, true)));
        assertRefused(portal.changePassword(account, FIRST, "nobody knows this one"), UNCHECKABLE);
        assertRefused(portal.changePassword(account, FIRST, RunningReset.BREACHED), BREACHED);

        tell(checks(NO_WORDS, new BreachRules(true, true, false)));
        change(account, FIRST, "nobody knows this one");
    }

    @Test
    void allBrokenRulesAreToldAtOnce() {
        tell(entra(WORDS));
        UUID account = withPassword();
        Flow flow = portal.authorised(login);

        assertRefused(portal.submitNewPassword(flow, "c0nt0so"), flow, TOO_SHORT, TOO_FEW_CLASSES, GUESSABLE);
        assertRefused(portal.changePassword(account, FIRST, "Password123"), GUESSABLE, COMMON);
        assertRefused(portal.changePassword(account, FIRST, "xQ7F@brikam!"), HOLDS_NAME);
        change(account, FIRST, "Cuyo5459");
    }

    @Test
    void namesAreKeptAndNotHeldByPasswords() {
        tell(entra(WORDS));
        UUID account = UUID.randomUUID();
        Account poll = new Account(
                account, "org-" + account, login, login, "en", false, List.of("Poll", "Line\nbreak"), List.of(), null);
        RunningReset.tell(Topics.ACCOUNTS, account.toString(), poll, null);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        RunningReset.bean(KnownAccounts.class).find(account).isPresent());
        feed.answer(feed.importCredential(account, new InitialCredential(null, FIRST, true)));

        assertThat(RunningReset.bean(KnownAccounts.class)
                        .find(account)
                        .orElseThrow()
                        .names())
                .containsExactly("Poll", "Line", "break");
        assertRefused(portal.changePassword(account, FIRST, "p0LL23fbXq"), HOLDS_NAME);
    }

    @Test
    void anInitialPasswordIsHeldToTheListsButNeedNotBeLong() {
        tell(entra(WORDS));
        UUID account = RunningReset.account(login);

        assertRefused(
                feed, feed.importCredential(account, new InitialCredential(null, "Welcome1", true)), GUESSABLE, COMMON);
        assertThat(feed.answer(feed.importCredential(account, new InitialCredential(null, "qzkwx", true))))
                .isEqualTo(new CredentialImported(account, 1));
    }

    @Test
    void anybodyMayAskWhatIsWrongWithAPassword() {
        tell(entra(WORDS));

        assertThat(checked("qwerty")).containsExactly(TOO_SHORT, TOO_FEW_CLASSES, GUESSABLE);
        assertThat(checked("Cuyo5459")).isEmpty();
        tell(checks(NO_WORDS, new BreachRules(true, true, true)));
        assertThat(checked(RunningReset.BREACHED)).containsExactly(BREACHED);
        // The range service is not asked, or this would be uncheckable.
        assertThat(checked("nobody knows this one")).isEmpty();
    }

    @Test
    void whoHasASecondFactorIsToldOfTheirOwnMinimumAndNotOfTheLongOne() {
        tellBesideFactor(checks(NO_WORDS, BreachRules.NONE));
        UUID account = withPassword();
        Flow flow = portal.authorised(login);

        assertThat(checked("cuyo5459")).containsExactly(TOO_SHORT);
        assertThat(checkedIn(flow, "cuyo5459")).isEmpty();
        assertThat(checkedAs(account, "cuyo5459")).isEmpty();
        assertThat(checkedIn(flow, "cuyo545")).containsExactly(TOO_SHORT);
        assertRefused(portal.submitNewPassword(flow, "cuyo545"), flow, TOO_SHORT);
        assertThat(portal.answer(portal.submitNewPassword(flow, "cuyo5459"))).isInstanceOf(PasswordSet.class);
    }

    @Test
    void whoIsKnownIsToldOfTheirNamesAndNeverOfTheirPasswords() {
        tell(RunningReset.history(5, 5));
        UUID account = withPassword();
        change(account, FIRST, "the second of them all");
        Flow flow = portal.authorised(login);

        assertThat(checked(login)).isEmpty();
        assertThat(checkedIn(flow, login)).containsExactly(LIKE_LOGIN);
        assertThat(checkedAs(account, login)).containsExactly(LIKE_LOGIN);
        for (String known : List.of(FIRST, "the second of them all")) {
            assertThat(checkedIn(flow, known)).isEmpty();
            assertThat(checkedAs(account, known)).isEmpty();
        }
        // A check is no try: however often it is asked, the reset goes on.
        for (int i = 0; i < 12; i++) assertThat(checkedIn(flow, "short")).containsExactly(TOO_SHORT);
        assertThat(portal.answer(portal.submitNewPassword(flow, "the third of them all")))
                .isInstanceOf(PasswordSet.class);
    }

    @Test
    void nothingIsToldOfAnybodyBeforeProof() {
        tell(RunningReset.history(0, 0));
        withPassword();
        for (String anybody : List.of(login, "nobody-" + UUID.randomUUID() + "@example.org")) {
            Flow flow = Flow.begin();
            portal.answer(portal.requestReset(flow, anybody));
            assertRefused(portal.checkPassword(flow, flow.secret().text(), anybody), Refusal.OUT_OF_ORDER);
        }
        Flow flow = portal.authorised(login);
        String other = Flow.begin().secret().text();
        assertRefused(portal.checkPassword(flow, other, login), Refusal.WRONG_FLOW_SECRET);
        assertRefused(portal.checkPassword(flow, null, login), Refusal.WRONG_FLOW_SECRET);
        assertRefused(portal.checkPassword(Flow.begin(), other, login), Refusal.UNKNOWN_FLOW);
        assertRefused(portal.checkPasswordClaiming("nobody.vouches.forit", login), Refusal.ASSERTION_INVALID);
        portal.answer(portal.cancelReset(flow));
        assertThat(portal.answer(portal.checkPassword(flow, flow.secret().text(), login)))
                .isInstanceOf(RequestRefused.class);
    }

    private static void assertRefused(UUID request, Refusal reason) {
        assertThat(portal.answer(request))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static List<PasswordRule> checked(String password) {
        return ((PasswordChecked) portal.answer(portal.checkPassword(password))).rules();
    }

    private static List<PasswordRule> checkedIn(Flow flow, String password) {
        return ((PasswordChecked)
                        portal.answer(portal.checkPassword(flow, flow.secret().text(), password)))
                .rules();
    }

    private static List<PasswordRule> checkedAs(UUID account, String password) {
        return ((PasswordChecked) portal.answer(portal.checkPasswordAs(account, password))).rules();
    }

    /** The same for people who sign in with a code of their app besides: eight characters are enough for them. */
    private static void tellBesideFactor(PasswordChecks checks) {
        PasswordChecks eight = new PasswordChecks(
                8,
                checks.classes(),
                checks.characters(),
                checks.refusesCurrent(),
                checks.historyOnChange(),
                checks.historyOnReset(),
                checks.words(),
                checks.breaches());
        RunningReset.tellPolicy(APolicy.like(RunningReset.policy(version++, 1))
                .checks(eight)
                .secondFactor(MethodKind.AUTHENTICATOR_APP)
                .policy());
    }

    private UUID withPassword() {
        UUID account = RunningReset.account(login);
        assertThat(feed.answer(feed.importCredential(account, new InitialCredential(null, FIRST, false))))
                .isInstanceOf(CredentialImported.class);
        return account;
    }

    private static void change(UUID account, String current, String wanted) {
        assertThat(portal.answer(portal.changePassword(account, current, wanted)))
                .isInstanceOf(PasswordSet.class);
    }

    private static void assertRefused(UUID request, PasswordRule... rules) {
        assertRefused(portal, request, rules);
    }

    private static void assertRefused(Portal client, UUID request, PasswordRule... rules) {
        assertThat(client.answer(request)).isEqualTo(new PasswordRefused(null, List.of(rules)));
    }

    private static void assertRefused(UUID request, Flow flow, PasswordRule... rules) {
        assertThat(portal.answer(request)).isEqualTo(new PasswordRefused(flow.id(), List.of(rules)));
    }

    private static int former(UUID account) {
        return RunningReset.count("select count(*) from previous_credentials where account_id = ?", account);
    }

    private static PasswordChecks checks(BannedWords words, BreachRules breaches) {
        return new PasswordChecks(15, 0, CharacterSet.UNICODE, true, 0, 0, words, breaches);
    }

    private static PasswordChecks entra(BannedWords words) {
        return new PasswordChecks(8, 3, CharacterSet.ASCII, false, 0, 0, words, BreachRules.NONE);
    }

    private static void tell(PasswordChecks checks) {
        Policy policy = RunningReset.policy(version++, 1);
        int minimum = checks.classes() == 0 ? 15 : 8;
        Policy sized = new Policy(
                policy.version(),
                policy.gates(),
                policy.kinds(),
                policy.disclosure(),
                new PasswordRules(minimum, 256),
                policy.methodRules());
        RunningReset.tellPolicy(RunningReset.checking(sized, checks));
    }
}
