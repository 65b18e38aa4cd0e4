package io.sspr.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.AccessTable.Grant;
import io.sspr.contract.AccessTable.Operation;
import io.sspr.contract.AccessTable.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTableTests {

    private static final List<Grant> GRANTS = Principals.grants();

    @Test
    void onlyItsOwnerWritesWhatHappened() {
        assertThat(writers("sspr.registration.events")).containsExactly("registration-service");
        assertThat(writers("sspr.reset.events")).containsExactly("reset-service");
        assertThat(writers("sspr.password.events")).containsExactly("reset-service");
        assertThat(writers("sspr.notification.events")).containsExactly("notification-service");
    }

    @Test
    void onlyItsOwnerWritesState() {
        for (String topic : List.of(Topics.ACCOUNTS, Topics.IDENTITIES, Topics.METHODS, Topics.POLICY))
            assertThat(writers(topic)).as(topic).containsExactly("registration-service");
    }

    @Test
    void aServiceIsToldWhatToDoByOneOtherOnEachTopic() {
        assertThat(writers("sspr.internal.registration")).containsExactly("reset-service");
        assertThat(writers("sspr.internal.notification")).containsExactly("registration-service");
        assertThat(writers("sspr.internal.notices")).containsExactly("reset-service");
        assertThat(readers("sspr.internal.notices")).containsExactly("notification-service");
    }

    @ParameterizedTest
    @EnumSource
    void keysAndCheckpointsHaveExactlyOneWriter(Service service) {
        assertThat(writers(Topics.keys(service))).containsExactly(service.principal());
        assertThat(writers(Topics.checkpoint(service))).containsExactly(service.principal());
        assertThat(readers(Topics.checkpoint(service))).containsExactly(service.principal());
    }

    @Test
    void onlyTheClientWritesItsRequestsForTheNameOfTheTopicIsWhoItIs() {
        for (Client client : Principals.CLIENTS)
            for (Service service : Service.values())
                if (Topics.sendsTo(client, service)) {
                    assertThat(writers(Topics.requests(service, client.name()))).containsExactly(client.name());
                    assertThat(readers(Topics.requests(service, client.name()))).containsExactly(service.principal());
                }
    }

    @Test
    void aClientReadsItsOwnRepliesAndKeysAndNothingElse() {
        for (Client client : Principals.CLIENTS) {
            assertThat(topics(client.name(), Operation.READ))
                    .containsExactlyInAnyOrder(
                            "sspr.replies." + client.name(), "sspr.keys.registration", "sspr.keys.reset");
            assertThat(readers(Topics.replies(client.name()))).containsExactly(client.name());
            assertThat(writers(Topics.replies(client.name()))).containsExactly("registration-service", "reset-service");
        }
        assertThat(topics("gateway", Operation.WRITE)).containsExactly("sspr.reset.requests.gateway");
    }

    @Test
    void aSubscriberReadsPasswordEventsAndIdentitiesAndWritesNothing() {
        assertThat(topics(Principals.SUBSCRIBER, Operation.READ))
                .containsExactlyInAnyOrder("sspr.password.events", "sspr.identities");
        assertThat(topics(Principals.SUBSCRIBER, Operation.WRITE)).isEmpty();
    }

    @Test
    void anAuditorReadsAllEventsAndNoPersonalData() {
        assertThat(topics(Principals.AUDITOR, Operation.READ))
                .containsExactlyInAnyOrder(
                        "sspr.registration.events",
                        "sspr.reset.events",
                        "sspr.notification.events",
                        "sspr.password.events");
        assertThat(topics(Principals.AUDITOR, Operation.WRITE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aServiceReadsWhatItWorksAndCopiesAndCanPutAsideWhatItCannotUnderstand(Service service) {
        Set<String> expected = new TreeSet<>(Topics.workedBy(service, Principals.CLIENTS));
        expected.addAll(Topics.copiedBy(service));
        assertThat(topics(service.principal(), Operation.WRITE))
                .containsAll(expected.stream()
                        .map(topic -> Topics.dead(topic, service))
                        .toList());
        expected.add(Topics.checkpoint(service));
        assertThat(topics(service.principal(), Operation.READ)).isEqualTo(expected);
    }

    @Test
    void onlyTheGroupWritesItsDeadLetters() {
        for (Topic topic : Topics.all(Principals.CLIENTS))
            if (topic.kind() == Topic.Kind.DEAD)
                assertThat(writers(topic.name())).as(topic.name()).hasSize(1).allMatch(topic.name()::contains);
    }

    @Test
    void everyMessageThatAServiceWritesHasATopicItMayWrite() {
        for (MessageType type : MessageType.values())
            if (!type.isRequest())
                type.topic()
                        .ifPresent(topic -> assertThat(writers(topic)).as(topic).hasSize(1));
    }

    @Test
    void nothingIsGrantedOnATopicThatDoesNotExist() {
        List<String> names =
                Topics.all(Principals.CLIENTS).stream().map(Topic::name).toList();
        assertThat(GRANTS.stream()
                        .filter(grant -> grant.resource() == Resource.TOPIC)
                        .map(Grant::name))
                .isSubsetOf(names);
    }

    @Test
    void noGrantStandsTwice() {
        assertThat(GRANTS).doesNotHaveDuplicates();
    }

    @Test
    void aGroupBelongsToOnePrincipal() {
        List<Grant> groups = GRANTS.stream()
                .filter(grant -> grant.resource() == Resource.GROUP)
                .toList();
        for (Grant one : groups)
            for (Grant other : groups)
                if (!one.principal().equals(other.principal()))
                    assertThat(other.name()).doesNotStartWith(one.name().replace("*", ""));
    }

    @Test
    void onlyServicesUseTransactions() {
        assertThat(GRANTS.stream().filter(grant -> grant.resource() == Resource.TRANSACTIONAL_ID))
                .extracting(Grant::principal)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Service.values()).map(Service::principal).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reset-service",
                "reset",
                "r",
                "notification-service",
                "Portal",
                "por.tal",
                "portal*",
                "",
                "1portal",
                "a-name-that-is-longer-than-32-characters"
            })
    void aClientCannotBearANameThatGivesItMore(String name) {
        assertThatThrownBy(() -> new Client(name, Set.of(MessageType.SIGN_IN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClientIsGrantedRequestsOnly() {
        assertThatThrownBy(() -> new Client("portal", Set.of(MessageType.PASSWORD_CHANGED)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Set<String> writers(String topic) {
        return principals(topic, Operation.WRITE);
    }

    private static Set<String> readers(String topic) {
        return principals(topic, Operation.READ);
    }

    private static Set<String> principals(String topic, Operation operation) {
        Set<String> principals = new TreeSet<>();
        for (Grant grant : GRANTS)
            if (grant.resource() == Resource.TOPIC
                    && grant.operation() == operation
                    && grant.name().equals(topic)) principals.add(grant.principal());
        return principals;
    }

    private static Set<String> topics(String principal, Operation operation) {
        Set<String> topics = new TreeSet<>();
        for (Grant grant : GRANTS)
            if (grant.resource() == Resource.TOPIC
                    && grant.operation() == operation
                    && grant.principal().equals(principal)) topics.add(grant.name());
        return topics;
    }
}
