package io.sspr.quickstart;

import io.sspr.contract.Client;
import io.sspr.contract.MessageType;
import io.sspr.quickstart.mail.MailCatcher;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a service is configured with, in this JVM or as a process of its own. */
public final class ServiceProperties {

    /** Of no system: what leads there is for tests to read. */
    private static final URI ELSEWHERE = URI.create("https://reset.example.org");

    private ServiceProperties() {}

    /** Spring's properties for a service in these surroundings, with the sample clients. */
    public static Map<String, String> of(Surroundings surroundings) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", Integer.toString(surroundings.healthPort()));
        properties.put("spring.kafka.bootstrap-servers", surroundings.bootstrapServers());
        properties.put("spring.datasource.url", surroundings.database().url());
        properties.put("spring.datasource.username", surroundings.database().user());
        properties.put("spring.datasource.password", surroundings.database().password());
        properties.put("spring.mail.host", "127.0.0.1");
        properties.put("spring.mail.port", Integer.toString(surroundings.smtpPort()));
        properties.put("sspr.notification.organisation", "Example Organisation");
        properties.put("sspr.notification.from", "no-reply@example.org");
        properties.put("sspr.notification.helpdesk", "help@example.org");
        properties.put(
                "sspr.policy.initial",
                SamplePolicy.at(surroundings.secrets().resolveSibling("policy.json"))
                        .toString());
        properties.put(
                "sspr.notification.page",
                Objects.requireNonNullElse(surroundings.page(), ELSEWHERE).toString());
        texts(surroundings.mailPort(), properties);
        properties.put("sspr.secrets", surroundings.secrets().toString());
        for (Client client : SampleClients.ALL)
            properties.put("sspr.clients." + client.name() + ".requests", requests(client));
        return properties;
    }

    /** To the mail catcher, which takes them too. */
    private static void texts(int mailPort, Map<String, String> properties) {
        properties.put("sspr.notification.sms.base-url", "http://127.0.0.1:" + mailPort);
        properties.put("sspr.notification.sms.account-sid", MailCatcher.TEXT_ACCOUNT);
        properties.put("sspr.notification.sms.auth-token", MailCatcher.TEXT_TOKEN);
        properties.put("sspr.notification.sms.from", "Example");
        properties.put("sspr.notification.sms.countries", "+386,+43,+39,+385,+49,+44,+1");
    }

    private static String requests(Client client) {
        return client.requests().stream().map(MessageType::wireName).sorted().collect(Collectors.joining(","));
    }
}
