package io.sspr.contract.seal;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The members of a signed JSON object, each required and of one type, else ParseException. */
record Claims(Map<String, Object> json) {

    String text(String name) throws ParseException {
        String text = JSONObjectUtils.getString(json, name);
        if (text == null) {
            throw missing(name);
        }
        return text;
    }

    List<String> texts(String name) throws ParseException {
        List<String> texts = JSONObjectUtils.getStringList(json, name);
        if (texts == null || texts.contains(null)) {
            throw missing(name);
        }
        return texts;
    }

    Map<String, Object> object(String name) throws ParseException {
        Map<String, Object> object = JSONObjectUtils.getJSONObject(json, name);
        if (object == null) {
            throw missing(name);
        }
        return object;
    }

    List<Map<String, Object>> objects(String name) throws ParseException {
        Map<String, Object>[] objects = JSONObjectUtils.getJSONObjectArray(json, name);
        if (objects == null || Arrays.asList(objects).contains(null)) {
            throw missing(name);
        }
        return List.of(objects);
    }

    UUID id(String name) throws ParseException {
        try {
            return UUID.fromString(text(name));
        } catch (IllegalArgumentException e) {
            throw missing(name);
        }
    }

    /** Whole seconds since 1970 (RFC 7519 section 2, NumericDate). */
    Instant second(String name) throws ParseException {
        try {
            return Instant.ofEpochSecond(JSONObjectUtils.getLong(json, name));
        } catch (DateTimeException e) {
            throw missing(name);
        }
    }

    private static ParseException missing(String name) {
        return new ParseException("No usable " + name, 0);
    }
}
