package io.sspr.messaging.relay;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a batch says of itself on the log, in the same Kafka transaction as its records.
 *
 * @param databaseId the database that the rows were in
 * @param epoch the leadership that published it
 * @param batch its number: 1, 2, 3 ...
 * @param rows ids of its outbox rows
 */
record Checkpoint(UUID databaseId, long epoch, long batch, List<Long> rows) {

    static final byte[] KEY = "relay".getBytes(StandardCharsets.UTF_8);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    byte[] json() {
        return JSON.writeValueAsBytes(this);
    }

    static Checkpoint of(byte[] json) {
        try {
            return JSON.readValue(json, Checkpoint.class);
        } catch (JacksonException e) {
            throw new RelayStopped("The last checkpoint is not readable: somebody else wrote to its topic.");
        }
    }
}
