package vestibule.local.faults;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import vestibule.validation.samples.Samples;

/** A picture that every service accepts: a PNG with bytes behind its end, no two alike. */
record Paper(int size, long seed) {

    byte[] bytes() {
        var picture = Samples.png(64, 48);
        var noise = new byte[size];
        new SplittableRandom(seed).nextBytes(noise);
        var whole = Arrays.copyOf(picture, picture.length + size);
        System.arraycopy(noise, 0, whole, picture.length, size);
        return whole;
    }

    String sha256() {
        return HexFormat.of().formatHex(Movie.newSha256().digest(bytes()));
    }
}
