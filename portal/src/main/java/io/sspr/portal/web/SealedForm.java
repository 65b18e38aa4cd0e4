package io.sspr.portal.web;

import io.sspr.contract.ContractJson;
import io.sspr.contract.MessageType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the script of a page needs to seal what is typed there to a service, so that we never see it; the attribute
 * {@code data-seal} of a form.
 *
 * @param typ wire name of the request
 * @param service whose key set it is sealed with
 * @param aud the same as the seal names it
 * @param mid id of the request
 * @param flow it belongs to
 * @param content what goes into the seal and is not typed
 * @param fields what is typed: property of the content, name of the field
 * @param keep fields that we are told as well
 */
public record SealedForm(
        String typ,
        String service,
        String aud,
        @Nullable UUID mid,
        @Nullable UUID flow,
        Map<String, Object> content,
        Map<String, String> fields,
        List<String> keep) {

    /** With a new id for the request. */
    public static SealedForm of(
            MessageType type, @Nullable UUID flow, Map<String, Object> content, Map<String, String> fields) {
        return of(type, UUID.randomUUID(), flow, content, fields, List.of());
    }

    /** With an id for the request that was made before. */
    public static SealedForm withId(
            MessageType type, UUID mid, Map<String, Object> content, Map<String, String> fields) {
        return of(type, mid, null, content, fields, List.of());
    }

    /** For a request that is made anew each time, with ids that the script makes. */
    public static SealedForm repeated(
            MessageType type, @Nullable UUID flow, Map<String, Object> content, Map<String, String> fields) {
        return of(type, null, flow, content, fields, List.of());
    }

    private static SealedForm of(
            MessageType type,
            @Nullable UUID mid,
            @Nullable UUID flow,
            Map<String, Object> content,
            Map<String, String> fields,
            List<String> keep) {
        return new SealedForm(
                type.wireName(),
                type.receiver().name().toLowerCase(Locale.ROOT),
                type.receiver().principal(),
                mid,
                flow,
                content,
                fields,
                keep);
    }

    /** The same, with fields that are sealed and told to us. */
    public SealedForm keeping(String... names) {
        return new SealedForm(typ, service, aud, mid, flow, content, fields, List.of(names));
    }

    /** As the attribute holds it. */
    public String json() {
        return new String(ContractJson.write(this), StandardCharsets.UTF_8);
    }

    /** Hides what is in the seal. */
    @Override
    public String toString() {
        return "SealedForm[" + typ + ", " + mid + "]";
    }
}
