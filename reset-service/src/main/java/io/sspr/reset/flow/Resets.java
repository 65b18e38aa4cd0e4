package io.sspr.reset.flow;

import io.sspr.contract.ContractJson;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Undecodable;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.contract.policy.Terms;
import io.sspr.contract.seal.AtRest;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.Visit;
import io.sspr.reset.Column;
import io.sspr.reset.account.Asker;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The resets. Everything about the resets of one account or decoy happens under the lock of that account. */
@Component
class Resets {

    /** Ended ones stay that long, so that whoever comes back to one hears that it has ended. */
    private static final Duration KEPT = Duration.ofDays(2);

    /** Which reset a flow is, and whose; that never changes. */
    record Whose(UUID resetId, UUID askerId) {}

    private final JdbcClient jdbc;
    private final AtRest atRest;

    Resets(JdbcClient jdbc, AtRest atRest) {
        this.jdbc = jdbc;
        this.atRest = atRest;
    }

    Optional<Whose> whose(String client, UUID flow) {
        return jdbc.sql("select reset_id, account_id from resets where client = ? and flow = ?")
                .param(client)
                .param(flow)
                .query(Resets::whose)
                .optional();
    }

    Optional<Whose> whose(UUID resetId) {
        return jdbc.sql("select reset_id, account_id from resets where reset_id = ?")
                .param(resetId)
                .query(Resets::whose)
                .optional();
    }

    /** Those whose time has come, the longest waiting first. */
    List<Whose> due(Instant now, int most) {
        return jdbc.sql("select reset_id, account_id from resets where due_at <= ? order by due_at limit ?")
                .param(Column.time(now))
                .param(most)
                .query(Resets::whose)
                .list();
    }

    Reset get(UUID resetId) {
        return find(resetId).orElseThrow(() -> new IllegalStateException("there is no reset " + resetId));
    }

    Optional<Reset> find(UUID resetId) {
        List<Gate> gates = jdbc.sql(
                        "select verification_id, method_id, kind, imported from reset_gates where reset_id = ? order by gate")
                .param(resetId)
                .query((row, number) -> new Gate(
                        Column.uuid(row, "verification_id"),
                        Column.uuid(row, "method_id"),
                        MethodKind.valueOf(row.getString("kind")),
                        row.getBoolean("imported")))
                .list();
        return jdbc.sql("select * from resets where reset_id = ?")
                .param(resetId)
                .query((row, number) -> reset(row, gates))
                .optional();
    }

