package io.sspr.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecoveryTests {

    private static final UUID DATABASE = UUID.randomUUID();

    @Test
    void hasNothingToDoAtTheVeryBeginning() {
        assertThat(Recovery.published(null, DATABASE, 1, 0)).isEmpty();
    }

    @Test
    void hasNothingToDoWhenBothKnowTheSameBatch() {
        assertThat(Recovery.published(checkpoint(3, 7), DATABASE, 4, 7)).isEmpty();
    }

    @Test
    void findsTheBatchThatTheDatabaseDoesNotKnow() {
        assertThat(Recovery.published(checkpoint(3, 8), DATABASE, 4, 7)).containsExactly(1L, 2L);
    }

    @Test
    void stopsWhenTheyCannotBothBeRight() {
        assertThatThrownBy(() -> Recovery.published(null, DATABASE, 4, 7)).isInstanceOf(RelayStopped.class);
        assertThatThrownBy(() -> Recovery.published(checkpoint(3, 9), DATABASE, 4, 7))
                .isInstanceOf(RelayStopped.class);
        assertThatThrownBy(() -> Recovery.published(checkpoint(3, 6), DATABASE, 4, 7))
                .isInstanceOf(RelayStopped.class);
        assertThatThrownBy(() -> Recovery.published(checkpoint(4, 7), DATABASE, 4, 7))
                .as("an epoch that this database never gave")
                .isInstanceOf(RelayStopped.class);
        assertThatThrownBy(() -> Recovery.published(checkpoint(3, 7), UUID.randomUUID(), 4, 7))
                .isInstanceOf(RelayStopped.class);
    }

    @Test
    void readsACheckpointAsItWasWritten() {
        Checkpoint checkpoint = checkpoint(3, 7);
        assertThat(Checkpoint.of(checkpoint.json())).isEqualTo(checkpoint);
        assertThat(new String(checkpoint.json(), StandardCharsets.UTF_8))
                .isEqualTo("{\"databaseId\":\"" + DATABASE + "\",\"epoch\":3,\"batch\":7,\"rows\":[1,2]}");
        assertThatThrownBy(() -> Checkpoint.of(new byte[] {1})).isInstanceOf(RelayStopped.class);
    }

    private static Checkpoint checkpoint(long epoch, long batch) {
        return new Checkpoint(DATABASE, epoch, batch, List.of(1L, 2L));
    }
}
