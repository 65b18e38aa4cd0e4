package io.sspr.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.secret.ImportedMethod;
import io.sspr.contract.secret.MethodView;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.Secret;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SecretToStringTests {

    private static final String MARK = "this-must-not-be-seen";

    @ParameterizedTest
    @MethodSource("secrets")
    void whatASealHoldsIsNeverPrinted(Class<?> type) throws ReflectiveOperationException {
        Object secret = marked(type);
        assertThat(secret.toString())
                .isEqualTo(type.getSimpleName() + "[hidden]")
                .doesNotContain(MARK);
        assertThat(String.valueOf(List.of(secret))).doesNotContain(MARK);
    }

    @ParameterizedTest
    @EnumSource
    void aMessageDoesNotPrintItsSeal(MessageType type) throws Undecodable {
        String value = Samples.of(type, true).get("value").toString();
        Message message = ContractJson.read(value.getBytes(StandardCharsets.UTF_8), type.type());
        // The header of a seal is no secret, its content is, although it cannot be opened without the key.
        for (RecordComponent component : type.type().getRecordComponents())
            if (component.isAnnotationPresent(Seals.class))
                assertThat(message.toString()).contains("Sealed[").doesNotContain("eyJ");
    }

    private static Object marked(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Class<?> part = components[i].getType();
            values[i] = part.isRecord() ? marked(part) : value(part);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return type.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object value(Class<?> part) {
        if (part == boolean.class || part == Boolean.class) return true;
        if (part == int.class) return 7;
        if (part == Instant.class) return Instant.EPOCH;
        if (part == UUID.class) return UUID.fromString("0b3f5c1e-1d2a-4c3b-8a9d-7e6f5a4b3c2d");
        if (part == List.class) return List.of(MARK);
        return part.isEnum() ? part.getEnumConstants()[0] : MARK;
    }

    static Stream<Class<?>> secrets() {
        return Stream.concat(
                Arrays.stream(Secret.class.getPermittedSubclasses()),
                Stream.of(Origin.class, MethodView.class, ImportedMethod.class));
    }
}
