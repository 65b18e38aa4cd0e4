package io.sspr.registration.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.state.MethodStatus;
import io.sspr.registration.totp.TotpSeed;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountMethodsTests {

    private static final UUID ACCOUNT = UUID.randomUUID();

    @Test
    void asksForTheOldestMethodOfAKindThatCounts() {
        RegisteredMethod locked = email("a").with(MethodStatus.LOCKED);
        RegisteredMethod older = email("b");
        AccountMethods methods = new AccountMethods(List.of(app(), locked, older, email("c")));
        assertThat(methods.usable(MethodKind.EMAIL)).contains(older);
        assertThat(methods.usable(older.methodId())).contains(older);
        assertThat(methods.usable(locked.methodId())).isEmpty();
    }

    @Test
    void hasNothingToAskForWhereEverythingIsLocked() {
        AccountMethods methods = new AccountMethods(List.of(email("a").with(MethodStatus.LOCKED), app()));
        assertThat(methods.usable(MethodKind.EMAIL)).isEmpty();
    }

    @Test
    void refusesAnAddressThatIsRegisteredAlready() {
        AccountMethods methods = new AccountMethods(List.of(email("a")));
        assertThat(methods.obstacleTo(MethodKind.EMAIL, "a")).contains(Refusal.ADDRESS_TAKEN);
        assertThat(methods.obstacleTo(MethodKind.EMAIL, "b")).isEmpty();
        assertThat(methods.obstacleTo(MethodKind.AUTHENTICATOR_APP, null)).isEmpty();
    }

    @Test
    void letsALockedAddressBeRegisteredAnewAndReplacesIt() {
        RegisteredMethod locked = email("a").with(MethodStatus.LOCKED);
        AccountMethods methods = new AccountMethods(List.of(locked, email("b").with(MethodStatus.LOCKED), app()));
        assertThat(methods.obstacleTo(MethodKind.EMAIL, "a")).isEmpty();
        assertThat(methods.replacedBy(email("a"))).containsExactly(locked);
        assertThat(methods.replacedBy(email("c"))).isEmpty();
    }

    @Test
    void replacesLockedAppsByANewOne() {
        RegisteredMethod locked = app().with(MethodStatus.LOCKED);
        assertThat(new AccountMethods(List.of(locked, app())).replacedBy(app())).containsExactly(locked);
    }

    @Test
    void takesFiveOfAKindAndNoMore() {
        List<RegisteredMethod> methods = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            methods.add(email("address " + i));
            methods.add(app());
        }
        assertThat(new AccountMethods(methods).obstacleTo(MethodKind.EMAIL, "a"))
                .contains(Refusal.TOO_MANY_METHODS);
        assertThat(new AccountMethods(methods).obstacleTo(MethodKind.AUTHENTICATOR_APP, null))
                .contains(Refusal.TOO_MANY_METHODS);
        assertThat(new AccountMethods(methods.subList(2, 10)).obstacleTo(MethodKind.EMAIL, "a"))
                .isEmpty();
    }

    @Test
    void printsNeitherAddressNorSeed() {
        assertThat(email("fingerprint").toString()).doesNotContain("ana").doesNotContain("fingerprint");
    }

    private static RegisteredMethod email(String fingerprint) {
        return RegisteredMethod.email(UUID.randomUUID(), ACCOUNT, "ana@example.org", fingerprint);
    }

    private static RegisteredMethod app() {
        return RegisteredMethod.app(UUID.randomUUID(), ACCOUNT, TotpSeed.generate(new SecureRandom()));
    }
}
