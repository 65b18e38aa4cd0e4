package io.sspr.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.event.Event;
import io.sspr.contract.internal.Internal;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.request.Request;
import io.sspr.contract.state.State;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageTypeTests {

    @Test
    void everyRecordOfTheContractHasExactlyOneType() {
        assertThat(Arrays.stream(MessageType.values()).<Class<?>>map(MessageType::type))
                .doesNotHaveDuplicates()
                .hasSameElementsAs(records());
    }

    @Test
    void everyMessageIsARecord() {
        assertThat(records()).allMatch(Class::isRecord);
    }

    @Test
    void kindsAreThoseOfTheHierarchies() {
        assertThat(ofKind(MessageType::isRequest)).hasSameElementsAs(leaves(Request.class));
        assertThat(ofKind(MessageType::isReply)).hasSameElementsAs(leaves(Reply.class));
        assertThat(ofKind(MessageType::isInternal)).hasSameElementsAs(leaves(Internal.class));
        assertThat(ofKind(MessageType::isEvent)).hasSameElementsAs(leaves(Event.class));
        assertThat(ofKind(MessageType::isState)).hasSameElementsAs(leaves(State.class));
    }

    @ParameterizedTest
    @EnumSource
    void aWireNameIsTextThatFindsItsType(MessageType type) {
        assertThat(type.wireName()).matches("sspr\\.[a-z-]+\\.[a-z-]+\\.v\\d+");
        assertThat(MessageType.named(type.wireName())).contains(type);
    }

    @Test
    void wireNamesAreUnique() {
        assertThat(Arrays.stream(MessageType.values()).map(MessageType::wireName))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void noNameOfAClassStandsOnTheWire(MessageType type) {
        String sample = Samples.of(type, true).toString();
        assertThat(sample).doesNotContain("io.sspr", type.type().getName(), "@class", "java.");
    }

    @ParameterizedTest
    @EnumSource
    void onlyRequestsHaveAReceiverAndNeeds(MessageType type) {
        if (type.isRequest()) {
            assertThat(type.receiver()).isNotNull();
            assertThat(type.needs()).isNotNull();
        } else {
            assertThatThrownBy(type::receiver).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(type::needs).isInstanceOf(IllegalStateException.class);
            assertThat(type.usefulFor()).isEmpty();
        }
    }

    @Test
    void anUnknownWireNameHasNoType() {
        assertThat(MessageType.named("sspr.request.make-coffee.v1")).isEmpty();
        assertThat(MessageType.named("PASSWORD_CHANGED")).isEmpty();
    }

    private static List<Class<?>> ofKind(Predicate<MessageType> kind) {
        return Arrays.stream(MessageType.values())
                .filter(kind)
                .<Class<?>>map(MessageType::type)
                .toList();
    }

    static List<Class<?>> records() {
        return Stream.of(Request.class, Reply.class, Internal.class, Event.class, State.class)
                .flatMap(hierarchy -> leaves(hierarchy).stream())
                .toList();
    }

    /** All types of a sealed hierarchy that are not sealed themselves. */
    static List<Class<?>> leaves(Class<?> type) {
        if (!type.isSealed()) return List.of(type);
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(permitted -> leaves(permitted).stream())
                .toList();
    }
}
