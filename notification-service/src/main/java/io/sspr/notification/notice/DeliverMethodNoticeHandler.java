package io.sspr.notification.notice;

import io.sspr.contract.internal.DeliverMethodNotice;
import io.sspr.contract.secret.Visit;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Origin;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import io.sspr.notification.template.Place;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells what registration-service asks to tell, and from where; of its events that go with it nothing is told. */
@Component
class DeliverMethodNoticeHandler implements Handler<DeliverMethodNotice, News> {

    private final Notices notices;

    DeliverMethodNoticeHandler(Notices notices) {
        this.notices = notices;
    }

    @Override
    public Class<DeliverMethodNotice> handles() {
        return DeliverMethodNotice.class;
    }

    @Override
    public Prepared<News> prepare(Received<DeliverMethodNotice> received) {
        Place place = Place.of(received.secret(Visit.class).origin()).orElse(null);
        return Prepared.facts(NewsDecider.of(received.message(), place));
    }

    @Override
    public List<String> locks(Received<DeliverMethodNotice> received, News news) {
        return List.of("account:" + news.account());
    }

    @Override
    public void handle(Received<DeliverMethodNotice> received, News news, Work work) {
        notices.tell(news, Origin.of(received), work);
    }
}
