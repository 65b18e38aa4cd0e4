package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;
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
        List<ImportedMethod> methods)
        implements Secret {

    /** With the addresses left as they are. */
    public AccountEntry(String organisationId, String login, String locale, boolean administrator) {
        this(organisationId, login, locale, administrator, null);
    }

    @Override
    public String toString() {
        return "AccountEntry[hidden]";
    }
}
