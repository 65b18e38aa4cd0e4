package io.sspr.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Topic.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicsTests {

    private static final String DAY = "86400000";
    private static final String WEEK = "604800000";

    private static final List<Topic> ALL = Topics.all(Principals.CLIENTS);

    @Test
    void eachTopicIsThereOnceWithANameThatKafkaTakes() {
        assertThat(ALL)
                .extracting(Topic::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z.-]{1,249}"));
    }

    @Test
    void eventsAreKeptForEver() {
        assertThat(of(Kind.EVENTS))
                .extracting(Topic::name)
                .containsExactlyInAnyOrder(
                        "sspr.registration.events",
                        "sspr.reset.events",
                        "sspr.notification.events",
                        "sspr.password.events");
        assertThat(of(Kind.EVENTS))
                .allSatisfy(topic -> assertThat(topic.settings())
                        .containsEntry("cleanup.policy", "delete")
                        .containsEntry("retention.ms", "-1")
                        .containsEntry("retention.bytes", "-1"));
    }

    @Test
    void requestsAreSmallTimedByTheBrokerAndForgottenAfterADay() {
        assertThat(of(Kind.REQUESTS))
                .allSatisfy(topic -> assertThat(topic.settings())
                        .containsEntry("cleanup.policy", "delete")
                        .containsEntry("message.timestamp.type", "LogAppendTime")
                        .containsEntry("max.message.bytes", "65536"));
        assertThat(topic("sspr.registration.requests.portal").settings()).containsEntry("retention.ms", DAY);
        assertThat(topic("sspr.reset.requests.portal").settings()).containsEntry("retention.ms", DAY);
    }

    @Test
    void provisioningMayWaitForAWeek() {
        assertThat(topic("sspr.registration.requests.hr-feed").settings()).containsEntry("retention.ms", WEEK);
        assertThat(topic("sspr.reset.requests.hr-feed").settings()).containsEntry("retention.ms", WEEK);
    }

    @Test
    void aClientHasARequestTopicOnlyAtServicesThatItMayAsk() {
        assertThat(ALL)
                .extracting(Topic::name)
                .contains("sspr.reset.requests.gateway", "sspr.replies.gateway")
                .doesNotContain("sspr.registration.requests.gateway")
                .noneMatch(name -> name.startsWith("sspr.notification.requests."));
    }

    @Test
    void repliesAndInternalMessagesAreForgottenAfterADay() {
        assertThat(Stream.concat(of(Kind.REPLIES).stream(), of(Kind.INTERNAL).stream())
                        .filter(topic -> !topic.name().equals(Topics.NOTICES)))
                .hasSize(6)
                .allSatisfy(topic -> assertThat(topic.settings())
                        .containsEntry("cleanup.policy", "delete")
                        .containsEntry("retention.ms", DAY));
    }

    @Test
    void whatAnOwnerIsToldMayWaitForAWeek() {
        assertThat(topic("sspr.internal.notices").settings())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", WEEK);
    }

    @Test
    void onlyStateAndCheckpointsAreCompacted() {
        for (Topic topic : ALL)
            assertThat(topic.settings().get("cleanup.policy"))
                    .as(topic.name())
                    .isEqualTo(EnumSet.of(Kind.STATE, Kind.CHECKPOINT).contains(topic.kind()) ? "compact" : "delete");
    }

    @Test
    void whateverCarriesASealIsNeverCompactedUnlessItIsTheMethods() {
        Set<String> compacted = Set.of(Topics.ACCOUNTS, Topics.IDENTITIES, Topics.METHODS, Topics.POLICY);
        for (MessageType type : MessageType.values())
            if (type.topic().filter(compacted::contains).isPresent() && carriesASeal(type))
                assertThat(type).isEqualTo(MessageType.METHOD);
    }

    @Test
    void partitionCountsAreFixed() {
        for (Topic topic : ALL) {
            boolean single = topic.kind() == Kind.CHECKPOINT
                    || topic.kind() == Kind.DEAD
                    || topic.name().equals("sspr.policy")
                    || topic.name().startsWith("sspr.keys.");
            assertThat(topic.partitions()).as(topic.name()).isEqualTo(single ? 1 : 3);
        }
    }

    @Test
    void eachReaderOfATopicHasItsOwnPlaceForWhatItCannotUnderstand() {
        List<String> expected = new ArrayList<>();
        for (Service service : Service.values()) {
            for (String topic : Topics.workedBy(service, Principals.CLIENTS))
                expected.add(topic + "." + service.principal() + ".dead");
            for (String topic : Topics.copiedBy(service)) expected.add(topic + "." + service.principal() + ".dead");
        }
        assertThat(of(Kind.DEAD)).extracting(Topic::name).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void whatIsPutAsideLivesAsLongAsWhereItCameFromAndFitsWithItsReason() {
        assertThat(of(Kind.DEAD)).allSatisfy(dead -> {
            Topic source = ALL.stream()
                    .filter(topic -> dead.name().startsWith(topic.name() + ".") && topic.kind() != Kind.DEAD)
                    .findFirst()
                    .orElseThrow();
            String life = source.settings().getOrDefault("retention.ms", "-1");
            assertThat(dead.settings()).containsEntry("retention.ms", life);
            assertThat(Integer.parseInt(dead.settings().getOrDefault("max.message.bytes", "0")))
                    .isGreaterThan(16 * Topics.MAX_REQUEST_BYTES);
        });
    }

    @Test
    void theNameOfARequestTopicTellsTheClient() {
        assertThat(Topics.clientOf("sspr.reset.requests.portal", Service.RESET)).contains("portal");
        assertThat(Topics.clientOf("sspr.registration.requests.portal", Service.RESET))
                .isEmpty();
        assertThat(Topics.clientOf("sspr.reset.events", Service.RESET)).isEmpty();
        assertThat(Topics.clientOf(Topics.dead("sspr.reset.requests.portal", Service.RESET), Service.RESET))
                .isEmpty();
        for (Client client : Principals.CLIENTS)
            for (Service service : Service.values())
                assertThat(Topics.clientOf(Topics.requests(service, client.name()), service))
                        .contains(client.name());
    }

    @Test
    void whatAServiceWorksOrCopiesExists() {
        List<String> names = ALL.stream().map(Topic::name).toList();
        for (Service service : Service.values()) {
            assertThat(names).containsAll(Topics.workedBy(service, Principals.CLIENTS));
            assertThat(names).containsAll(Topics.copiedBy(service));
        }
    }

    private static boolean carriesASeal(MessageType type) {
        return Stream.of(type.type().getRecordComponents()).anyMatch(part -> part.isAnnotationPresent(Seals.class));
    }

    private static List<Topic> of(Kind kind) {
        return ALL.stream().filter(topic -> topic.kind() == kind).toList();
    }

    private static Topic topic(String name) {
        return ALL.stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