    void add(Reset reset, ResetLimits limits) {
        Beginning beginning = reset.beginning();
        Ineligibility outside = beginning.terms().outside();
        jdbc.sql("""
                        insert into resets (reset_id, client, flow, flow_hash, account_id, account_known, in_vain_for, purpose,
                               gates_at_request, kinds_at_request, outside_at_request, imported_count_at_request, kinds_shown, strong_only, requested_at, state, choices, refusals, last_step_at, due_at,
                               origin)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(reset.id())
                .param(beginning.client())
                .param(beginning.flow())
                .param(beginning.flowHash())
                .param(beginning.asker().id())
                .param(beginning.asker().known())
                .param(beginning.inVainFor())
                .param(beginning.purpose().name())
                .param(beginning.terms().gates())
                .param(words(beginning.terms().kinds()))
                .param(outside == null ? null : outside.name())
                .param(beginning.importedCount())
                .param(words(beginning.shown()))
                .param(beginning.strongOnly())
                .param(Column.time(beginning.at()))
                .param(state(reset))
                .param(reset.progress().choices())
                .param(reset.progress().refusals())
                .param(Column.time(reset.progress().lastStepAt()))
                .param(Column.time(reset.expiresAt(limits)))
                .param(encrypted(beginning.origin(), reset.id()))
                .update();
    }

    void save(Reset before, Reset after, ResetLimits limits, Instant now) {
        Progress progress = after.progress();
        List<Gate> gates = progress.gates();
        for (int i = before.progress().gates().size(); i < gates.size(); i++) add(after.id(), i + 1, gates.get(i));
        Reset.@Nullable Proving proving = after instanceof Reset.Proving p ? p : null;
        Reset.@Nullable Ended ended = after instanceof Reset.Ended e ? e : null;
        jdbc.sql("""
                        update resets
                           set state = ?, verification_id = ?, kind = ?, choices = ?, refusals = ?, last_step_at = ?,
                               ending = ?, due_at = ?, origin = case when ? then null else origin end
                         where reset_id = ?
                        """)
                .param(state(after))
                .param(proving == null ? null : proving.verificationId())
                .param(proving == null ? null : proving.kind().name())
                .param(progress.choices())
                .param(progress.refusals())
                .param(Column.time(progress.lastStepAt()))
                .param(ended == null ? null : ended.ending().name())
                .param(Column.time(ended == null ? after.expiresAt(limits) : now.plus(KEPT)))
                .param(ended != null)
                .param(after.id())
                .update();
    }

    /** All resets of the account that are still open are over by this, and the sweep will say so. */
    void voidOpen(UUID accountId, Ending by, Instant now) {
        jdbc.sql("update resets set voided_by = ?, due_at = ?, origin = null where account_id = ? and state <> 'ENDED'")
                .param(by.name())
                .param(Column.time(now))
                .param(accountId)
                .update();
    }

    /** The same, but for those that an administrator has arranged. */
    void voidOpenNotArranged(UUID accountId, Ending by, Instant now) {
        jdbc.sql("""
                        update resets set voided_by = ?, due_at = ?, origin = null
                         where account_id = ? and state <> 'ENDED'
                           and not exists (select from reset_gates
                                            where reset_gates.reset_id = resets.reset_id and kind = ?)
                        """)
                .param(by.name())
                .param(Column.time(now))
                .param(accountId)
                .param(MethodKind.ADMINISTRATOR_CODE.name())
                .update();
    }

    /** Open ones that one of these kinds has helped along, or is about to. */
    List<Whose> openWith(List<MethodKind> kinds, int most) {
        return jdbc.sql("""
                        select reset_id, account_id from resets
                         where state <> 'ENDED' and voided_by is null
                           and (state = 'PROVING' and kind = any (?)
                                or exists (select from reset_gates
                                            where reset_gates.reset_id = resets.reset_id
                                              and reset_gates.kind = any (?)))
                         limit ?
                        """)
                .param(names(kinds))
                .param(names(kinds))
                .param(most)
                .query(Resets::whose)
                .list();
    }

    private static String[] names(List<MethodKind> kinds) {
        return kinds.stream().map(MethodKind::name).toArray(String[]::new);
    }

    void deleteIfDue(UUID resetId, Instant now) {
        jdbc.sql("delete from resets where reset_id = ? and due_at <= ?")
                .param(resetId)
                .param(Column.time(now))
                .update();
    }

    private void add(UUID resetId, int number, Gate gate) {
        jdbc.sql("""
                        insert into reset_gates (verification_id, reset_id, gate, method_id, kind, imported)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(gate.verificationId())
                .param(resetId)
                .param(number)
                .param(gate.methodId())
                .param(gate.kind().name())
                .param(gate.imported())
                .update();
    }

    private static String state(Reset reset) {
        if (reset instanceof Reset.Choosing) return "CHOOSING";
        if (reset instanceof Reset.Proving) return "PROVING";
        return reset instanceof Reset.Authorised ? "AUTHORISED" : "ENDED";
    }

    private static Whose whose(ResultSet row, int number) throws SQLException {
        return new Whose(Column.uuid(row, "reset_id"), Column.uuid(row, "account_id"));
    }

    private static Terms terms(ResultSet row) throws SQLException {
        String outside = row.getString("outside_at_request");
        return new Terms(
                outside == null ? null : Ineligibility.valueOf(outside),
                row.getInt("gates_at_request"),
                kinds(row, "kinds_at_request"));
    }

    private static List<MethodKind> kinds(ResultSet row, String name) throws SQLException {
        return Stream.of(row.getString(name).split(" "))
                .filter(word -> !word.isEmpty())
                .map(MethodKind::valueOf)
                .toList();
    }

    private static String words(List<MethodKind> kinds) {
        return kinds.stream().map(MethodKind::name).collect(Collectors.joining(" "));
    }

    private Reset reset(ResultSet row, List<Gate> gates) throws SQLException {
        Beginning beginning = new Beginning(
                Column.uuid(row, "reset_id"),
                row.getString("client"),
                Column.uuid(row, "flow"),
                row.getString("flow_hash"),
                new Asker(Column.uuid(row, "account_id"), row.getBoolean("account_known")),
                row.getObject("in_vain_for", UUID.class),
                Purpose.valueOf(row.getString("purpose")),
                terms(row),
                row.getBoolean("imported_count_at_request"),
                kinds(row, "kinds_shown"),
                row.getBoolean("strong_only"),
                Column.instant(row, "requested_at"),
                decrypted(row.getBytes("origin"), Column.uuid(row, "reset_id")));
        String voidedBy = row.getString("voided_by");
        Progress progress = new Progress(
                gates,
                row.getInt("choices"),
                row.getInt("refusals"),
                Column.instant(row, "last_step_at"),
                voidedBy == null ? null : Ending.valueOf(voidedBy));
        return switch (row.getString("state")) {
            case "CHOOSING" -> new Reset.Choosing(beginning, progress);
            case "PROVING" ->
                new Reset.Proving(
                        beginning,
                        progress,
                        Column.uuid(row, "verification_id"),
                        MethodKind.valueOf(row.getString("kind")));
            case "AUTHORISED" -> new Reset.Authorised(beginning, progress);
            default -> new Reset.Ended(beginning, progress, Ending.valueOf(row.getString("ending")));
        };
    }

    private byte @Nullable [] encrypted(@Nullable Origin origin, UUID resetId) {
        return origin == null ? null : atRest.encrypt(ContractJson.write(new Visit(origin)), context(resetId));
    }

    private @Nullable Origin decrypted(byte @Nullable [] stored, UUID resetId) {
        if (stored == null) return null;
        try {
            return ContractJson.read(atRest.decrypt(stored, context(resetId)), Visit.class)
                    .origin();
        } catch (Undecodable e) {
            throw new IllegalStateException("A reset holds no place", e);
        }
    }

    private static String context(UUID resetId) {
        return "reset origin/" + resetId;
    }
}
