package io.sspr.notification.delivery;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that there is trouble and once that it is over, however many deliveries wait for it. */
final class TroubleReport {

    private static final Logger log = LoggerFactory.getLogger(TroubleReport.class);

    private final String whose;
    private final AtomicBoolean inTrouble = new AtomicBoolean();

    TroubleReport(String whose) {
        this.whose = whose;
    }

    void saw(boolean trouble, int code) {
        if (inTrouble.getAndSet(trouble) == trouble) return;
        if (trouble) log.warn("The {} takes nothing now (reply code {}); it will be retried", whose, code);
        else log.info("The {} takes messages again", whose);
    }
}
