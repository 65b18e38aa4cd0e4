package io.sspr.registration.kind;

import io.sspr.contract.MethodKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** All kinds of methods that the contract knows. */
@Component
public class Kinds {

    private final Map<MethodKind, Kind> kinds = new EnumMap<>(MethodKind.class);

    Kinds(List<Kind> all) {
        for (Kind kind : all)
            if (kinds.put(kind.kind(), kind) != null) throw new IllegalStateException(kind.kind() + " is there twice");
        for (MethodKind kind : MethodKind.values())
            if (!kinds.containsKey(kind)) throw new IllegalStateException(kind + " is missing");
    }

    /** The one of that name. */
    public Kind of(MethodKind kind) {
        Kind found = kinds.get(kind);
        if (found == null) throw new IllegalArgumentException("no such kind: " + kind);
        return found;
    }
}
