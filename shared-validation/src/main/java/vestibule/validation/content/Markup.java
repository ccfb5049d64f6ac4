package vestibule.validation.content;

import java.util.List;
import vestibule.validation.ContentType;

/** Text that starts with an angle bracket: refused everywhere, told apart for the answers. */
final class Markup {

    /** The tags by which browsers take text for HTML (WHATWG MIME Sniffing). */
    private static final List<String> HTML_STARTS =
            List.of(
                    "<!doctype html",
                    "<html",
                    "<head",
                    "<body",
                    "<script",
                    "<iframe",
                    "<h1",
                    "<div",
                    "<font",
                    "<table",
                    "<a",
                    "<style",
                    "<title",
                    "<b",
                    "<br",
                    "<p",
                    "<!--");

    private Markup() {}

    static boolean isMarkup(Head head) {
        return head.u8(head.textStart()) == '<';
    }

    static ContentType type(Head head) {
        String text = head.lowerCase(head.textStart());
        if (text.startsWith("<?") && !text.startsWith("<?xml")) {
            return ContentType.PHP;
        }
        if (startsWithTag(text, "<svg") || text.startsWith("<!doctype svg")) {
            return ContentType.SVG;
        }
        if (HTML_STARTS.stream().anyMatch(tag -> startsWithTag(text, tag))) {
            return text.contains("<svg") && text.startsWith("<!--")
                    ? ContentType.SVG
                    : ContentType.HTML;
        }
        return document(text);
    }

    private static ContentType document(String text) {
        int svg = text.indexOf("<svg");
        int html = text.indexOf("<html");
        if (svg >= 0 && (html < 0 || svg < html)) {
            return ContentType.SVG;
        }
        return html >= 0 ? ContentType.HTML : ContentType.XML;
    }

    private static boolean startsWithTag(String text, String tag) {
        return text.startsWith(tag)
                && (text.length() == tag.length()
                        || !Character.isLetterOrDigit(text.charAt(tag.length())));
    }
}
