package io.sspr.messaging.consume;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * What is to happen when reading fails: pause, seek back, read again. Unlike spring-kafka's own handlers it never polls
 * in between, for what such a poll brings is dropped, and our positions would pass over it.
 */
final class RetryForEver implements CommonErrorHandler {

    private final TopicReader reader;

    RetryForEver(TopicReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean seeksAfterHandling() {
        return true;
    }

    @Override
    public boolean isAckAfterHandle() {
        return false;
    }

    @Override
    public void handleBatch(
            Exception problem,
            ConsumerRecords<?, ?> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable again) {
        reader.recover(consumer, cause(problem));
    }

    @Override
    public void handleOtherException(
            Exception problem, Consumer<?, ?> consumer, MessageListenerContainer container, boolean batch) {
        if (problem instanceof OffsetOutOfRangeException) reader.recover(consumer, null);
        else reader.recover(consumer, cause(problem));
    }

    private static Throwable cause(Exception problem) {
        Throwable cause = problem.getCause();
        return problem instanceof ListenerExecutionFailedException && cause != null ? cause : problem;
    }
}
