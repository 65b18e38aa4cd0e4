package io.sspr.contract;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a person has written as a record of the contract. Stricter than the wire, where a reader must bear with newer
 * writers: a property that nobody knows is a slip of the pen. Of everything that is wrong it says where it stands.
 */
public final class WrittenDocument {

    /** The document is none of the contract. */
    public static final class Faulty extends Exception {

        private static final long serialVersionUID = 1;

        private final List<String> faults;

        Faulty(List<String> faults) {
            super(String.join("\n", faults));
            this.faults = List.copyOf(faults);
        }

        /** All that is wrong, each a sentence that begins with its place. */
        public List<String> faults() {
            return faults;
        }
    }

    private final Map<String, TokenStreamLocation> places = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private WrittenDocument() {}

    /** Reads a document whose parts are records, lists, enums, texts, whole numbers and booleans. */
    public static <T> T read(String text, Class<T> type) throws Faulty {
        WrittenDocument document = new WrittenDocument();
        try {
            document.check(text, type);
            if (document.faults.isEmpty()) return ContractJson.read(text.getBytes(StandardCharsets.UTF_8), type);
        } catch (JacksonException e) {
            throw new Faulty(List.of(at(e.getLocation()) + e.getOriginalMessage()));
        } catch (Undecodable e) {
            throw new Faulty(List.of(String.valueOf(e.getMessage())));
        }
        throw new Faulty(document.faults);
    }

    private void check(String text, Class<?> type) {
        if (text.isBlank()) {
            faults.add("The document is empty.");
            return;
        }
        try (JsonParser parser = ContractJson.mapper().createParser(text)) {
            while (parser.nextToken() != null)
                places.putIfAbsent(
                        parser.streamReadContext().pathAsPointer().toString(), parser.currentTokenLocation());
        }
        checkValue(ContractJson.mapper().readTree(text), type, JsonPointer.empty());
    }

    private void checkValue(JsonNode node, Type type, JsonPointer here) {
        if (type instanceof ParameterizedType list) checkList(node, list.getActualTypeArguments()[0], here);
        else if (type instanceof Class<?> single && single.isRecord()) checkRecord(node, single, here);
        else if (type instanceof Class<?> single && single.isEnum()) checkEnum(node, single, here);
        else if (type == boolean.class || type == Boolean.class) require(node.isBoolean(), here, "true or false");
        else if (type == long.class || type == Long.class)
            require(node.isIntegralNumber() && node.canConvertToLong(), here, "a whole number");
        else if (type == int.class || type == Integer.class)
            require(node.isIntegralNumber() && node.canConvertToInt(), here, "a whole number");
        else require(node.isString(), here, "a text in quotes");
    }

    private void checkRecord(JsonNode node, Class<?> type, JsonPointer here) {
        if (!node.isObject()) {
            require(false, here, "an object in braces");
            return;
        }
        RecordComponent[] components = type.getRecordComponents();
        for (String name : node.propertyNames())
            if (Arrays.stream(components)
                    .noneMatch(component -> component.getName().equals(name)))
                fault(
                        here.appendProperty(name),
                        "is not known; " + (here.equals(JsonPointer.empty()) ? "the document" : path(here)) + " has "
                                + Arrays.stream(components)
                                        .map(RecordComponent::getName)
                                        .collect(Collectors.joining(", ")));
        for (RecordComponent component : components) {
            JsonPointer part = here.appendProperty(component.getName());
            JsonNode value = node.get(component.getName());
            if (value != null && !value.isNull()) checkValue(value, component.getGenericType(), part);
            else if (!ContractJson.isOptional(component)) fault(part, "is missing");
        }
    }

    private void checkList(JsonNode node, Type element, JsonPointer here) {
        if (!node.isArray()) require(false, here, "a list in brackets");
        else for (int i = 0; i < node.size(); i++) checkValue(node.get(i), element, here.appendIndex(i));
    }

    private void checkEnum(JsonNode node, Class<?> type, JsonPointer here) {
        String values =
                Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        boolean known = node.isString()
                && Arrays.stream(type.getEnumConstants())
                        .anyMatch(constant -> constant.toString().equals(node.stringValue()));
        require(known, here, "one of " + values + ", and is " + node);
    }

    private void require(boolean holds, JsonPointer here, String wanted) {
        if (!holds) fault(here, "must be " + wanted);
    }

    private void fault(JsonPointer here, String problem) {
        // What is missing has no place of its own: the object that lacks it has.
        JsonPointer known = here;
        while (!places.containsKey(known.toString()) && !known.matches()) known = known.head();
        faults.add(at(places.get(known.toString())) + path(here) + " " + problem + ".");
    }

    private static String at(@Nullable TokenStreamLocation place) {
        return place == null || place.getLineNr() < 1
                ? ""
                : "Line " + place.getLineNr() + ", column " + place.getColumnNr() + ": ";
    }

    private static String path(JsonPointer pointer) {
        StringBuilder path = new StringBuilder();
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            if (rest.mayMatchElement())
                path.append('[').append(rest.getMatchingIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(rest.getMatchingProperty());
        }
        return path.isEmpty() ? "The document" : path.toString();
    }
}
