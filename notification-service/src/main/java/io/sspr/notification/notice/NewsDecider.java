package io.sspr.notification.notice;

import io.sspr.contract.MethodKind;
import io.sspr.contract.event.AdministratorContacted;
import io.sspr.contract.event.AdministratorResetStarted;
import io.sspr.contract.event.MethodLocked;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.event.MethodRemoved;
import io.sspr.contract.event.RecoveryCodeUsed;
import io.sspr.contract.event.RecoveryCodesIssued;
import io.sspr.contract.event.Removal;
import io.sspr.contract.event.ReregistrationRequired;
import io.sspr.contract.internal.DeliverNotice;
import io.sspr.contract.internal.Notice;
import io.sspr.notification.notice.News.Concerned;
import io.sspr.notification.template.Content;
import io.sspr.notification.template.Occasion;
import io.sspr.notification.template.Place;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is told of which event, and in which words. */
final class NewsDecider {

    private NewsDecider() {}

    /** What reset-service asks to tell; without a place the notice names none. */
    static News of(DeliverNotice asked, @Nullable Place place) {
        Occasion occasion = occasion(asked.notice());
        News news = News.of(
                asked.accountId(), new Content.Notice(occasion, null, asked.happenedAt(), asked.until(), null, place));
        return switch (asked.notice()) {
            case PASSWORD_RESET, PASSWORD_RESET_ARRANGED -> news.alsoToAdministrators(Occasion.TOLD_PASSWORD_RESET);
            case RESET_DISPUTED -> news.alsoToAdministrators(Occasion.TOLD_RESET_DISPUTED);
            case PASSWORD_CHANGED, SIGN_IN_LOCKED, ACCOUNT_UNLOCKED -> news;
        };
    }

    private static Occasion occasion(Notice notice) {
        return switch (notice) {
            case PASSWORD_RESET -> Occasion.PASSWORD_RESET;
            case PASSWORD_CHANGED -> Occasion.PASSWORD_CHANGED;
            case PASSWORD_RESET_ARRANGED -> Occasion.PASSWORD_RESET_ARRANGED;
            case SIGN_IN_LOCKED -> Occasion.SIGN_IN_LOCKED;
            case ACCOUNT_UNLOCKED -> Occasion.ACCOUNT_UNLOCKED;
            case RESET_DISPUTED -> Occasion.RESET_DISPUTED;
        };
    }

    static Optional<News> of(AdministratorResetStarted event, Instant at) {
        return Optional.of(News.of(event.accountId(), new Content.Notice(Occasion.RESET_ARRANGED, null, at)));
    }

    /** Of recovery codes RecoveryCodesIssued tells, and better. */
    static Optional<News> of(MethodRegistered event, Instant at) {
        if (event.kind() == MethodKind.RECOVERY_CODE) return Optional.empty();
        Content.Notice notice =
                new Content.Notice(Occasion.METHOD_REGISTERED, event.kind(), at, event.usableFrom(), null);
        return Optional.of(News.of(event.accountId(), notice)
                .with(new Concerned(event.methodId(), event.kind(), event.usableFrom() == null)));
    }

    /** What an administrator removed ReregistrationRequired tells of, once for all. */
    static Optional<News> of(MethodRemoved event, Instant at) {
        if (event.cause() == Removal.ADMINISTRATOR) return Optional.empty();
        Content.Notice notice = new Content.Notice(Occasion.METHOD_REMOVED, event.kind(), at);
        return Optional.of(
                News.of(event.accountId(), notice).with(new Concerned(event.methodId(), event.kind(), false)));
    }

    static Optional<News> of(MethodLocked event, Instant at) {
        return Optional.of(News.of(event.accountId(), new Content.Notice(Occasion.METHOD_LOCKED, event.kind(), at)));
    }

    static Optional<News> of(RecoveryCodesIssued event, Instant at) {
        Occasion occasion = event.replacement() ? Occasion.RECOVERY_CODE_REPLACED : Occasion.RECOVERY_CODES_ISSUED;
        return Optional.of(News.of(event.accountId(), new Content.Notice(occasion, null, at, null, event.codesLeft())));
    }

    static Optional<News> of(RecoveryCodeUsed event, Instant at) {
        return Optional.of(News.of(
                event.accountId(), new Content.Notice(Occasion.RECOVERY_CODE_USED, null, at, null, event.codesLeft())));
    }

    static Optional<News> of(ReregistrationRequired event, Instant at) {
        return Optional.of(News.of(event.accountId(), new Content.Notice(Occasion.REREGISTRATION_REQUIRED, null, at))
                .alsoToRemoved());
    }

    /** Whoever asks has not proven who they are, so the account's owner is told nothing that reads like an attack. */
    static Optional<News> of(AdministratorContacted event) {
        return Optional.of(new News(event.accountId(), null, News.Reach.CURRENT, null, Occasion.HELP_WANTED));
    }
}
