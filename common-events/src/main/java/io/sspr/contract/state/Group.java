package io.sspr.contract.state;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import io.sspr.contract.MostElements;
import java.util.List;

/** A group of the organisation, and the groups that it is in. */
@About("A group of the organisation, and the groups that it is in.")
public record Group(
        @Length(min = 1, max = 256) String groupId,

        @MostElements(1000) List<String> memberOf) implements State {

    @Override
    public String key() {
        return groupId;
    }
}
