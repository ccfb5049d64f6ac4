package vestibule.validation.content;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vestibule.validation.ContentType;

/** Tells the ISO base media formats (ISO/IEC 14496-12, 23008-12) apart by their brands. */
final class IsoBrands {

    private static final Set<String> HEIC = Set.of("heic", "heix", "heim", "heis");
    private static final Set<String> HEIC_SEQUENCE = Set.of("hevc", "hevx", "hevm", "hevs");
    private static final Set<String> AVIF = Set.of("avif", "avis");
    private static final String ANY_PICTURE = "mif1";
    private static final String ANY_SEQUENCE = "msf1";
    private static final Set<String> AUDIO = Set.of("M4A ", "M4B ", "M4P ", "F4A ", "F4B ");
    private static final Set<String> OTHER = Set.of("crx ", "jp2 ", "jpx ", "jpm ", "mjp2");

    /** QuickTime files older than {@code ftyp} begin with any of these boxes. */
    private static final Set<String> QUICKTIME_STARTS =
            Set.of("moov", "mdat", "wide", "free", "skip", "pnot");

    private static final int FIRST_BRAND = 8;
    private static final int FIRST_COMPATIBLE_BRAND = 16;

    private IsoBrands() {}

    static boolean isIsoFile(Head head) {
        String box = text(head, 4);
        return box.equals("ftyp") || (QUICKTIME_STARTS.contains(box) && head.i32(0) >>> 28 == 0);
    }

    static FormatReader reader(Head head) {
        ContentType type = type(head);
        return switch (type) {
            case HEIC, HEIF, HEIC_SEQUENCE, HEIF_SEQUENCE -> new HeifReader(type);
            case MP4, QUICKTIME, THREE_GP, THREE_G2 -> new IsoVideoReader(type);
            default -> new NamedOnly(type);
        };
    }

    private static ContentType type(Head head) {
        if (!text(head, 4).equals("ftyp")) {
            return ContentType.QUICKTIME;
        }
        int size = head.i32(0);
        if (size < FIRST_COMPATIBLE_BRAND) {
            return ContentType.UNKNOWN;
        }
        String major = text(head, FIRST_BRAND);
        Set<String> compatible = compatibleBrands(head, size);
        return picture(major, compatible).orElseGet(() -> video(major, compatible));
    }

    private static Optional<ContentType> picture(String major, Set<String> compatible) {
        if (AVIF.contains(major)) {
            return Optional.of(ContentType.AVIF);
        }
        if (HEIC.contains(major)) {
            return Optional.of(ContentType.HEIC);
        }
        if (HEIC_SEQUENCE.contains(major)) {
            return Optional.of(ContentType.HEIC_SEQUENCE);
        }
        if (!major.equals(ANY_PICTURE) && !major.equals(ANY_SEQUENCE)) {
            return Optional.empty();
        }
        if (meet(AVIF, compatible)) {
            return Optional.of(ContentType.AVIF);
        }
        if (major.equals(ANY_SEQUENCE)) {
            return Optional.of(ContentType.HEIF_SEQUENCE);
        }
        return Optional.of(meet(HEIC, compatible) ? ContentType.HEIC : ContentType.HEIF);
    }

    private static ContentType video(String major, Set<String> compatible) {
        if (meet(AVIF, compatible)) {
            return ContentType.AVIF;
        }
        boolean picture =
                meet(HEIC, compatible)
                        || meet(HEIC_SEQUENCE, compatible)
                        || compatible.contains(ANY_PICTURE)
                        || compatible.contains(ANY_SEQUENCE);
        if (picture || AUDIO.contains(major) || OTHER.contains(major)) {
            return ContentType.UNKNOWN;
        }
        if (major.equals("qt  ")) {
            return ContentType.QUICKTIME;
        }
        if (major.startsWith("3g2")) {
            return ContentType.THREE_G2;
        }
        return major.startsWith("3g") ? ContentType.THREE_GP : ContentType.MP4;
    }

    private static Set<String> compatibleBrands(Head head, int size) {
        int end = Math.min(size, head.length());
        var brands = new TreeSet<String>();
        for (int at = FIRST_COMPATIBLE_BRAND; at + 4 <= end; at += 4) {
            brands.add(text(head, at));
        }
        return brands;
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }

    private static String text(Head head, int at) {
        int value = head.i32(at);
        return new String(
                new char[] {
                    (char) (value >>> 24),
                    (char) (value >>> 16 & 0xFF),
                    (char) (value >>> 8 & 0xFF),
                    (char) (value & 0xFF)
                });
    }
}
