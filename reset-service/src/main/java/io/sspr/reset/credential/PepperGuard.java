package io.sspr.reset.credential;

import io.sspr.reset.hashing.Peppers;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stops the start when passwords were hashed with keys that are not here: they would all be wrong. */
@Component
class PepperGuard {

    /** Throws IllegalStateException, in a sentence that says which key. */
    PepperGuard(JdbcClient jdbc, Peppers peppers) {
        for (String id : peppers.ids())
            jdbc.sql("insert into peppers (id, proof) values (?, ?) on conflict (id) do nothing")
                    .param(id)
                    .param(peppers.proof(id))
                    .update();
        Map<String, byte[]> known = jdbc
                .sql("select id, proof from peppers")
                .query((row, number) -> Map.entry(row.getString("id"), row.getBytes("proof")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
        known.forEach((id, proof) -> check(jdbc, peppers, id, proof));
    }

    private static void check(JdbcClient jdbc, Peppers peppers, String id, byte[] proof) {
        Set<String> here = peppers.ids();
        if (here.contains(id) && !MessageDigest.isEqual(proof, peppers.proof(id)))
            throw new IllegalStateException(
                    "sspr.hashing.pepper.file: its key " + id
                            + " is not the one that was used under that id before; put that one back and give a new one a new id");
        if (!here.contains(id) && isInUse(jdbc, id))
            throw new IllegalStateException("sspr.hashing.pepper.file: the key " + id
                    + " is missing, and there are passwords that were hashed with it; put it back, after the first");
    }

    private static boolean isInUse(JdbcClient jdbc, String id) {
        return jdbc.sql("""
                        select exists (select 1 from credentials where pepper = ?)
                            or exists (select 1 from previous_credentials where pepper = ?)
                        """).param(id).param(id).query(Boolean.class).single();
    }
}
