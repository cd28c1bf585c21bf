package anxin.language.learn;

/** Solves equations with a symmetric positive matrix, of which the lower triangle is given. */
final class Cholesky {

    private Cholesky() {}

    /** Replaces the matrix by the triangle whose square it is. */
    static void decompose(float[][] a) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                a[i][j] = (float) ((a[i][j] - dot(a[i], a[j], j)) / a[j][j]);
            }
            a[i][i] = (float) Math.sqrt(Math.max(1e-12, a[i][i] - dot(a[i], a[i], i)));
        }
    }

    static double[] solve(float[][] triangle, float[] right) {
        int size = right.length;
        var x = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = right[i];
            for (int j = 0; j < i; j++) {
                sum -= triangle[i][j] * x[j];
            }
            x[i] = sum / triangle[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            x[i] /= triangle[i][i];
            for (int j = 0; j < i; j++) {
                x[j] -= triangle[i][j] * x[i];
            }
        }
        return x;
    }

    /** Four sums side by side, so that the processor need not wait for one. */
    static double dot(float[] a, float[] b, int length) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < length; i++) {
            s0 += a[i] * b[i];
        }
        return (double) s0 + s1 + s2 + s3;
    }
}
