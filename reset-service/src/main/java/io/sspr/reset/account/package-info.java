/** This service's copy of the accounts, and who a typed login stands for. */
@NullMarked
package io.sspr.reset.account;

import org.jspecify.annotations.NullMarked;
