/** Catches every mail the services send and shows it on a page, so that nothing ever leaves this machine. */
@NullMarked
package io.sspr.quickstart.mail;

import org.jspecify.annotations.NullMarked;
