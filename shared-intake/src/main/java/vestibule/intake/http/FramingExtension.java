package vestibule.intake.http;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/**
 * Puts {@link StrictRequestDecoder} and {@link BrokenBodyAnswer} into every HTTP/1 connection.
 * Vert.x has no hook between the socket and the parser; Netty's service loader is the way that is
 * left.
 */
public final class FramingExtension extends ChannelInitializerExtension {

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addFirst("framing", new Installer());
    }

    /**
     * Waits for the first bytes: the pipeline is complete then, and nothing has been parsed. A
     * server that has no parser yet (it looks for HTTP/2 first) is left alone: to replace the
     * parser later could fall into the middle of a request.
     */
    private static final class Installer extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            var pipeline = context.pipeline();
            var decoder = pipeline.get(VertxHttpRequestDecoder.class);
            if (decoder != null) {
                var name = pipeline.context(decoder).name();
                pipeline.replace(decoder, name, new StrictRequestDecoder());
                pipeline.addBefore("handler", "broken-body", new BrokenBodyAnswer());
            }
            pipeline.remove(this);
            context.fireChannelRead(bytes);
        }
    }
}
