package vestibule.validation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What the known file name extensions say about the content; the others say nothing. */
final class Extensions {

    private static final Map<String, ContentType.Family> FAMILIES = families();

    private Extensions() {}

    static boolean agree(String extension, ContentType found) {
        String known = extension.toLowerCase(Locale.ROOT);
        return FAMILIES.getOrDefault(known, found.family()) == found.family();
    }

    private static Map<String, ContentType.Family> families() {
        var families = new HashMap<String, ContentType.Family>();
        put(families, ContentType.Family.JPEG, "jpg jpeg jpe jfif");
        put(families, ContentType.Family.PNG, "png");
        put(families, ContentType.Family.BMP, "bmp dib");
        put(families, ContentType.Family.WEBP, "webp");
        put(families, ContentType.Family.HEIF, "heic heif hif");
        put(families, ContentType.Family.PDF, "pdf");
        put(families, ContentType.Family.JSON, "json");
        put(
                families,
                ContentType.Family.VIDEO,
                "mp4 m4v mov qt 3gp 3g2 webm mkv avi mpg mpeg mts m2ts ts ogv flv wmv asf");
        putRefused(families);
        return Map.copyOf(families);
    }

    private static void putRefused(Map<String, ContentType.Family> families) {
        put(families, ContentType.Family.OTHER, "gif avif jxl svg svgz tif tiff ps eps ico");
        put(families, ContentType.Family.OTHER, "htm html xhtml shtml xml js mjs css txt rtf");
        put(families, ContentType.Family.OTHER, "php phtml phar jsp jspx asp aspx cgi pl py rb");
        put(families, ContentType.Family.OTHER, "exe dll com msi scr sh bat cmd ps1 vbs apk");
        put(families, ContentType.Family.OTHER, "zip jar war rar 7z gz tar iso");
        put(families, ContentType.Family.OTHER, "doc docx docm xls xlsx xlsm ppt pptx odt");
        put(families, ContentType.Family.OTHER, "mp3 m4a wav aac flac");
    }

    private static void put(
            Map<String, ContentType.Family> families,
            ContentType.Family family,
            String extensions) {
        for (String extension : extensions.split(" ", -1)) {
            families.put(extension, family);
        }
    }
}
