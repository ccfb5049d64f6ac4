package vestibule.intake.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.nio.channels.ClosedChannelException;

/**
 * Answers 400 to a body whose framing breaks half way (a bad chunk size), where Vert.x would only
 * close. Nothing is answered twice: once an answer has begun, the connection is just closed.
 */
final class BrokenBodyAnswer extends ChannelDuplexHandler {

    private boolean answered;
    private boolean broken;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (broken) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest) {
            answered = false;
        } else if (message instanceof HttpContent body && body.decoderResult().isFailure()) {
            broken = true;
            refuse(context);
        }
        context.fireChannelRead(message);
    }

    private void refuse(ChannelHandlerContext context) {
        if (answered) {
            return;
        }
        var refusal =
                new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1,
                        HttpResponseStatus.BAD_REQUEST,
                        Unpooled.EMPTY_BUFFER);
        refusal.headers()
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set(HttpHeaderNames.CONTENT_LENGTH, HttpHeaderValues.ZERO);
        context.writeAndFlush(refusal).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (broken) {
            // Whatever the request's code still says comes after the answer above.
            ReferenceCountUtil.release(message);
            promise.setFailure(new ClosedChannelException());
            return;
        }
        if (message instanceof HttpResponse response
                && !response.status().equals(HttpResponseStatus.CONTINUE)) {
            answered = true;
        }
        var unused = context.write(message, promise);
    }
}
