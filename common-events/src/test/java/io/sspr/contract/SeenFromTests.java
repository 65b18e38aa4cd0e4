package io.sspr.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.Placed;
import io.sspr.contract.secret.Secret;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From where a request comes is said by the front end wherever the other seal could say it. */
class SeenFromTests {

    private static final byte[] SOMEWHERE = ContractJson.write(new Origin("192.0.2.0/24", "Firefox"));

    static Stream<MessageType> requests() {
        return Arrays.stream(MessageType.values()).filter(MessageType::isRequest);
    }

    static Stream<Class<? extends Secret>> contents() {
        return Arrays.stream(MessageType.values())
                .flatMap(type -> contents(type).stream())
                .filter(content -> content != Origin.class)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyRequestWhoseContentHasAPlaceHasIt(MessageType request) {
        boolean placed = contents(request).stream().anyMatch(Placed.class::isAssignableFrom);

        assertThat(contents(request).contains(Origin.class)).isEqualTo(placed);
        for (RecordComponent component : request.type().getRecordComponents())
            if (component.getName().equals("seenFrom"))
                assertThat(ContractJson.isOptional(component)).isTrue();
    }

    @Test
    void allContentThatHasAPlaceIsKnownToHaveOne() {
        assertThat(contents()
                        .filter(content -> Arrays.stream(content.getRecordComponents())
                                .anyMatch(part -> part.getType() == Origin.class)))
                .isNotEmpty()
                .allMatch(Placed.class::isAssignableFrom);
    }

    /** So nobody can put one seal in the other's place: it says nothing there, if it is read at all. */
    @ParameterizedTest
    @MethodSource("contents")
    void noContentIsTakenForAPlaceNorAPlaceForIt(Class<? extends Secret> content) {
        List<String> names = Arrays.stream(content.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        for (RecordComponent part : Origin.class.getRecordComponents()) {
            assertThat(names).doesNotContain(part.getName());
            assertThat(ContractJson.isOptional(part)).isFalse();
        }
        assertThat(written(content)).isIn("refused", "{}");
    }

    @Test
    void aPlaceThatIsNotWholeIsNone() {
        assertThatThrownBy(() -> ContractJson.read(
                        "{\"addressPrefix\":\"192.0.2.0/24\"}".getBytes(StandardCharsets.UTF_8), Origin.class))
                .isInstanceOf(Undecodable.class);
    }

    private static String written(Class<? extends Secret> content) {
        try {
            return new String(ContractJson.write(ContractJson.read(SOMEWHERE, content)), StandardCharsets.UTF_8);
        } catch (Undecodable e) {
            return "refused";
        }
    }

    private static List<Class<? extends Secret>> contents(MessageType type) {
        return Arrays.stream(type.type().getRecordComponents())
                .filter(part -> part.isAnnotationPresent(Seals.class))
                .<Class<? extends Secret>>map(
                        part -> part.getAnnotation(Seals.class).value())
                .toList();
    }
}
