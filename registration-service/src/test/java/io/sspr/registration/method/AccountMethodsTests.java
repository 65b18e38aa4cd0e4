package io.sspr.registration.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.state.MethodStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountMethodsTests {

    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final Serving STRICT = new Serving(false, Instant.parse("2026-11-22T12:00:00Z"));
    private static final Serving GENEROUS = new Serving(true, Instant.parse("2026-11-22T12:00:00Z"));

    @Test
    void askForTheOldestMethodOfAKindThatCounts() {
        RegisteredMethod locked = email("a").with(MethodStatus.LOCKED);
        RegisteredMethod older = email("b");
        AccountMethods methods = new AccountMethods(List.of(app(), locked, older, email("c")));
        assertThat(methods.serving(MethodKind.EMAIL, Purpose.RESET, STRICT)).contains(older);
        assertThat(methods.serving(older.methodId(), Purpose.RESET, STRICT)).contains(older);
        assertThat(methods.serving(locked.methodId(), Purpose.RESET, STRICT)).isEmpty();
    }

    @Test
    void askForTheOneThatItsOwnerChose() {
        RegisteredMethod chosen = email("b").asPreferred();
        AccountMethods methods = new AccountMethods(List.of(email("a"), chosen));
        assertThat(methods.serving(MethodKind.EMAIL, Purpose.RESET, STRICT)).contains(chosen);
    }

    @Test
    void haveNothingToAskForWhereEverythingIsLocked() {
        AccountMethods methods = new AccountMethods(List.of(email("a").with(MethodStatus.LOCKED), app()));
        assertThat(methods.serving(MethodKind.EMAIL, Purpose.RESET, STRICT)).isEmpty();
    }

    @Test
    void askForOnesOwnBeforeAnImportedOne() {
        RegisteredMethod own = email("a");
        AccountMethods methods = new AccountMethods(List.of(email("b").imported(1), own));
        assertThat(methods.serving(MethodKind.EMAIL, Purpose.RESET, GENEROUS)).contains(own);
    }

    @Test
    void askForTheFirstOfSeveralImportedOnesWherePolicyLetsThemCount() {
        RegisteredMethod first = email("x").imported(1);
        AccountMethods methods = new AccountMethods(List.of(first, email("y").imported(2)));
        assertThat(methods.serving(MethodKind.EMAIL, Purpose.RESET, GENEROUS)).contains(first);
        assertThat(methods.serving(MethodKind.EMAIL, Purpose.RESET, STRICT)).isEmpty();
    }

    @Test
    void refuseAnAddressThatIsRegisteredAlready() {
        AccountMethods methods = new AccountMethods(List.of(email("a")));
        assertThat(methods.obstacleTo(MethodKind.EMAIL, "a", 5, null)).contains(Refusal.ADDRESS_TAKEN);
        assertThat(methods.obstacleTo(MethodKind.EMAIL, "b", 5, null)).isEmpty();
        assertThat(methods.obstacleTo(MethodKind.AUTHENTICATOR_APP, null, 5, null))
                .isEmpty();
    }

    @Test
    void letALockedAddressBeRegisteredAnewAndReplaceIt() {
        RegisteredMethod locked = email("a").with(MethodStatus.LOCKED);
        AccountMethods methods = new AccountMethods(List.of(locked, email("b").with(MethodStatus.LOCKED), app()));
        assertThat(methods.obstacleTo(MethodKind.EMAIL, "a", 5, null)).isEmpty();
        assertThat(methods.replacedBy(email("a"), 5, null)).containsExactly(locked);
        assertThat(methods.replacedBy(email("c"), 5, null)).isEmpty();
    }

    @Test
    void letAnImportedAddressBecomeOnesOwn() {
        RegisteredMethod imported = email("a").imported(1);
        AccountMethods methods = new AccountMethods(List.of(imported));
        assertThat(methods.obstacleTo(MethodKind.EMAIL, "a", 5, null)).isEmpty();
        assertThat(methods.replacedBy(email("a"), 5, null)).containsExactly(imported);
    }

    @Test
    void replaceLockedAppsByANewOne() {
        RegisteredMethod locked = app().with(MethodStatus.LOCKED);
        assertThat(new AccountMethods(List.of(locked, app())).replacedBy(app(), 5, null))
                .containsExactly(locked);
    }

    @Test
    void replaceTheOneThatIsNamed() {
        RegisteredMethod old = email("a");
        AccountMethods methods = new AccountMethods(List.of(old, email("b")));
        assertThat(methods.obstacleTo(MethodKind.EMAIL, "c", 2, old.methodId())).isEmpty();
        assertThat(methods.replacedBy(email("c"), 2, old.methodId())).containsExactly(old);
    }

    @Test
    void replaceNothingThatIsOfAnotherKindOrImportedOrNotThere() {
        RegisteredMethod app = app();
        RegisteredMethod imported = email("a").imported(1);
        AccountMethods methods = new AccountMethods(List.of(app, imported));
        for (UUID id : List.of(app.methodId(), imported.methodId(), UUID.randomUUID()))
            assertThat(methods.obstacleTo(MethodKind.EMAIL, "c", 5, id)).contains(Refusal.UNKNOWN_METHOD);
    }

    @Test
    void takeAsManyOfAKindAsThereMayBe() {
        List<RegisteredMethod> methods = new ArrayList<>();
        for (int i = 0; i < 5; i++) methods.add(email("address " + i));
        AccountMethods full = new AccountMethods(methods);
        assertThat(full.obstacleTo(MethodKind.EMAIL, "a", 5, null)).contains(Refusal.TOO_MANY_METHODS);
        assertThat(full.obstacleTo(MethodKind.EMAIL, "a", 6, null)).isEmpty();
        assertThat(full.obstacleTo(MethodKind.AUTHENTICATOR_APP, null, 5, null)).isEmpty();
    }

    @Test
    void replaceTheOneOfAKindThatThereIsOneOf() {
        RegisteredMethod set = RegisteredMethod.holding(UUID.randomUUID(), ACCOUNT, MethodKind.RECOVERY_CODE, null);
        AccountMethods methods = new AccountMethods(List.of(set));
        assertThat(methods.obstacleTo(MethodKind.RECOVERY_CODE, null, 1, null)).isEmpty();
        assertThat(methods.replacedBy(set, 1, null)).containsExactly(set);
    }

    @Test
    void doNotPrintAddresses() {
        assertThat(email("fingerprint").toString()).doesNotContain("ana").doesNotContain("fingerprint");
    }

    private static RegisteredMethod email(String fingerprint) {
        return RegisteredMethod.reaching(UUID.randomUUID(), ACCOUNT, MethodKind.EMAIL, "ana@example.org", fingerprint);
    }

    private static RegisteredMethod app() {
        return RegisteredMethod.holding(UUID.randomUUID(), ACCOUNT, MethodKind.AUTHENTICATOR_APP, "seed");
    }
}
