package vestibule.validation;

/** Width and height in pixels, as the header says; both above 0. */
public record Dimensions(long width, long height) {

    public Dimensions {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException(
                    "dimensions must be above 0: " + width + " x " + height);
        }
    }

    /**
     * True when the picture has at most {@code maxPixels} pixels and no side above {@code maxSide},
     * both inclusive.
     */
    public boolean within(long maxPixels, long maxSide) {
        return width <= maxSide && height <= maxSide && width <= maxPixels / height;
    }
}
