package io.sspr.console.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NestingTests {

    private static final Map<String, List<String>> MEMBER_OF = Map.of(
            "team", List.of("department", "project"),
            "department", List.of("company"),
            "project", List.of("team"),
            "company", List.of("team", "company"));

    @Test
    void findsTheWayThroughOthersThoughTheyAreInEachOther() {
        assertThat(Nesting.path(List.of("team"), MEMBER_OF, "company"))
                .contains(List.of("team", "department", "company"));
        assertThat(Nesting.path(List.of("team"), MEMBER_OF, "elsewhere")).isEmpty();
        assertThat(Nesting.path(List.of(), MEMBER_OF, "company")).isEmpty();
    }

    @Test
    void whoIsInAGroupByNameNeedsNoOther() {
        assertThat(Nesting.path(List.of("team", "company"), MEMBER_OF, "company"))
                .contains(List.of("company"));
    }
}
