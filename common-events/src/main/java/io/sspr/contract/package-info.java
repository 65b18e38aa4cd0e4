/** The contract: every message, its wire name, its topic, who may read and write it, and how it is encoded. */
@NullMarked
package io.sspr.contract;

import org.jspecify.annotations.NullMarked;
