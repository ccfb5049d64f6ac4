package vestibule.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An S3 server with one bucket, its objects being files. It checks signatures. */
public final class S3Server extends Part {

    /** The one bucket; a folder of that name is all the server needs. */
    public static final String BUCKET = "vestibule";

    /** Any region does; clients want one. */
    public static final String REGION = "us-east-1";

    private static final List<String> JVM =
            List.of(
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-Dlogback.configurationFile=vestibule/embedded/child/s3-logback.xml");

    private final Programs programs;
    private final DataDirectory data;
    private final Identity identity;
    private final int port;

    S3Server(Programs programs, DataDirectory data, Identity identity, int port) {
        super("s3", data);
        this.programs = programs;
        this.data = data;
        this.identity = identity;
        this.port = port;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public String accessKey() {
        return identity.s3AccessKey();
    }

    public String secretKey() {
        return identity.s3SecretKey();
    }

    /** The folder whose files are the bucket's objects. */
    public Path bucketDirectory() {
        return data.resolve("s3").resolve(BUCKET);
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    Map<String, Integer> ports() {
        return Map.of("S3", port);
    }

    @Override
    void prepare() {
        try {
            Files.createDirectories(bucketDirectory());
        } catch (IOException e) {
            throw new StackException("the bucket's folder cannot be used: " + e.getMessage(), e);
        }
        var settings =
                Map.of(
                        "s3proxy.endpoint", endpoint().toString(),
                        "s3proxy.authorization", "aws-v2-or-v4",
                        "s3proxy.identity", accessKey(),
                        "s3proxy.credential", secretKey(),
                        "jclouds.provider", "filesystem-nio2",
                        "jclouds.filesystem.basedir", data.resolve("s3").toString());
        PrivateFile.write(data.run("s3.properties"), settings);
    }

    @Override
    List<String> command() {
        return programs.java(
                "s3",
                JVM,
                "vestibule.embedded.child.S3Main",
                List.of(data.run("s3.properties").toString()));
    }

    @Override
    boolean ready() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
