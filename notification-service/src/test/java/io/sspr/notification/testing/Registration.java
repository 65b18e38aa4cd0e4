package io.sspr.notification.testing;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.MethodLocked;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.internal.DeliverCode;
import io.sspr.contract.internal.DeliverNotice;
import io.sspr.contract.internal.Notice;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.CodeLetter;
import io.sspr.contract.secret.ContactAddress;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.Secret;
import io.sspr.contract.secret.Visit;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.MethodStatus;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.testing.RunningKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Says what registration-service and reset-service say. */
public final class Registration {

    private static final String SELF = Service.REGISTRATION.principal();
    private static final String READER = Service.NOTIFICATION.principal();

    private Registration() {}

    public static UUID account(String locale) {
        return account(locale, false);
    }

    /** One whose login and organisation's id can be told from its id. */
    public static UUID account(String locale, boolean administrator) {
        UUID id = UUID.randomUUID();
        tell(id, Topics.ACCOUNTS, new Account(id, "o-" + id, "ana." + id, "ana." + id, locale, administrator));
        return id;
    }

    public static void isNoAdministratorAnyMore(UUID id) {
        tell(id, Topics.ACCOUNTS, new Account(id, "o-" + id, "ana." + id, "ana." + id, "en", false));
    }

    /** The rules in force from now on. */
    static void policy(Policy policy) {
        tell(UUID.randomUUID(), Topics.POLICY, policy);
    }

    /** A verified method with that address; its id. */
    public static UUID method(UUID account, String address) {
        UUID id = UUID.randomUUID();
        method(id, account, address, MethodStatus.VERIFIED);
        return id;
    }

    public static void method(UUID id, UUID account, @Nullable String address, MethodStatus status) {
        boolean isPhone = address != null && address.startsWith("+");
        method(id, account, isPhone ? MethodKind.SMS : MethodKind.EMAIL, address, status);
    }

    public static void method(UUID id, UUID account, MethodKind kind, @Nullable String address, MethodStatus status) {
        method(id, account, kind, address, status, null);
    }

    /** One that the organisation has on file, at that place. */
    public static void imported(UUID id, UUID account, String address, int rank) {
        method(id, account, MethodKind.EMAIL, address, MethodStatus.IMPORTED, rank);
    }

    private static void method(
            UUID id,
            UUID account,
            MethodKind kind,
            @Nullable String address,
            MethodStatus status,
            @Nullable Integer rank) {
        UUID message = UUID.randomUUID();
        Sealed sealed = address == null ? null : seal(new ContactAddress(address), MessageType.METHOD, message);
        Method method = new Method(id, account, kind, status, sealed, rank);
        send(Topics.METHODS, id, envelope(message, null, null, method));
    }

    /** A code that lives for ten minutes; the id of the delivery. */
    public static UUID code(UUID account, @Nullable String address, String code) {
        return code(account, address, code, Duration.ofMinutes(10));
    }

    public static UUID code(UUID account, @Nullable String address, String code, Duration life) {
        return code(MethodKind.EMAIL, account, address, code, life);
    }

    /** The same by text message. */
    public static UUID textCode(UUID account, @Nullable String number, String code, Duration life) {
        return code(MethodKind.SMS, account, number, code, life);
    }

    public static UUID code(MethodKind kind, UUID account, @Nullable String address, String code, Duration life) {
        UUID delivery = UUID.randomUUID();
        code(kind, Purpose.RESET, delivery, verification(delivery), account, address, code, life);
        return delivery;
    }

    /** One that an administrator arranged. */
    public static UUID administratorsCode(MethodKind kind, UUID account, String address, String code) {
        UUID delivery = UUID.randomUUID();
        Duration life = Duration.ofMinutes(10);
        code(kind, Purpose.ADMINISTRATOR_RESET, delivery, verification(delivery), account, address, code, life);
        return delivery;
    }

    /** A newer code of the verification that an earlier one was for. */
    public static UUID resentCode(UUID earlier, UUID account, String address, String code) {
        UUID delivery = UUID.randomUUID();
        Duration life = Duration.ofMinutes(10);
        code(MethodKind.EMAIL, Purpose.RESET, delivery, verification(earlier), account, address, code, life);
        return delivery;
    }

    private static void code(
            MethodKind kind,
            Purpose purpose,
            UUID delivery,
            UUID verification,
            UUID account,
            @Nullable String address,
            String code,
            Duration life) {
        UUID message = message(delivery);
        DeliverCode deliver = new DeliverCode(
                delivery,
                verification,
                account,
                kind,
                purpose,
                "portal",
                "en",
                Instant.now().plus(life),
                seal(new CodeLetter(address, code), MessageType.DELIVER_CODE, message));
        send(Topics.internal(Service.NOTIFICATION), account, envelope(message, null, request(delivery), deliver));
    }

    /** The verification that a code is for. */
    public static UUID verification(UUID delivery) {
        return UUID.nameUUIDFromBytes(("verification " + delivery).getBytes(StandardCharsets.UTF_8));
    }

    /** The client's request that a code comes from. */
    public static UUID request(UUID delivery) {
        return UUID.nameUUIDFromBytes(("request " + delivery).getBytes(StandardCharsets.UTF_8));
    }

    /** The message that asks for a code. */
    public static UUID message(UUID delivery) {
        return UUID.nameUUIDFromBytes(("message " + delivery).getBytes(StandardCharsets.UTF_8));
    }

