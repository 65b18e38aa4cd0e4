package io.sspr.simulation.actors;

import io.sspr.contract.MethodKind;
import io.sspr.demo.Totp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody with an account, and what they have in their pockets. */
public final class Person {

    final String login;
    final String mail;
    final String phone;
    final boolean administrator;
    String password;

    @Nullable
    UUID accountId;

    @Nullable
    Totp app;

    long appUsed = Long.MIN_VALUE;
    final List<String> recoveryCodes = new ArrayList<>();
    final List<String> usedCodes = new ArrayList<>();
    final List<MethodKind> registered = new ArrayList<>();

    Person(int number, boolean administrator) {
        this.login = (administrator ? "administrator" : "person") + number;
        this.mail = login + "@example.org";
        this.phone = "+38640" + (123_000 + number);
        this.administrator = administrator;
        this.password = "the first password of " + login;
    }

    UUID account() {
        if (accountId == null) throw new IllegalStateException(login + " is not known yet");
        return accountId;
    }

    @Override
    public String toString() {
        return login;
    }
}
