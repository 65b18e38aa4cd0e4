/** The parts of the policy, and what they come to for a person. */
@NullMarked
package io.sspr.contract.policy;

import org.jspecify.annotations.NullMarked;
