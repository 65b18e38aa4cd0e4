/** Everything in one JVM: starts and stops Kafka, PostgreSQL, the mail catcher and the services, and is the command ./sspr. */
@NullMarked
package io.sspr.quickstart;

import org.jspecify.annotations.NullMarked;
