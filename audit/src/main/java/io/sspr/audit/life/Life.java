package io.sspr.audit.life;

import io.sspr.contract.Message;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.event.RegistrationDemanded;
import io.sspr.contract.event.RegistrationSkipped;
import io.sspr.contract.event.RequestsRefused;
import io.sspr.contract.event.ResetsBlocked;
import io.sspr.contract.event.SignInFailed;
import io.sspr.contract.event.SignInLocked;
import io.sspr.contract.event.SignedIn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of one key, by topic in the order of the log: an account's, or of a reset or verification of nobody known. */
final class Life {

    final String key;
    final List<Told> registration = new ArrayList<>();
    final List<Told> reset = new ArrayList<>();
    final List<Told> password = new ArrayList<>();
    final List<Told> notification = new ArrayList<>();
    /** Where a reset of this key was begun under the key of the account that is not told of its steps. */
    final List<Told> begunElsewhere = new ArrayList<>();

    private final Map<String, Numbers> numbers = new HashMap<>();
    private @Nullable UUID accountId;
    private @Nullable Told first;

    Life(String key) {
        this.key = key;
    }

    Numbers numbers(String topic) {
        return numbers.computeIfAbsent(topic, name -> new Numbers());
    }

    Map<String, Numbers> numbers() {
        return numbers;
    }

    /** The account, if the key is one's. */
    @Nullable
    UUID accountId() {
        return accountId;
    }

    /** Any event of the account. */
    @Nullable
    Told first() {
        return first;
    }

    void add(Told told, @Nullable UUID account) {
        if (account != null && account.toString().equals(key)) {
            accountId = account;
            if (first == null) first = told;
        }
        // Most of a log is people signing in; no rule but those of every event looks at that.
        if (isOfNoLifecycle(told.message())) return;
        String topic = told.place().topic();
        if (topic.equals(Topics.events(Service.REGISTRATION))) registration.add(told);
        else if (topic.equals(Topics.events(Service.RESET))) reset.add(told);
        else if (topic.equals(Topics.PASSWORD_EVENTS)) password.add(told);
        else notification.add(told);
    }

    private static boolean isOfNoLifecycle(Message message) {
        return message instanceof SignedIn
                || message instanceof SignInFailed
                || message instanceof SignInLocked
                || message instanceof RequestsRefused
                || message instanceof RegistrationDemanded
                || message instanceof RegistrationSkipped
                || message instanceof ResetsBlocked;
    }
}
