package io.sspr.contract.secret;

import io.sspr.contract.About;
import io.sspr.contract.Length;

/**
 * Where a request came from, coarse on purpose; services keep keyed hashes of it, and it itself only for the notice.
 *
 * @param addressPrefix /24 of an IPv4 or /48 of an IPv6 address
 * @param agentFamily such as Firefox
 */
@About("Where a request came from, coarse on purpose.")
public record Origin(
        @About("/24 of an IPv4 or /48 of an IPv6 address") @Length(max = 64)
        String addressPrefix,

        @About("such as Firefox") @Length(max = 64) String agentFamily)
        implements Secret {

    @Override
    public String toString() {
        return "Origin[hidden]";
    }
}
