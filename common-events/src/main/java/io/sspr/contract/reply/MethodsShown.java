package io.sspr.contract.reply;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.MethodList;

/** The methods of the person, sealed to the replyKey. */
@About("The methods of the person, sealed to the replyKey.")
public record MethodsShown(@Seals(MethodList.class) Sealed sealed) implements Reply {}
