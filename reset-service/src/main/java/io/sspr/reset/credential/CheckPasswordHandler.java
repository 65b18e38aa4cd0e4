package io.sspr.reset.credential;

import io.sspr.contract.reply.PasswordChecked;
import io.sspr.contract.request.CheckPassword;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import java.util.List;
import org.springframework.stereotype.Component;

/** Stands in for the handler that checks passwords, without which the service does not start. */
@Component
class CheckPasswordHandler implements Handler<CheckPassword, CheckPassword> {

    @Override
    public Class<CheckPassword> handles() {
        return CheckPassword.class;
    }

    @Override
    public Prepared<CheckPassword> prepare(Received<CheckPassword> message) {
        return Prepared.facts(message.message());
    }

    @Override
    public List<String> locks(Received<CheckPassword> message, CheckPassword request) {
        return List.of();
    }

    @Override
    public void handle(Received<CheckPassword> message, CheckPassword request, Work work) {
        work.reply(new PasswordChecked(List.of()));
    }
}