    /** A password was set: the event, and what reset-service asks to tell of it on the partition of that key. */
    public static void passwordChanged(UUID key, UUID account, Cause cause, Instant at) {
        tell(account, Topics.PASSWORD_EVENTS, new PasswordChanged(account, 2, cause, null, false, at, at));
        if (cause == Cause.IMPORTED) return;
        UUID message = UUID.randomUUID();
        notice(key, message, new DeliverNotice(account, notice(cause), at, null, from(null, message)));
    }

    private static Notice notice(Cause cause) {
        return switch (cause) {
            case RESET -> Notice.PASSWORD_RESET;
            case CHANGED -> Notice.PASSWORD_CHANGED;
            case ADMINISTRATOR -> Notice.PASSWORD_RESET_ARRANGED;
            case IMPORTED -> throw new IllegalArgumentException("of which no notice is asked for");
        };
    }

    /** Something that reset-service asks to tell, from there. */
    public static void notice(UUID account, Notice notice, @Nullable Origin origin) {
        UUID message = UUID.randomUUID();
        Instant until = notice == Notice.SIGN_IN_LOCKED ? Instant.now().plusSeconds(60) : null;
        notice(account, message, new DeliverNotice(account, notice, Instant.now(), until, from(origin, message)));
    }

    private static void notice(UUID key, UUID id, DeliverNotice notice) {
        send(Topics.NOTICES, key, envelope(Service.RESET.principal(), id, notice.accountId(), null, notice));
    }

    private static Sealed from(@Nullable Origin origin, UUID message) {
        return seal(Service.RESET.principal(), new Visit(origin), MessageType.DELIVER_NOTICE, message);
    }

    /** A reset in a record that says everywhere where its writer would like links to lead. */
    public static void passwordChangedBySomebodyElsesHost(UUID account, String host) {
        UUID id = UUID.randomUUID();
        Origin origin = new Origin(host, "https://" + host);
        DeliverNotice notice = new DeliverNotice(account, Notice.PASSWORD_RESET, Instant.now(), null, from(origin, id));
        Envelope<Message> envelope = envelope(Service.RESET.principal(), id, account, null, notice);
        String value = new String(MessageCodec.value(envelope), StandardCharsets.UTF_8);
        String more =
                "{\"host\":\"" + host + "\",\"page\":\"https://" + host + "\",\"replyUrl\":\"https://" + host + "\",";
        ProducerRecord<byte[], byte[]> sent = record(
                Topics.NOTICES,
                account,
                envelope,
                value.replaceFirst("^\\{", more).getBytes(StandardCharsets.UTF_8));
        for (String header : List.of("host", "x-forwarded-host", "ce_host", "forwarded"))
            sent.headers().add(header, host.getBytes(StandardCharsets.UTF_8));
        RunningKafka.send(sent);
    }

    public static void methodRegistered(UUID account, UUID method, MethodKind kind) {
        event(new MethodRegistered(method, account, kind, null));
    }

    public static void methodLocked(UUID account, UUID method, MethodKind kind) {
        event(new MethodLocked(method, account, kind));
    }

    /** Something else that happened to an account: the event, and the notice that is asked for beside it, if one is. */
    public static void event(Event event) {
        event(event, null);
    }

    /** The same from there. */
    public static void event(Event event, @Nullable Origin origin) {
        bareEvent(event);
        UUID message = UUID.randomUUID();
        Sealed from = seal(new Visit(origin), MessageType.DELIVER_METHOD_NOTICE, message);
        MethodNotices.of(event, Instant.now(), from)
                .ifPresent(notice -> send(
                        Topics.internal(Service.NOTIFICATION),
                        notice.accountId(),
                        envelope(message, notice.accountId(), null, notice)));
    }

    /** The event alone. */
    public static void bareEvent(Event event) {
        tell(event.subject(), Topics.events(Service.REGISTRATION), event);
    }

    /** Something that happened to an account, at reset-service. */
    public static void resetEvent(Event event) {
        String topic = MessageType.of(event).topic().orElseThrow();
        tell(event.subject(), topic, event);
    }

    private static void tell(UUID key, String topic, Message message) {
        send(topic, key, envelope(UUID.randomUUID(), key, null, message));
    }

    private static Sealed seal(Secret secret, MessageType type, UUID message) {
        return seal(SELF, secret, type, message);
    }

    private static Sealed seal(String writer, Secret secret, MessageType type, UUID message) {
        return RunningService.keys()
                .pairwise(writer, READER)
                .seal(
                        ContractJson.write(secret),
                        new SealContext(READER, type.wireName(), message, null),
                        Instant.now());
    }

    private static Envelope<Message> envelope(
            UUID id, @Nullable UUID subject, @Nullable UUID correlation, Message message) {
        return envelope(SELF, id, subject, correlation, message);
    }

    private static Envelope<Message> envelope(
            String writer, UUID id, @Nullable UUID subject, @Nullable UUID correlation, Message message) {
        String about = subject == null ? null : subject.toString();
        return new Envelope<>(id, writer, Instant.now(), about, null, null, correlation, null, null, message);
    }

    private static void send(String topic, UUID key, Envelope<Message> envelope) {
        // Starts it, if it has not: it makes the topics.
        RunningService.first();
        RunningKafka.send(record(topic, key, envelope, MessageCodec.value(envelope)));
    }

    private static ProducerRecord<byte[], byte[]> record(
            String topic, UUID key, Envelope<Message> envelope, byte[] value) {
        ProducerRecord<byte[], byte[]> sent =
                new ProducerRecord<>(topic, key.toString().getBytes(StandardCharsets.UTF_8), value);
        MessageCodec.headers(envelope)
                .forEach((name, text) -> sent.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return sent;
    }
}
