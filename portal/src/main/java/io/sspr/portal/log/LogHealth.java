package io.sspr.portal.log;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down when replies are read no more: a balancer then sends people to another instance. */
final class LogHealth extends AbstractHealthIndicator {

    private final Replies replies;

    LogHealth(Replies replies) {
        this.replies = replies;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        if (replies.fault().isPresent()) builder.down();
        else builder.up();
    }
}
