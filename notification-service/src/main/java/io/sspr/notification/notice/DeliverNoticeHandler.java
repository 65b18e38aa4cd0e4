package io.sspr.notification.notice;

import io.sspr.contract.internal.DeliverNotice;
import io.sspr.contract.secret.Visit;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Origin;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.notification.template.Place;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells what reset-service asks to tell, and from where; of its events that go with it nothing is told. */
@Component
class DeliverNoticeHandler implements Handler<DeliverNotice, News> {

    private final Notices notices;
    private final Administrators administrators;

    DeliverNoticeHandler(Notices notices, Administrators administrators) {
        this.notices = notices;
        this.administrators = administrators;
    }

    @Override
    public Class<DeliverNotice> handles() {
        return DeliverNotice.class;
    }

    @Override
    public Prepared<News> prepare(Received<DeliverNotice> received) {
        Place place = Place.of(received.secret(Visit.class).origin()).orElse(null);
        return Prepared.facts(NewsDecider.of(received.message(), place));
    }

    @Override
    public List<String> locks(Received<DeliverNotice> received, News news) {
        return List.of("account:" + news.account());
    }

    @Override
    public void handle(Received<DeliverNotice> received, News news, Work work) {
        notices.tell(news, Origin.of(received), work);
        administrators.tell(news, received.message().happenedAt(), Origin.of(received), work);
    }
}
