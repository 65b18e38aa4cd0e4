package io.sspr.reset.breached;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** An answer that is given up when it grows longer than it may. */
final class BoundedBody<T> implements BodySubscriber<T> {

    private final BodySubscriber<T> body;
    private Flow.@Nullable Subscription subscription;
    private long left;

    BoundedBody(BodySubscriber<T> body, long most) {
        this.body = body;
        left = most;
    }

    @Override
    public CompletionStage<T> getBody() {
        return body.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        body.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        left -= buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (left >= 0) {
            body.onNext(buffers);
            return;
        }
        if (subscription != null) subscription.cancel();
        body.onError(new IOException("the answer is too long"));
    }

    @Override
    public void onError(Throwable trouble) {
        body.onError(trouble);
    }

    @Override
    public void onComplete() {
        body.onComplete();
    }
}
