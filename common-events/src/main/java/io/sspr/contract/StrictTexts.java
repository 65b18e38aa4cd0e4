package io.sspr.contract;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Ids and times have one form of text each on the wire; Jackson alone would take numbers and base64 for them too. */
final class StrictTexts {

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    /** RFC 3339: a four-digit year and, here, no more than nine digits after the point. */
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    private StrictTexts() {}

    static SimpleModule module() {
        return new SimpleModule("strict texts")
                .addDeserializer(UUID.class, new Reader<>(UUID.class, StrictTexts::uuid))
                .addDeserializer(Instant.class, new Reader<>(Instant.class, StrictTexts::time));
    }

    /** The time of an RFC 3339 text; null if it is none. */
    static @Nullable Instant time(String text) {
        try {
            return TIME.matcher(text).matches() ? Instant.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable UUID uuid(String text) {
        return UUID_TEXT.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    private static final class Reader<T> extends StdScalarDeserializer<T> {

        private final Function<String, @Nullable T> form;

        Reader(Class<T> type, Function<String, @Nullable T> form) {
            super(type);
            this.form = form;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            T value = parser.hasToken(JsonToken.VALUE_STRING) ? form.apply(parser.getString()) : null;
            return value == null ? context.reportInputMismatch(this, "not the text of one") : value;
        }
    }
}
