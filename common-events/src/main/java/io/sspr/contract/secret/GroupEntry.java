package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import io.sspr.contract.MostElements;
import java.util.List;

/** What provisioning says of a group. */
@About("What provisioning says of a group.")
public record GroupEntry(
        @Length(min = 1, max = 256) String groupId,

        @About("ids of the groups that it is in, but not through other groups") @MostElements(1000)
        List<String> memberOf)
        implements Secret {

    @Override
    public String toString() {
        return "GroupEntry[hidden]";
    }
}
