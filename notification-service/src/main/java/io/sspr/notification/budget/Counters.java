package io.sspr.notification.budget;

import io.sspr.contract.Purpose;
import io.sspr.contract.seal.AtRest;
import io.sspr.notification.contact.Channel;
import io.sspr.notification.contact.Destination;
import io.sspr.notification.contact.Phone;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Names what messages are counted under. */
@Component
public class Counters {

    private final AtRest atRest;

    Counters(AtRest atRest) {
        this.atRest = atRest;
    }

    /** Of a code to this destination for this account, asked for through that client. */
    public Spending code(Destination to, UUID account, String client, Purpose purpose) {
        // Any stranger can ask for resets until the budget is used up, and must not stop the administrator who helps.
        String whose = purpose == Purpose.ADMINISTRATOR_RESET ? "administrator/" : "";
        String prefix = to instanceof Phone phone ? phone.prefix() : "";
        String country = to instanceof Phone phone ? phone.country() : "";
        return new Spending(
                shares(whose, to.channel(), to.counted(), prefix, country, account.toString(), client),
                breaker("", to.channel(), country),
                country);
    }

    /** The same work for an account that nothing is sent to; it takes nothing from anybody else's budget. */
    public Spending decoy(Channel channel, UUID account, String client) {
        String nobody = account.toString();
        String whose = "nobody/";
        return new Spending(
                shares(whose, channel, nobody, nobody, nobody, nobody, client), breaker(whose, channel, nobody), "");
    }

    private List<Share> shares(
            String whose,
            Channel channel,
            String destination,
            String prefix,
            String country,
            String account,
            String client) {
        String kind = whose + channel + "/";
        List<Share> shares = new ArrayList<>();
        shares.add(share(kind + "destination", destination, Limit.DESTINATION));
        shares.add(share(kind + "account", account, Limit.ACCOUNT));
        shares.add(share(kind + "client", client, Limit.CLIENT));
        if (channel == Channel.MAIL) {
            shares.add(share(kind + "all", "codes", Limit.ALL_MAILS));
        } else {
            shares.add(share(kind + "all", "codes", Limit.ALL_TEXTS));
            shares.add(share(kind + "prefix", prefix, Limit.PREFIX));
            shares.add(share(kind + "country", country, Limit.COUNTRY));
        }
        return shares;
    }

    /** Of a notice by text message. */
    public Spending notice(Phone to) {
        return new Spending(
                List.of(
                        share("TEXT/notice", to.counted(), Limit.TEXT_NOTICES_TO_ONE),
                        share("TEXT/notices", "all", Limit.TEXT_NOTICES)),
                country(to),
                to.country());
    }

    /** Of a request for help. */
    public Spending help() {
        return new Spending(List.of(share("help", "all", Limit.HELP)), "", "");
    }

    /** What the breaker goes by. */
    public String country(Phone phone) {
        return breaker("", Channel.TEXT, phone.country());
    }

    private String breaker(String whose, Channel channel, String country) {
        return counter(whose + channel + "/breaker", country);
    }

    private Share share(String what, String whose, Limit limit) {
        return new Share(counter(what, whose), limit);
    }

    private String counter(String what, String whose) {
        byte[] hmac = atRest.hmac(whose.getBytes(StandardCharsets.UTF_8), "budget/" + what);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac);
    }
}
