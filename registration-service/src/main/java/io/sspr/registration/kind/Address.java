package io.sspr.registration.kind;

/**
 * Where a person can be reached.
 *
 * @param text as it is stored and sent to
 * @param comparable equal for what is the same place
 */
public record Address(String text, String comparable) {

    @Override
    public String toString() {
        return "Address[hidden]";
    }
}
