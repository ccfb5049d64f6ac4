package vestibule.validation;

/**
 * Every type that Vestibule can tell from the bytes, the taken and the refused alike. {@link
 * #UNKNOWN} stands for everything else; it is written {@code application/octet-stream}.
 */
public enum ContentType {
    JPEG("image/jpeg", Family.JPEG),
    PNG("image/png", Family.PNG),
    BMP("image/bmp", Family.BMP),
    WEBP("image/webp", Family.WEBP),
    HEIC("image/heic", Family.HEIF),
    HEIF("image/heif", Family.HEIF),
    HEIC_SEQUENCE("image/heic-sequence", Family.HEIF),
    HEIF_SEQUENCE("image/heif-sequence", Family.HEIF),
    PDF("application/pdf", Family.PDF),
    JSON("application/json", Family.JSON),
    MP4("video/mp4", Family.VIDEO),
    QUICKTIME("video/quicktime", Family.VIDEO),
    THREE_GP("video/3gpp", Family.VIDEO),
    THREE_G2("video/3gpp2", Family.VIDEO),
    WEBM("video/webm", Family.VIDEO),
    MATROSKA("video/x-matroska", Family.VIDEO),
    AVI("video/x-msvideo", Family.VIDEO),
    MPEG("video/mpeg", Family.VIDEO),
    MPEG_TS("video/mp2t", Family.VIDEO),
    OGG_VIDEO("video/ogg", Family.VIDEO),
    FLV("video/x-flv", Family.VIDEO),
    ASF("video/x-ms-asf", Family.VIDEO),
    GIF("image/gif", Family.OTHER),
    TIFF("image/tiff", Family.OTHER),
    AVIF("image/avif", Family.OTHER),
    JPEG_XL("image/jxl", Family.OTHER),
    SVG("image/svg+xml", Family.OTHER),
    HTML("text/html", Family.OTHER),
    XML("text/xml", Family.OTHER),
    PHP("text/x-php", Family.OTHER),
    SCRIPT("text/x-shellscript", Family.OTHER),
    POSTSCRIPT("application/postscript", Family.OTHER),
    ZIP("application/zip", Family.OTHER),
    DOS_EXECUTABLE("application/x-dosexec", Family.OTHER),
    ELF("application/x-elf", Family.OTHER),
    UNKNOWN("application/octet-stream", Family.OTHER);

    /**
     * Types within one family do not contradict each other: phones declare HEIC as HEIF, and any
     * video as any other.
     */
    public enum Family {
        JPEG,
        PNG,
        BMP,
        WEBP,
        HEIF,
        PDF,
        JSON,
        VIDEO,
        /** Known and refused everywhere, or unknown. */
        OTHER
    }

    private final String mime;
    private final Family family;

    ContentType(String mime, Family family) {
        this.mime = mime;
        this.family = family;
    }

    /** The canonical media type, lower case, without parameters. */
    public String mime() {
        return mime;
    }

    public Family family() {
        return family;
    }
}
