/** Accounts: what provisioning says of a person, and the id that we give them. */
@NullMarked
package io.sspr.registration.account;

import org.jspecify.annotations.NullMarked;
