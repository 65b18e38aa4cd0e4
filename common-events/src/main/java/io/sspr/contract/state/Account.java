package io.sspr.contract.state;

import static java.util.Objects.requireNonNullElse;

import io.sspr.contract.About;
import io.sspr.contract.Defaulted;
import io.sspr.contract.Length;
import io.sspr.contract.MostElements;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as the services know it. */
@About("An account as the services know it.")
public record Account(
        UUID accountId,
        @Length(max = 256) String organisationId,

        @About("as typed at provisioning") @Length(max = 256)
        String login,

        @About("canonical form, unique") @Length(max = 512) String canonicalLogin,
        @Length(max = 35) String locale,
        boolean administrator,

        @About("names of the person, which no password may hold") @Defaulted
        List<String> names,

        @About("groups that the person is in by name, not through others") @Defaulted @MostElements(1000)
        List<String> groups,

        @About("whether another system keeps the password; absent: no") @Nullable
        Boolean passwordElsewhere)
        implements State {

    /** Puts in what held before there were such parts. */
    public Account {
        names = List.copyOf(requireNonNullElse(names, List.of()));
        groups = List.copyOf(requireNonNullElse(groups, List.of()));
    }

    /** In no group, and without a name. */
    public Account(
            UUID accountId,
            String organisationId,
            String login,
            String canonicalLogin,
            String locale,
            boolean administrator) {
        this(accountId, organisationId, login, canonicalLogin, locale, administrator, List.of(), List.of(), null);
    }

    @Override
    public String key() {
        return accountId.toString();
    }
}
