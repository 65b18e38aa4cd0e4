package io.sspr.notification.notice;

import io.sspr.notification.template.Occasion;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What administrators are told of others: {@code sspr.notification.administrators.*}.
 *
 * @param told of what; empty for nothing
 */
@ConfigurationProperties("sspr.notification.administrators")
public record AdministratorProperties(
        @DefaultValue({"RESET_DISPUTED", "ADMINISTRATOR_PASSWORD_RESET"})
        List<Telling> told) {

    /** Something that administrators can be told. */
    public enum Telling {
        /** A person said "this was not me". */
        RESET_DISPUTED,
        /** The password of another administrator was reset. */
        ADMINISTRATOR_PASSWORD_RESET
    }

    /** Keeps each once. */
    public AdministratorProperties {
        Set<Telling> once = EnumSet.noneOf(Telling.class);
        once.addAll(told);
        told = List.copyOf(once);
    }

    /** Whether they are told that; requests for help are always passed on. */
    boolean areTold(Occasion occasion) {
        return switch (occasion) {
            case TOLD_RESET_DISPUTED -> told.contains(Telling.RESET_DISPUTED);
            case TOLD_PASSWORD_RESET -> told.contains(Telling.ADMINISTRATOR_PASSWORD_RESET);
            default -> occasion == Occasion.HELP_WANTED;
        };
    }
}
