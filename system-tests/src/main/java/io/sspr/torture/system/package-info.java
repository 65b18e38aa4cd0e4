/** What is tortured, each part a process of its own: three brokers, PostgreSQL, two instances of each service, and proxies. */
@NullMarked
package io.sspr.torture.system;

import org.jspecify.annotations.NullMarked;
