package io.sspr.demo;

import io.sspr.client.Asked;
import io.sspr.client.Flow;
import io.sspr.client.FrontEnd;
import io.sspr.client.Person;
import io.sspr.client.ReplyKey;
import io.sspr.contract.MethodKind;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.CredentialImported;
import io.sspr.contract.reply.MethodRegistered;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.secret.InitialCredential;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Makes many people known and ready to reset, each step for all of a batch at once. */
final class Enlistment {

    private static final int BATCH = 25;

    /** Somebody half-way through. */
    private static final class Member {
        final SamplePerson person;
        final Person session;
        final ReplyKey key = ReplyKey.generate();
        Flow flow = Flow.begin();

        Member(SamplePerson person, Person session) {
            this.person = person;
            this.session = session;
        }
    }

    private final FrontEnd directory;
    private final FrontEnd portal;
    private final Mailbox mailbox;

    Enlistment(FrontEnd directory, FrontEnd portal, Mailbox mailbox) {
        this.directory = directory;
        this.portal = portal;
        this.mailbox = mailbox;
    }

    /** The same people with a password that need not be changed, a mail address and an authenticator app. */
    List<SamplePerson> enlist(List<SampleAccount> accounts) {
        List<SamplePerson> people = new ArrayList<>();
        for (int from = 0; from < accounts.size(); from += BATCH)
            people.addAll(batch(accounts.subList(from, Math.min(accounts.size(), from + BATCH))));
        return people;
    }

    private List<SamplePerson> batch(List<SampleAccount> accounts) {
        List<SamplePerson> people = new ArrayList<>();
        each(
                accounts,
                account -> directory.provision(account.entry()),
                AccountProvisioned.class,
                (account, reply) -> people.add(new SamplePerson(account, reply.accountId(), mailbox)));
        each(people, this::importPassword, CredentialImported.class, (person, reply) -> {});
        List<Member> members = new ArrayList<>();
        each(
                people,
                person -> portal.signIn(person.login(), person.password()),
                SignedIn.class,
                (person, reply) -> members.add(
                        new Member(person, Person.of(reply, Clock.systemUTC().instant()))));
        each(members, this::registerEmail, ChallengeReady.class, (member, reply) -> {});
        each(members, member -> prove(member, MethodKind.EMAIL), MethodRegistered.class, (member, reply) -> {});
        registerApps(members);
        each(
                members,
                member -> prove(member, MethodKind.AUTHENTICATOR_APP),
                MethodRegistered.class,
                (member, reply) -> {});
        return people;
    }

    private Asked importPassword(SamplePerson person) {
        InitialCredential credential = new InitialCredential(null, person.password(), false);
        return directory.importCredential(person.accountId(), credential);
    }

    private Asked registerEmail(Member member) {
        return portal.registerEmail(
                member.session, member.flow, member.person.account().address());
    }

    private void registerApps(List<Member> members) {
        List<Asked> asked = new ArrayList<>();
        for (Member member : members) {
            member.flow = Flow.begin();
            asked.add(portal.registerAuthenticator(member.session, member.flow, member.key));
        }
        for (int i = 0; i < members.size(); i++) {
            Asked one = asked.get(i);
            ChallengeReady ready = one.reply(ChallengeReady.class);
            members.get(i)
                    .person
                    .scan(members.get(i)
                            .key
                            .open(ready, portal.client(), one.id())
                            .otpauth());
        }
    }

    private Asked prove(Member member, MethodKind kind) {
        return portal.submitProof(member.flow, member.person.code(kind));
    }

    private static <T, R extends Reply> void each(
            List<T> all, Function<T, Asked> ask, Class<R> expected, BiConsumer<T, R> then) {
        List<Asked> asked = all.stream().map(ask).toList();
        for (int i = 0; i < all.size(); i++)
            then.accept(all.get(i), asked.get(i).reply(expected));
    }
}
