package io.sspr.audit.life;

import io.sspr.audit.finding.FindingCode;
import io.sspr.contract.event.AccountRegistered;
import java.util.List;

/** An account is created once, and before anything else that registration-service tells of it. */
final class AccountRule {

    private AccountRule() {}

    static void check(Life life, Judge judge) {
        Told first = life.first();
        if (life.accountId() == null || first == null) return;
        List<Told> created = life.registration.stream()
                .filter(told -> told.message() instanceof AccountRegistered registered && registered.created())
                .toList();
        if (created.isEmpty())
            judge.add(FindingCode.ACCOUNT_UNKNOWN, first, "no event tells that the account was created");
        else if (!created.get(0).equals(life.registration.get(0)))
            judge.add(
                    FindingCode.ACCOUNT_UNKNOWN,
                    life.registration.get(0),
                    "the account was created only at " + created.get(0).place());
        for (Told again : created.subList(Math.min(1, created.size()), created.size()))
            judge.add(
                    FindingCode.ACCOUNT_REGISTERED_TWICE,
                    again,
                    "the account was created at " + created.get(0).place());
    }
}
