package io.sspr.notification.delivery;

import io.sspr.contract.Service;
import io.sspr.contract.policy.HelpRules;
import io.sspr.contract.seal.Disputes;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.notification.contact.Address;
import io.sspr.notification.contact.People;
import io.sspr.notification.policy.Policies;
import io.sspr.notification.template.Added;
import io.sspr.notification.template.Occasion;
import io.sspr.notification.template.WordingProperties;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes what is added to a notice when it is sent. The link leads to the configured page and nowhere else, whatever a
 * message says (ATK-01), and has its token in the fragment, which is sent to no server: whoever opens it, a person or a
 * scanner of mails, has used nothing up (ATK-03).
 */
@Component
class Additions {

    private final Disputes disputes;
    private final People people;
    private final Policies policies;
    private final @Nullable String origin;
    private final Clock clock;

    Additions(KeyMaterial keys, People people, Policies policies, WordingProperties wording, Clock clock) {
        this.disputes = keys.disputes(Service.NOTIFICATION.principal(), Service.RESET.principal());
        this.people = people;
        this.policies = policies;
        this.origin = wording.origin();
        this.clock = clock;
    }

    /** For that delivery; empty if whose account it is has not come yet. */
    Optional<Added> to(Delivery delivery) {
        UUID account = delivery.accountId();
        Occasion occasion = delivery.occasion();
        if (occasion.isForAdministrators())
            return people.of(account).map(person -> Added.account(person.login(), person.organisationId()));
        if (occasion == Occasion.RESET_REFUSED) return Optional.of(help(policies.help()));
        if (!occasion.canBeDisputed()) return Optional.of(Added.NOTHING);
        Instant now = clock.instant();
        String link = origin == null ? null : origin + "/not-me#" + disputes.token(account, now);
        return Optional.of(Added.dispute(link, disputes.code(account, now)));
    }

    /** What a policy says must not lead anybody where nothing is encrypted, nor keep the mail from being sent. */
    private static Added help(HelpRules rules) {
        String mail = Optional.ofNullable(rules.mail())
                .filter(address -> Address.parse(address).isPresent())
                .orElse(null);
        String link =
                Optional.ofNullable(rules.link()).filter(Additions::isSafe).orElse(null);
        return Added.help(mail, link);
    }

    private static boolean isSafe(String link) {
        try {
            URI address = new URI(link);
            return "https".equals(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
