package io.sspr.simulation.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What names and parameters stand for where an expression is. */
final class Scope {

    /** A row under the name that it goes by; no values where an outer join found none. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Frame(
            String alias,
            Map<String, Integer> columns,
            @Nullable Object @Nullable [] values) {}

    final @Nullable Scope outer;
    final Session session;
    final @Nullable Object[] parameters;
    final List<Frame> frames;
    /** Of an aggregate: the rows that it is over. */
    final @Nullable List<Scope> group;

    private Scope(
            @Nullable Scope outer,
            Session session,
            @Nullable Object[] parameters,
            List<Frame> frames,
            @Nullable List<Scope> group) {
        this.outer = outer;
        this.session = session;
        this.parameters = parameters;
        this.frames = frames;
        this.group = group;
    }

    static Scope of(Session session, @Nullable Object[] parameters) {
        return new Scope(null, session, parameters, List.of(), null);
    }

    /** Within this one. */
    Scope inner() {
        return new Scope(this, session, parameters, List.of(), null);
    }

    Scope with(Frame frame) {
        List<Frame> more = new ArrayList<>(frames.size() + 1);
        more.addAll(frames);
        more.add(frame);
        return new Scope(outer, session, parameters, more, null);
    }

    /** Over these rows, of which there may be none. */
    Scope over(List<Scope> rows) {
        return new Scope(outer, session, parameters, rows.isEmpty() ? List.of() : rows.get(0).frames, rows);
    }

    @Nullable
    Object named(@Nullable String qualifier, String name) {
        for (Scope scope = this; scope != null; scope = scope.outer)
            for (Frame frame : scope.frames) {
                if (qualifier != null && !frame.alias().equals(qualifier)) continue;
                Integer index = frame.columns().get(name);
                if (index != null) return frame.values() == null ? null : frame.values()[index];
            }
        throw new NotSimulated("the column " + (qualifier == null ? "" : qualifier + ".") + name);
    }
}
