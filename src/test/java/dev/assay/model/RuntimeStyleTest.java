package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two runtimes are distinguished by shape alone and by color alone, whatever a reader's color vision. Color vision is simulated as in
 * Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), severity 1; colors are
 * compared as in CIE 1976, where 2.3 is just noticeable.
 */
class RuntimeStyleTest {
    private static final double LEAST_DIFFERENCE = 10;

    private static final double[][] NORMAL = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private static final double[][] PROTAN = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };
    private static final double[][] DEUTAN = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };
    private static final double[][] TRITAN = {
        {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
    };
    private static final double[][] TO_XYZ = {
        {0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}
    };
    private static final double[] WHITE = {0.9505, 1, 1.089};

    @Test
    void everyRuntimeHasAShapeOfItsOwn() {
        assertThat(Runtime.measured())
                .extracting(runtime -> runtime.style().shape())
                .doesNotHaveDuplicates()
                .doesNotContain(RuntimeStyle.NEUTRAL.shape());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyRuntimeHasAColorOfItsOwn(boolean light) {
        Function<Runtime, String> color =
                runtime -> light ? runtime.style().light() : runtime.style().dark();
        for (Runtime one : Runtime.measured()) {
            for (Runtime other : Runtime.measured()) {
                for (double[][] vision : List.of(NORMAL, PROTAN, DEUTAN, TRITAN)) {
                    assertThat(
                                    one == other
                                            ? LEAST_DIFFERENCE
                                            : difference(color.apply(one), color.apply(other), vision))
                            .as(one + " beside " + other)
                            .isGreaterThanOrEqualTo(LEAST_DIFFERENCE);
                }
            }
        }
    }

    private static double difference(String one, String other, double[][] vision) {
        double[] a = lab(linear(one), vision);
        double[] b = lab(linear(other), vision);
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private static double[] linear(String color) {
        double[] parts = new double[3];
        for (int i = 0; i < parts.length; i++) {
            double part = Integer.parseInt(color.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            parts[i] = part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
        }
        return parts;
    }

    private static double[] lab(double[] linear, double[][] vision) {
        double[] xyz = times(TO_XYZ, times(vision, linear));
        double[] f = new double[3];
        for (int i = 0; i < f.length; i++) {
            double share = xyz[i] / WHITE[i];
            f[i] = share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116.0;
        }
        return new double[] {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int i = 0; i < product.length; i++) {
            double sum = matrix[i][0] * vector[0] + matrix[i][1] * vector[1] + matrix[i][2] * vector[2];
            product[i] = Math.min(1, Math.max(0, sum));
        }
        return product;
    }
}
