package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.GroupEntry;

/** Make a group known, or say which groups it is in now. */
@About("Make a group known, or say which groups it is in now.")
public record ProvisionGroup(@Seals(GroupEntry.class) Sealed sealed) implements Request {}
