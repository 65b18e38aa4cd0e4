package io.sspr.notification.delivery;

import io.sspr.notification.template.Place;
import org.jspecify.annotations.Nullable;

/**
 * The part of a delivery that is encrypted at rest and gone when the delivery has ended.
 *
 * @param address absent where it is awaited, or where nobody is to be told
 * @param code of a code
 * @param place that a notice names
 */
record Letter(
        @Nullable String address,
        @Nullable String code,
        @Nullable Place place) {
    @Override
    public String toString() {
        return "Letter[hidden]";
    }
}
