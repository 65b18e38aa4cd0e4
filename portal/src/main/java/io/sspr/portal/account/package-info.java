/** Security info: how somebody who is signed in looks after the ways in which they prove who they are. */
@NullMarked
package io.sspr.portal.account;

import org.jspecify.annotations.NullMarked;
