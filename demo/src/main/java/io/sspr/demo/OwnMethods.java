package io.sspr.demo;

import io.sspr.client.Asked;
import io.sspr.client.Flow;
import io.sspr.client.FrontEnd;
import io.sspr.client.Person;
import io.sspr.client.ReplyKey;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.reply.MethodsShown;
import io.sspr.contract.request.ChooseDefaultMethod;
import io.sspr.contract.request.ConfirmMethods;
import io.sspr.contract.request.RemoveMethod;
import io.sspr.contract.request.ShowMethods;
import io.sspr.contract.request.StepUp;
import io.sspr.contract.secret.MethodChoice;
import io.sspr.contract.secret.MethodEntry;
import io.sspr.contract.secret.MethodView;
import io.sspr.contract.secret.ReplyKeyEntry;
import io.sspr.contract.secret.Visit;
import java.util.List;
import java.util.UUID;

/** How somebody who is signed in looks after their own methods. */
public final class OwnMethods {

    private final FrontEnd frontEnd;
    private final Person person;

    /** Of that person, through that front end. */
    public OwnMethods(FrontEnd frontEnd, Person person) {
        this.frontEnd = frontEnd;
        this.person = person;
    }

    /** All of them. */
    public List<MethodView> all() {
        ReplyKey key = ReplyKey.generate();
        Asked asked = frontEnd.ask(
                MessageType.SHOW_METHODS,
                null,
                new ReplyKeyEntry(key.publicJwk(), frontEnd.origin()),
                ShowMethods::new,
                person);
        return key.open(asked.reply(MethodsShown.class), frontEnd.client(), asked.id())
                .methods();
    }

    /** Starts to register a mobile phone; a code goes there. */
    public Asked registerPhone(Flow flow, String number) {
        return frontEnd.registerMethod(person, flow, MethodKind.SMS, new MethodEntry(number, null, frontEnd.origin()));
    }

    /** Asks for a set of recovery codes; they come back sealed to the key. */
    public Asked registerRecoveryCodes(Flow flow, ReplyKey key) {
        MethodEntry entry = new MethodEntry(null, key.publicJwk(), frontEnd.origin());
        return frontEnd.registerMethod(person, flow, MethodKind.RECOVERY_CODE, entry);
    }

    /** Begins to prove one more method within this sign-in. */
    public Asked stepUp(Flow flow, MethodKind kind) {
        return frontEnd.ask(
                MessageType.STEP_UP,
                flow,
                new Visit(frontEnd.origin()),
                seal -> new StepUp(flow.id(), flow.secret().hash(), kind, seal),
                person);
    }

    /** Removes one. */
    public Asked remove(UUID methodId) {
        MethodChoice choice = new MethodChoice(methodId, frontEnd.origin());
        return frontEnd.ask(MessageType.REMOVE_METHOD, null, choice, RemoveMethod::new, person);
    }

    /** Lets codes of its kind go to that one. */
    public Asked prefer(UUID methodId) {
        MethodChoice choice = new MethodChoice(methodId, frontEnd.origin());
        return frontEnd.ask(MessageType.CHOOSE_DEFAULT_METHOD, null, choice, ChooseDefaultMethod::new, person);
    }

    /** Says that they are right. */
    public Asked confirm() {
        return frontEnd.ask(
                MessageType.CONFIRM_METHODS, null, new Visit(frontEnd.origin()), ConfirmMethods::new, person);
    }
}
