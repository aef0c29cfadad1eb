package dev.assay.report.svg;

import java.util.Locale;

/** Writes SVG: elements with attributes, texts escaped, places with one decimal. Colours are left to the style sheet by classes. */
final class Svg {
    private final StringBuilder out = new StringBuilder(2048);

    /** The beginning of a picture with its title for those who cannot see it. */
    Svg open(String cssClass, double width, double height, String title) {
        out.append(String.format(
                Locale.ROOT,
                "<svg class=\"%s\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\" role=\"img\"><title>%s</title>",
                cssClass,
                number(width),
                number(height),
                number(width),
                number(height),
                MarkupEscaper.escape(title)));
        return this;
    }

    Svg line(String cssClass, double x1, double y1, double x2, double y2) {
        out.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>",
                cssClass,
                number(x1),
                number(y1),
                number(x2),
                number(y2)));
        return this;
    }

    Svg box(String cssClass, double x, double y, double width, double height) {
        out.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>",
                cssClass,
                number(x),
                number(y),
                number(width),
                number(height)));
        return this;
    }

    Svg circle(String cssClass, double x, double y, double radius) {
        out.append(String.format(
                Locale.ROOT,
                "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>",
                cssClass,
                number(x),
                number(y),
                number(radius)));
        return this;
    }

    /** A path of straight lines. */
    Svg path(String cssClass, String d) {
        out.append("<path class=\"")
                .append(cssClass)
                .append("\" d=\"")
                .append(d)
                .append("\"/>");
        return this;
    }

    /** A text; the anchor is {@code start}, {@code middle} or {@code end}. */
    Svg text(String cssClass, double x, double y, String anchor, String text) {
        out.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>",
                cssClass,
                number(x),
                number(y),
                anchor,
                MarkupEscaper.escape(text)));
        return this;
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

    /** A place with at most one decimal. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths / 10);
        return tenths % 10 == 0 ? String.valueOf(tenths / 10) : whole + "." + Math.abs(tenths % 10);
    }
}
