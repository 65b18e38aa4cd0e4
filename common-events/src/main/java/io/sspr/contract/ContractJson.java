package io.sspr.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON of the contract: strict on writing; on reading tolerant of properties it does not know and of nothing else (no
 * duplicate names, no scalar taken for another, nothing missing, no text longer than it may be).
 */
public final class ContractJson {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxStringLength(128 * 1024)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, config -> {
                for (CoercionInputShape shape :
                        List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean))
                    config.setCoercion(shape, CoercionAction.Fail);
            })
            .addModule(StrictTexts.module())
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /** What is looked at of a record of the contract: reflection is too slow to be asked anew for each message. */
    private record Part(
            String name,
            Method accessor,
            boolean optional,
            @Nullable Length length,
            int mostElements) {

        static List<Part> of(Class<?> type) {
            if (!type.isRecord() || !type.getName().startsWith("io.sspr.contract.")) return List.of();
            return Arrays.stream(type.getRecordComponents())
                    .map(component -> new Part(
                            component.getName(),
                            component.getAccessor(),
                            isOptional(component),
                            component.getAnnotation(Length.class),
                            ContractJson.mostElements(component)))
                    .toList();
        }

        String under(String path) {
            return path + "." + name;
        }

        @Nullable
        Object of(Object value) {
            try {
                return accessor.invoke(value);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("a record of the contract cannot be read: " + accessor, e);
            }
        }
    }

    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Part.of(type);
        }
    };

    private ContractJson() {}

    /** The JSON of a record of the contract. */
    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** The same for people to read and to write, see {@link WrittenDocument}. */
    public static String writePretty(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    static JsonMapper mapper() {
        return MAPPER;
    }

    /** Reads and checks a record of the contract. */
    public static <T> T read(byte[] json, Class<T> type) throws Undecodable {
        T value;
        try {
            value = MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new Undecodable(Refusal.MALFORMED, "no JSON of " + type.getSimpleName());
        }
        if (value == null) throw new Undecodable(Refusal.MALFORMED, "null is no " + type.getSimpleName());
        check(value, type.getSimpleName());
        return value;
    }

    private static void check(Object value, String path) throws Undecodable {
        for (Part part : PARTS.get(value.getClass())) {
            Object found = part.of(value);
            if (found == null) {
                if (!part.optional()) throw new Undecodable(Refusal.MALFORMED, part.under(path) + " is missing");
                continue;
            }
            Length length = part.length();
            if (length != null && found instanceof String text) checkLength(text, length, part.under(path));
            if (found instanceof List<?> list) checkElements(list, part.mostElements(), part.under(path));
            check(found, part.under(path));
        }
    }

    private static void checkLength(String text, Length length, String here) throws Undecodable {
        int points = text.codePointCount(0, text.length());
        if (points < length.min() || points > length.max())
            throw new Undecodable(Refusal.MALFORMED, here + " has " + points + " characters");
    }

    private static void checkElements(List<?> list, int most, String here) throws Undecodable {
        if (list.size() > most) throw new Undecodable(Refusal.MALFORMED, here + " has " + list.size() + " elements");
        for (Object element : list) {
            if (element == null) throw new Undecodable(Refusal.MALFORMED, here + " has a null");
            check(element, here);
        }
    }

    /** How many elements a list may have. */
    static int mostElements(RecordComponent component) {
        MostElements most = component.getAnnotation(MostElements.class);
        return most == null ? MostElements.USUAL : most.value();
    }

    /** Whether a component may be absent: what the code calls nullable or defaulted, the contract calls optional. */
    static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                || component.isAnnotationPresent(Defaulted.class);
    }
}
