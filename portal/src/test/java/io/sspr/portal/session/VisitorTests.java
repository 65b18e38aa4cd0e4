package io.sspr.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisitorTests {

    private final Visitor visitor = Visitor.unknown();

    @Test
    void knowsTheIdsMadeForIt() {
        UUID id = visitor.newId();

        assertThat(visitor.made(id)).isTrue();
        assertThat(id.version()).isEqualTo(4);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(visitor.newId()).isNotEqualTo(id);
    }

    @Test
    void knowsNoOtherIds() {
        UUID id = visitor.newId();

        assertThat(Visitor.unknown().made(id)).isFalse();
        assertThat(visitor.made(UUID.randomUUID())).isFalse();
        assertThat(visitor.made(new UUID(id.getMostSignificantBits() ^ 1, id.getLeastSignificantBits())))
                .isFalse();
        assertThat(visitor.made(new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ 1)))
                .isFalse();
    }
}
