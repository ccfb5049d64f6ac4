package vestibule.image;

import org.eclipse.microprofile.config.spi.Converter;

/** 400 or 500. */
public final class FaultStatus implements Converter<Integer> {

    private static final long serialVersionUID = 1L;

    @Override
    public Integer convert(String value) {
        return switch (value) {
            case "400" -> 400;
            case "500" -> 500;
            default -> throw new IllegalArgumentException("must be 400 or 500, not " + value);
        };
    }
}
