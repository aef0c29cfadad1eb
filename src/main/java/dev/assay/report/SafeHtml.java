package dev.assay.report;

import dev.assay.report.svg.MarkupEscaper;
import io.jstach.jstache.JStacheContentType;
import io.jstach.jstachio.Escaper;

/** The content type of the templates: everything that they insert is escaped by {@link MarkupEscaper}. */
@JStacheContentType(mediaType = "text/html")
final class SafeHtml {
    private static final Escaper ESCAPER = Escaper.of(MarkupEscaper::escape);

    private SafeHtml() {}

    /** What the templates use. */
    public static Escaper provider() {
        return ESCAPER;
    }
}
