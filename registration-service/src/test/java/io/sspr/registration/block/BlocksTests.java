package io.sspr.registration.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.policy.BlockRule;
import io.sspr.contract.policy.Counted;
import io.sspr.contract.policy.Presets;
import io.sspr.registration.block.Blocks.Decision;
import io.sspr.registration.block.Blocks.Happened;
import io.sspr.registration.block.Blocks.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One account, by a clock of our own; T8 are the throttles of Microsoft Entra, which preset "entra" has. */
class BlocksTests {
    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final List<Happened> happened = new ArrayList<>();
    private List<BlockRule> rules = Presets.entra().limits().blocks();
    private Instant now = START;

    @Test
    void t8FiveFailedProofsWithinADayBlockEverythingForADay() {
        for (int i = 0; i < 4; i++) assertThat(fails(MethodKind.EMAIL)).isEqualTo(goesOn(Counted.WRONG_PROOFS));
        now = START.plus(DAY).minusSeconds(1);
        assertThat(refusal(Step.CHALLENGE, MethodKind.EMAIL)).isNull();
        assertThat(refusal(Step.PROOF, MethodKind.EMAIL)).isNull();
        Decision fifth = fails(MethodKind.SMS);
        Instant end = now.plus(DAY);
        assertThat(fifth.until()).isEqualTo(end);
        assertThat(fifth.begins()).isTrue();
        for (MethodKind kind : List.of(MethodKind.EMAIL, MethodKind.SMS, MethodKind.AUTHENTICATOR_APP))
            for (Step step : Step.values()) assertThat(refusal(step, kind)).isEqualTo(end);
    }

