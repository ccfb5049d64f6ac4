package vestibule.intake.client;

import java.util.Optional;
import vestibule.validation.samples.Samples;

/** The file part of a form. */
public record AFile(String disposition, Optional<String> declared, String more, byte[] content) {

    /** The seed's PNG, 1 x 1, without a word about its type. */
    public static AFile aFile() {
        return named("scan");
    }

    public static AFile named(String name) {
        return under("filename=\"" + name + "\"");
    }

    /** With these parameters of {@code Content-Disposition} behind {@code name="file"}. */
    public static AFile under(String parameters) {
        return new AFile("name=\"file\"; " + parameters, Optional.empty(), "", Samples.seedPng());
    }

    public AFile declaredAs(String type) {
        return new AFile(disposition, Optional.of(type), more, content);
    }

    public AFile holding(byte[] bytes) {
        return new AFile(disposition, declared, more, bytes);
    }

    /** One more header of the part. */
    public AFile with(String header) {
        return new AFile(disposition, declared, more + "\r\n" + header, content);
    }

    public String head() {
        return "Content-Disposition: form-data; "
                + disposition
                + declared.map(type -> "\r\nContent-Type: " + type).orElse("")
                + more;
    }
}
