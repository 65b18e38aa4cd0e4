package io.sspr.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.portal.RunningPortal.Response;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Kafka goes away while people are at it. */
class UnreachableIntegrationTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void saysThatNothingHasHappenedAndWhatToTellTheHelpdesk() throws Exception {
        EmbeddedKafkaKraftBroker broker = RunningKafka.another();
        try (RunningPortal portal = RunningPortal.startWith(broker.getBrokersAsString(), directory)) {
            Map<String, String> form = portal.get("/reset").form("/reset");
            form.put("login", "ana");
            broker.destroy();
            Response page = portal.post("/reset", form);

            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body())
                    .contains("We cannot be reached right now", "Example Organisation")
                    .contains("<code>" + String.valueOf(form.get("mid")).substring(0, 8) + "</code>")
                    .doesNotContain("Kafka", "Exception");
        }
    }
}
