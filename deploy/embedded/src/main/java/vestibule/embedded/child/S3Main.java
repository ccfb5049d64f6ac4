package vestibule.embedded.child;

import java.lang.reflect.InvocationTargetException;

/** The S3 server: s3proxy's own main, on a lifeline. */
public final class S3Main {

    private S3Main() {}

    public static void main(String[] args) throws Throwable {
        Lifeline.hold();
        try {
            Class.forName("org.gaul.s3proxy.Main")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[] {"--properties", args[0]});
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
