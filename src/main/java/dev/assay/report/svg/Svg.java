package dev.assay.report.svg;

/** Writes SVG: elements with attributes, texts escaped, places with one decimal. Colors are left to the style sheet by classes. */
final class Svg {
    private final StringBuilder out = new StringBuilder(2048);

    /** The beginning of a picture with its title for those who cannot see it. */
    Svg open(String cssClass, double width, double height, String title) {
        String box = "0 0 " + point(width, height);
        begin("svg", cssClass, "viewBox", box, "width", width, "height", height, "role", "img");
        out.append("><title>").append(MarkupEscaper.escape(title)).append("</title>");
        return this;
    }

    Svg line(String cssClass, double x1, double y1, double x2, double y2) {
        return element("line", cssClass, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
    }

    Svg box(String cssClass, double x, double y, double width, double height) {
        return element("rect", cssClass, "x", x, "y", y, "width", width, "height", height);
    }

    Svg circle(String cssClass, double x, double y, double radius) {
        return element("circle", cssClass, "cx", x, "cy", y, "r", radius);
    }

    /** A path in the language of its attribute {@code d}. */
    Svg path(String cssClass, String d) {
        return element("path", cssClass, "d", d);
    }

    /** A text; the anchor is {@code start}, {@code middle} or {@code end}. */
    Svg text(String cssClass, double x, double y, String anchor, String text) {
        begin("text", cssClass, "x", x, "y", y, "text-anchor", anchor);
        out.append('>').append(MarkupEscaper.escape(text)).append("</text>");
        return this;
    }

    private Svg element(String name, String cssClass, Object... attributes) {
        begin(name, cssClass, attributes);
        out.append("/>");
        return this;
    }

    /** Names and values of attributes, in turn. */
    private void begin(String name, String cssClass, Object... attributes) {
        out.append('<').append(name).append(" class=\"").append(cssClass).append('"');
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            String text = value instanceof Double place ? number(place) : value.toString();
            out.append(' ').append(attributes[i]).append("=\"").append(text).append('"');
        }
    }

    /** Begins a group that a pointer shows a text for. */
    Svg group(String cssClass, String title) {
        out.append("<g class=\"").append(cssClass).append("\"><title>");
        out.append(MarkupEscaper.escape(title)).append("</title>");
        return this;
    }

    Svg endGroup() {
        out.append("</g>");
        return this;
    }

    String close() {
        return out.append("</svg>").toString();
    }

    /** A place in a path. */
    static String point(double x, double y) {
        return number(x) + " " + number(y);
    }

    /** A coordinate with at most one decimal. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths / 10);
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : whole + "." + Math.abs(tenths % 10);
    }
}
