package io.sspr.notification.sms;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gateway for text messages, in the shape of Twilio's REST API: {@code sspr.notification.sms.*}. Without
 * {@code base-url} no text message is sent.
 *
 * @param baseUrl such as {@code https://api.twilio.com}; http only on the loopback interface
 * @param accountSid who we are to the gateway
 * @param authToken our password there
 * @param from the number or name that texts come from, or the id of a messaging service ({@code MG...})
 * @param countries where texts may go, such as {@code +386,+43}: codes of countries, none of them by default (ATK-08)
 * @param connectTimeout how long a connection may take
 * @param timeout how long an answer may take
 * @param reportWithin how long after it took a message the gateway is asked what became of it
 */
@ConfigurationProperties("sspr.notification.sms")
public record SmsProperties(
        @Nullable URI baseUrl,
        @DefaultValue("") String accountSid,
        @DefaultValue("") String authToken,
        @DefaultValue("") String from,
        @DefaultValue List<String> countries,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("10m") Duration reportWithin) {

    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9]{1,64}");
    private static final Pattern COUNTRY = Pattern.compile("\\+[1-9][0-9]{0,3}");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Refuses half a gateway. */
    public SmsProperties {
        countries = List.copyOf(new TreeSet<>(countries));
        if (baseUrl != null) {
            must(isSafe(baseUrl), "base-url must be an https address, or http on the loopback interface");
            must(ACCOUNT.matcher(accountSid).matches(), "account-sid must be letters and digits");
            must(!authToken.isBlank(), "auth-token must be set");
            must(!from.isBlank() && from.chars().noneMatch(Character::isISOControl), "from must be set");
            must(!countries.isEmpty(), "countries must be set, such as +386");
        }
        for (String country : countries)
            must(COUNTRY.matcher(country).matches(), "countries must be codes such as +386");
        within("connect-timeout", connectTimeout, Duration.ofMillis(100), Duration.ofMinutes(1));
        within("timeout", timeout, Duration.ofMillis(100), Duration.ofMinutes(1));
        within("report-within", reportWithin, Duration.ofSeconds(1), Duration.ofHours(4));
    }

    private static boolean isSafe(URI address) {
        String host = address.getHost();
        return host != null
                && address.getUserInfo() == null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && LOOPBACK.contains(host)));
    }

    private static void within(String name, Duration value, Duration least, Duration most) {
        must(value.compareTo(least) >= 0 && value.compareTo(most) <= 0, name + " must be " + least + " to " + most);
    }

    private static void must(boolean holds, String sentence) {
        if (!holds) throw new IllegalArgumentException("sspr.notification.sms." + sentence);
    }

    /** Whether there is a gateway. */
    public boolean isConfigured() {
        return baseUrl != null;
    }

    @Override
    public String toString() {
        return "SmsProperties[" + baseUrl + ", " + countries + "]";
    }
}
