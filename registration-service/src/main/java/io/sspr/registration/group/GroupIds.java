package io.sspr.registration.group;

import java.util.Collection;

/** What an id of a group may look like: it stands in policies that people read. */
public final class GroupIds {
    private static final int LONGEST = 256;

    private GroupIds() {}

    /** Whether all of them may be ids. */
    public static boolean areWellFormed(Collection<String> ids) {
        return ids.stream().allMatch(GroupIds::isWellFormed);
    }

    private static boolean isWellFormed(String id) {
        return !id.isBlank()
                && id.codePointCount(0, id.length()) <= LONGEST
                && id.codePoints().noneMatch(Character::isISOControl);
    }
}
