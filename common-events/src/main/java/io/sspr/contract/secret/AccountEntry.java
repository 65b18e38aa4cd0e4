package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import io.sspr.contract.MostElements;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What provisioning says of a person. */
@About("What provisioning says of a person.")
public record AccountEntry(
        @Length(min = 1, max = 256) String organisationId,
        @Length(min = 1, max = 256) String login,

        @About("BCP 47, such as en or sl") @Length(min = 2, max = 35)
        String locale,

        boolean administrator,

        @About(
                "addresses that the organisation has on file, the preferred one of a kind first; absent: leave them as they are")
        @Nullable
        List<ImportedMethod> methods,

        @About("names of the person, which no password may hold; absent: none") @Nullable
        List<String> names,

        @About("ids of the groups that the person is in, but not through other groups; absent: none")
        @MostElements(1000)
        @Nullable
        List<String> groups,

        @About("whether another system keeps the password, so that it cannot be reset here; absent: no") @Nullable
        Boolean passwordElsewhere)
        implements Secret {

    /** In no group, without a name. */
    public AccountEntry(
            String organisationId,
            String login,
            String locale,
            boolean administrator,
            @Nullable List<ImportedMethod> methods) {
        this(organisationId, login, locale, administrator, methods, null, null, null);
    }

    /** With the addresses left as they are. */
    public AccountEntry(String organisationId, String login, String locale, boolean administrator) {
        this(organisationId, login, locale, administrator, null);
    }

    @Override
    public String toString() {
        return "AccountEntry[hidden]";
    }
}
