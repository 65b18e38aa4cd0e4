package io.sspr.notification.contact;

/** Who an account belongs to, as provisioning says. */
public record Person(String login, String organisationId) {
    @Override
    public String toString() {
        return "Person[hidden]";
    }
}
