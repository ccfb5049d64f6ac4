package vestibule.intake;

import io.smallrye.config.ConfigMapping;

/** What every service says about itself. */
@ConfigMapping(prefix = "vestibule")
public interface IntakeConfig {

    /**
     * Which of the services this is: {@code file}, {@code ddq}, {@code image}, {@code media} or
     * {@code document}. Its jar says so; leave it.
     */
    ServiceName service();
}
