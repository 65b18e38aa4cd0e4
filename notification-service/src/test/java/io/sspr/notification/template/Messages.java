package io.sspr.notification.template;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Everything that there is to say, and whoever says it. */
final class Messages {

    static final Instant ASKED = Instant.parse("2026-11-22T20:03:10Z");
    static final Instant UNTIL = Instant.parse("2026-11-22T20:13:10Z");
    static final String HELPDESK = "+386 1 555 01 23";
    static final String TOKEN = "eyJ0.eyJ1.c2ln";
    static final Brand BRAND = new Brand("Primer d.o.o.", HELPDESK, "reset.example.org", "#1f4e79", null, null);

    private static final String LONGEST_AGENT = "Samsung Internet on Android 16";
    private static final String LONGEST_NETWORK = "2001:0db8:1111::/48";
    private static final List<Place> PLACES = List.of(
            new Place("Firefox on Windows", "203.0.113.0/24"),
            new Place("Firefox", null),
            new Place(null, "203.0.113.0/24"),
            new Place(LONGEST_AGENT, LONGEST_NETWORK));

    private Messages() {}

    static MailTemplates mails(Brand brand) {
        return new MailTemplates(brand, Languages.of(null), Layout.of(null), ZoneOffset.UTC);
    }

    static TextTemplates texts(Brand brand) {
        return new TextTemplates(brand, Languages.of(null), ZoneOffset.UTC);
    }

    static Content code(Purpose purpose) {
        return new Content.Code(purpose, "12345678", ASKED, UNTIL);
    }

    static List<Content> codes() {
        List<Content> codes = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) codes.add(code(purpose));
        return codes;
    }

    /** What the owner of an account is told. */
    static List<Content> notices() {
        List<Content> notices = new ArrayList<>();
        for (Occasion occasion : Occasion.values())
            switch (occasion) {
                case CODE, TOLD_PASSWORD_RESET, TOLD_RESET_DISPUTED, HELP_WANTED -> {}
                case METHOD_REGISTERED, METHOD_REMOVED, METHOD_LOCKED -> {
                    for (MethodKind kind : MethodKind.values())
                        if (kind.isRegistered()
                                && (occasion != Occasion.METHOD_REGISTERED || kind != MethodKind.RECOVERY_CODE)) {
                            notices.add(new Content.Notice(occasion, kind, ASKED));
                            notices.add(new Content.Notice(occasion, kind, ASKED, UNTIL, null));
                        }
                }
                default -> {
                    notices.add(new Content.Notice(occasion, null, ASKED, UNTIL, 7));
                    for (Place place : PLACES) notices.add(new Content.Notice(occasion, null, ASKED, UNTIL, 7, place));
                }
            }
        return notices;
    }

    static List<Content> toAdministrators() {
        return List.of(
                new Content.Notice(Occasion.TOLD_PASSWORD_RESET, null, ASKED),
                new Content.Notice(Occasion.TOLD_RESET_DISPUTED, null, ASKED),
                new Content.Notice(Occasion.HELP_WANTED, null, ASKED));
    }

    static List<Content> everything() {
        List<Content> everything = new ArrayList<>(codes());
        everything.addAll(notices());
        everything.addAll(toAdministrators());
        return everything;
    }

    /** What is added to it when it is sent. */
    static Added added(Content content) {
        if (!(content instanceof Content.Notice notice)) return Added.NOTHING;
        if (notice.occasion().isForAdministrators()) return Added.account("ana", "o-17");
        return notice.occasion().canBeDisputed()
                ? Added.dispute("https://reset.example.org/not-me#" + TOKEN, "7KQ2M-04XTB")
                : Added.NOTHING;
    }
}