    @Test
    void t8OfFiveFailedProofsTheFirstIsForgottenAfterADay() {
        for (int i = 0; i < 4; i++) fails(MethodKind.EMAIL);
        now = START.plus(DAY);
        assertThat(fails(MethodKind.EMAIL).until()).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = MethodKind.class,
            names = {"SMS", "AUTHENTICATOR_APP"})
    void t8FiveTriesWithAKindWithinAnHourAndTheNextOneBlocksForADay(MethodKind kind) {
        for (int i = 0; i < 5; i++) assertThat(tries(kind)).isEqualTo(goesOn(Counted.TRIES));
        now = START.plusSeconds(3599);
        Decision sixth = tries(kind);
        assertThat(sixth.until()).isEqualTo(now.plus(DAY));
        assertThat(sixth.begins()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = MethodKind.class,
            names = {"SMS", "AUTHENTICATOR_APP"})
    void t8OfFiveTriesTheFirstIsForgottenAfterAnHour(MethodKind kind) {
        for (int i = 0; i < 5; i++) tries(kind);
        now = START.plusSeconds(3600);
        assertThat(tries(kind).until()).isNull();
    }

    @Test
    void t8TheFifthTryIsOneToPassTheFirstGateWithAndTheSecondIsOfAnotherKind() {
        for (int i = 0; i < 4; i++) fails(tried(MethodKind.AUTHENTICATOR_APP));
        assertThat(tries(MethodKind.AUTHENTICATOR_APP).until()).isNull();
        for (MethodKind second : List.of(MethodKind.SMS, MethodKind.EMAIL)) {
            assertThat(refusal(Step.CHALLENGE, second)).isNull();
            assertThat(refusal(Step.PROOF, second)).isNull();
        }
    }

    @Test
    void t8TenMailsInTenMinutesAndTheNextOneBlocksForADay() {
        for (int i = 0; i < 10; i++) assertThat(mails()).isEqualTo(goesOn(Counted.MAILS));
        now = START.plusSeconds(599);
        Decision eleventh = mails();
        assertThat(eleventh.until()).isEqualTo(now.plus(DAY));
        assertThat(eleventh.begins()).isTrue();
    }

    @Test
    void t8OfTenMailsTheFirstIsForgottenAfterTenMinutes() {
        for (int i = 0; i < 10; i++) mails();
        now = START.plusSeconds(600);
        assertThat(mails().until()).isNull();
    }

    @Test
    void t8WhatTheTenthMailBroughtCanBeUsedBeforeTheBlockAndDuringIt() {
        for (int i = 0; i < 10; i++) mails();
        assertThat(refusal(Step.PROOF, MethodKind.EMAIL)).isNull();
        Instant end = mails().until();
        assertThat(refusal(Step.PROOF, MethodKind.EMAIL)).isNull();
        assertThat(refusal(Step.PROOF, MethodKind.SMS)).isNull();
        assertThat(refusal(Step.PROOF, MethodKind.AUTHENTICATOR_APP)).isNull();
        // But nothing else is begun.
        assertThat(refusal(Step.CHALLENGE, MethodKind.AUTHENTICATOR_APP)).isEqualTo(end);
    }

    @Test
    void t8WhatTheFifthTextBroughtCanBeUsedDuringTheBlock() {
        for (int i = 0; i < 6; i++) tries(MethodKind.SMS);
        assertThat(refusal(Step.CHALLENGE, MethodKind.SMS)).isEqualTo(START.plus(DAY));
        assertThat(refusal(Step.PROOF, MethodKind.SMS)).isNull();
    }

    @Test
    void t8ABlockIsMeasuredFromTheLastAttempt() {
        for (int i = 0; i < 10; i++) {
            mails();
            now = now.plusSeconds(10);
        }
        now = now.plusSeconds(30);
        Instant end = now.plus(DAY);
        assertThat(mails().until()).isEqualTo(end);
        now = end.minusSeconds(1);
        assertThat(mails()).isEqualTo(new Decision(end, null, false));
        now = end;
        assertThat(mails()).isEqualTo(goesOn(Counted.MAILS));
    }

    /** Who asks during a block does not make it longer, or whoever asks once a day could keep the owner out for ever. */
    @Test
    void nothingCountsDuringABlockAndAfterItTheCountStartsAnew() {
        rules = List.of(new BlockRule(Counted.MAILS, 2, 3600, 60));
        for (int i = 0; i < 2; i++) mails();
        assertThat(mails().until()).isEqualTo(START.plusSeconds(60));
        now = START.plusSeconds(59);
        assertThat(mails()).isEqualTo(new Decision(START.plusSeconds(60), null, false));
        now = START.plusSeconds(60);
        for (int i = 0; i < 2; i++) assertThat(mails().until()).isNull();
        assertThat(mails().until()).isEqualTo(now.plusSeconds(60));
    }

    @Test
    void countsEachOnItsOwnAndHoldsTheLongest() {
        for (int i = 0; i < 4; i++) fails(tried(MethodKind.AUTHENTICATOR_APP));
        for (int i = 0; i < 5; i++) tries(MethodKind.SMS);
        for (int i = 0; i < 10; i++) mails();
        assertThat(happened).hasSize(4 + 4 + 5 + 10);
        rules = List.of(new BlockRule(Counted.TRIES, 5, 60, 60), new BlockRule(Counted.TRIES, 5, 60, 120));
        assertThat(tries(MethodKind.SMS).until()).isEqualTo(START.plusSeconds(120));
    }

    /** They are none of what T8 counts, and cannot be guessed; wrong ones are wrong proofs like any. */
    @Test
    void recoveryCodesAreTriedAsOftenAsOneHasThem() {
        for (int i = 0; i < 10; i++) assertThat(tries(MethodKind.RECOVERY_CODE)).isEqualTo(Decision.NOTHING);
        for (int i = 0; i < 4; i++) fails(MethodKind.RECOVERY_CODE);
        assertThat(fails(MethodKind.RECOVERY_CODE).begins()).isTrue();
    }

    @Test
    void isNothingWithoutRules() {
        rules = Presets.safe().limits().blocks();
        for (int i = 0; i < 200; i++) {
            assertThat(mails()).isEqualTo(Decision.NOTHING);
            assertThat(fails(MethodKind.EMAIL)).isEqualTo(Decision.NOTHING);
        }
    }

    private Decision goesOn(Counted counted) {
        Happened last = happened.get(happened.size() - 1);
        assertThat(last.counted()).isEqualTo(counted);
        assertThat(last.at()).isEqualTo(now);
        return new Decision(null, last, false);
    }

    private Decision mails() {
        return tries(MethodKind.EMAIL);
    }

    private MethodKind tried(MethodKind kind) {
        tries(kind);
        return kind;
    }

    /** Asks for what is sent, hands in what is not. */
    private Decision tries(MethodKind kind) {
        Step step = kind.sendsCode() ? Step.CHALLENGE : Step.PROOF;
        return kept(Blocks.take(rules, happened, step, kind, now));
    }

    private Decision fails(MethodKind kind) {
        return kept(Blocks.wrong(rules, happened, kind, now));
    }

    private Decision kept(Decision decision) {
        Happened counted = decision.counted();
        if (counted != null) happened.add(counted);
        return decision;
    }

    private @Nullable Instant refusal(Step step, MethodKind kind) {
        return Blocks.take(rules, happened, step, kind, now).until();
    }
}
