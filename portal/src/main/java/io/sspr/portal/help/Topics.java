package io.sspr.portal.help;

import io.sspr.contract.advice.Advice;
import io.sspr.contract.advice.CommonProblem;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.portal.help.Topic.Answer;
import io.sspr.portal.help.Topic.Link;
import io.sspr.portal.web.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All questions, in the language of the page; what the services' tools say of a problem is said here in the same words. */
@Component
class Topics {

    private final Texts texts;

    Topics(Texts texts) {
        this.texts = texts;
    }

    List<Topic> all() {
        Advice advice = Advice.in(texts.language());
        return List.of(codes(advice), who(advice), phone(), password(advice), page(), administrator(), notMe());
    }

    private Topic codes(Advice advice) {
        return topic(
                "codes",
                answer("codes.mail", advice.person(CommonProblem.MAIL_NOT_ARRIVED), texts.of("help.codes.spam")),
                answer("codes.sms", advice.person(CommonProblem.TEXT_MESSAGE_NOT_ARRIVED)),
                told("codes.number", see("account")),
                answer("codes.app", advice.person(CommonProblem.APP_CODE_WRONG)),
                told("codes.typed", null),
                told("codes.nothing", null));
    }

    private Topic who(Advice advice) {
        return topic(
                "who",
                answer("who.login", advice.person(CommonProblem.LOGIN_NOT_KNOWN)),
                answer("who.none", advice.person(Ineligibility.NOT_REGISTERED)),
                answer("who.disabled", advice.person(Ineligibility.NOT_IN_SCOPE)),
                answer("who.elsewhere", advice.person(Ineligibility.PASSWORD_ELSEWHERE)),
                told("who.blocked", null),
                told("who.locked", see("unlock")),
                answer("who.frozen", advice.person(Ineligibility.FROZEN)));
    }

    private Topic phone() {
        return topic(
                "phone",
                told("phone.lost", see("reset")),
                told("phone.new", see("account")),
                told("phone.number", see("account")));
    }

    private Topic password(Advice advice) {
        return topic(
                "password",
                answer("password.refused", advice.person(CommonProblem.PASSWORD_EASILY_GUESSED)),
                answer("password.behind", advice.person(CommonProblem.OTHER_SYSTEM_BEHIND)),
                told("password.devices", see("change")));
    }

    private Topic page() {
        return topic(
                "page",
                told("page.expired", see("reset")),
                told("page.slow", null),
                told("page.cookies", null),
                told("page.real", null));
    }

    private Topic administrator() {
        return topic(
                "administrator",
                told("administrator.how", see("reset")),
                told("administrator.why", null),
                told("administrator.code", null));
    }

    private Topic notMe() {
        return topic(
                "not-me",
                told("not-me.what", see("not-me")),
                told("not-me.unsure", null),
                told("not-me.mistake", null));
    }

    private Topic topic(String id, Answer... answers) {
        return new Topic(id, texts.of("help.group." + id), List.of(answers));
    }

    private Answer answer(String key, String... paragraphs) {
        return new Answer(texts.of("help." + key), List.of(paragraphs), null);
    }

    private Answer told(String key, @Nullable Link next) {
        return new Answer(texts.of("help." + key), List.of(texts.of("help." + key + ".text")), next);
    }

    private Link see(String what) {
        String path = "change".equals(what) ? "/account/password" : "/" + what;
        return new Link(path, texts.of("help.see." + what));
    }
}
