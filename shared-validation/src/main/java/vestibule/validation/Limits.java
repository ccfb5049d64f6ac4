package vestibule.validation;

/** Sizes in bytes, pixels of a picture and the length of its longer side; all inclusive. */
public record Limits(long minBytes, long maxBytes, long maxPixels, long maxSide) {

    public static final long MAX_PIXELS = 100_000_000;
    public static final long MAX_SIDE = 30_000;

    public Limits {
        if (minBytes < 0 || maxBytes < minBytes || maxPixels < 1 || maxSide < 1) {
            throw new IllegalArgumentException("limits out of order");
        }
    }

    public static Limits ofBytes(long minBytes, long maxBytes) {
        return new Limits(minBytes, maxBytes, MAX_PIXELS, MAX_SIDE);
    }
}
