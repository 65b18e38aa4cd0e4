package io.sspr.notification.notice;

import io.sspr.contract.event.Event;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Origin;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.notification.template.Occasion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Tells what is to be told of one type of event. */
final class NoticeHandler<E extends Event> implements Handler<E, Optional<News>> {

    private final Class<E> type;
    private final BiFunction<E, Instant, Optional<News>> decider;
    private final Notices notices;
    private final Administrators administrators;

    NoticeHandler(
            Class<E> type,
            BiFunction<E, Instant, Optional<News>> decider,
            Notices notices,
            Administrators administrators) {
        this.type = type;
        this.decider = decider;
        this.notices = notices;
        this.administrators = administrators;
    }

    @Override
    public Class<E> handles() {
        return type;
    }

    @Override
    public Prepared<Optional<News>> prepare(Received<E> received) {
        return Prepared.facts(
                decider.apply(received.message(), received.envelope().time()));
    }

    @Override
    public List<String> locks(Received<E> received, Optional<News> news) {
        String account = "account:" + received.message().subject();
        return news.filter(told -> told.administrators() == Occasion.HELP_WANTED)
                .map(told -> List.of(account, Administrators.LOCK))
                .orElse(List.of(account));
    }

    @Override
    public void handle(Received<E> received, Optional<News> news, Work work) {
        if (news.isEmpty()) return;
        notices.tell(news.get(), Origin.of(received), work);
        administrators.tell(news.get(), received.envelope().time(), Origin.of(received), work);
    }
}
