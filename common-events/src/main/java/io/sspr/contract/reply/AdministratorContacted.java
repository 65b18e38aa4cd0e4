package io.sspr.contract.reply;

import io.sspr.contract.About;
import java.util.UUID;

/** Whoever can help was told, if anybody is known by the login. */
@About("Whoever can help was told, if anybody is known by the login.")
public record AdministratorContacted(UUID flow) implements Reply {}
