package io.sspr.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.event.Event;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Identity;
import io.sspr.contract.state.Policy;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events are kept for ever, so nothing may be in them that must ever be taken back (G5). */
class EventPrivacyTests {

    /** Texts from configuration or from the table of messages; never from a person or a stranger. */
    private static final Set<String> TEXTS = Set.of("client", "about", "requestType");

    /** The policy is of the organisation: it names groups and words, and nobody. */
    private static final Set<Type> HARMLESS =
            Set.of(UUID.class, Instant.class, boolean.class, Boolean.class, int.class, long.class, Policy.class);

    @ParameterizedTest
    @MethodSource("components")
    void noComponentOfAnEventCanHoldPersonalDataOrASecret(RecordComponent component) {
        assertThat(isHarmless(component)).as(component.toString()).isTrue();
        assertThat(component.isAnnotationPresent(Seals.class)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("components")
    void noEventTellsTheFlow(RecordComponent component) {
        assertThat(component.getName()).doesNotContainIgnoringCase("flow");
    }

    @Test
    void theTestSeesWhatItIsToFind() {
        assertThat(Arrays.stream(Identity.class.getRecordComponents())).anyMatch(component -> !isHarmless(component));
        assertThat(Arrays.stream(Account.class.getRecordComponents())).anyMatch(component -> !isHarmless(component));
        for (MessageType type : MessageType.values())
            if (type.isRequest())
                assertThat(Arrays.stream(type.type().getRecordComponents()))
                        .as(type.wireName())
                        .anyMatch(component -> !isHarmless(component));
    }

    private static boolean isHarmless(RecordComponent component) {
        Length length = component.getAnnotation(Length.class);
        if (component.getType() == String.class)
            return TEXTS.contains(component.getName()) && length != null && length.max() <= 64;
        return isHarmless(component.getGenericType());
    }

    private static boolean isHarmless(Type type) {
        if (type instanceof ParameterizedType list)
            return list.getRawType() == List.class && isHarmless(list.getActualTypeArguments()[0]);
        return HARMLESS.contains(type) || (type instanceof Class<?> named && named.isEnum());
    }

    static List<RecordComponent> components() {
        return MessageTypeTests.leaves(Event.class).stream()
                .flatMap(event -> Arrays.stream(event.getRecordComponents()))
                .toList();
    }
}
