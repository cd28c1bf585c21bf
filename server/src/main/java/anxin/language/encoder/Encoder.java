package anxin.language.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * One model that turns a text into a vector of meaning. Texts of like length go through it
 * together; at most as many runs at once as there are processors.
 */
final class Encoder {

    private static final int BATCH = 16;
    private static final int MOST_PIECES = 128;
    private static final Semaphore RUNS =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()));

    private final WordPiece pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;

    Encoder(String name) {
        pieces = new WordPiece(vocabulary(name + "-tokenizer.json"));
        environment = OrtEnvironment.getEnvironment();
        try (var options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // An idle thread that spins would take the processor from the requests.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = environment.createSession(bytes(name + ".onnx"), options);
        } catch (OrtException e) {
            throw new IllegalStateException("the model " + name + " cannot be opened", e);
        }
    }

    /** Of each text the state of the first mark and the mean of all, each of length one. */
    float[][] encode(List<String> texts) {
        var ids =
                texts.stream().map(text -> pieces.encode(text, MOST_PIECES)).toArray(int[][]::new);
        var order = new Integer[ids.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingInt(i -> ids[i].length));
        var vectors = new float[ids.length][];
        IntStream.iterate(0, from -> from < order.length, from -> from + BATCH)
                .parallel()
                .mapToObj(
                        from ->
                                Arrays.copyOfRange(
                                        order, from, Math.min(order.length, from + BATCH)))
                .forEach(batch -> runInTurn(ids, batch, vectors));
        return vectors;
    }

    private void runInTurn(int[][] ids, Integer[] batch, float[][] vectors) {
        RUNS.acquireUninterruptibly();
        try {
            run(ids, batch, vectors);
        } catch (OrtException e) {
            throw new IllegalStateException("a text could not be encoded", e);
        } finally {
            RUNS.release();
        }
    }

    private void run(int[][] ids, Integer[] batch, float[][] vectors) throws OrtException {
        int longest = ids[batch[batch.length - 1]].length;
        var shape = new long[] {batch.length, longest};
        var tokens = LongBuffer.allocate(batch.length * longest);
        var mask = LongBuffer.allocate(batch.length * longest);
        var types = LongBuffer.allocate(batch.length * longest);
        for (int row = 0; row < batch.length; row++) {
            var own = ids[batch[row]];
            for (int i = 0; i < own.length; i++) {
                tokens.put(row * longest + i, own[i]);
                mask.put(row * longest + i, 1);
            }
        }
        try (var tokenTensor = OnnxTensor.createTensor(environment, tokens, shape);
                var maskTensor = OnnxTensor.createTensor(environment, mask, shape);
                var typeTensor = OnnxTensor.createTensor(environment, types, shape)) {
            var inputs = new HashMap<String, OnnxTensor>();
            inputs.put("input_ids", tokenTensor);
            inputs.put("attention_mask", maskTensor);
            if (session.getInputNames().contains("token_type_ids")) {
                inputs.put("token_type_ids", typeTensor);
            }
            try (var result = session.run(inputs)) {
                var hidden = ((OnnxTensor) result.get(0)).getFloatBuffer();
                int size = hidden.remaining() / (batch.length * longest);
                for (int row = 0; row < batch.length; row++) {
                    vectors[batch[row]] =
                            pool(hidden, row * longest * size, ids[batch[row]].length, size);
                }
            }
        }
    }

    /** The state of the first mark and the mean of all, each of length one, side by side. */
    private static float[] pool(FloatBuffer hidden, int from, int tokens, int size) {
        var pooled = new float[2 * size];
        hidden.get(from, pooled, 0, size);
        for (int token = 0; token < tokens; token++) {
            for (int d = 0; d < size; d++) {
                pooled[size + d] += hidden.get(from + token * size + d);
            }
        }
        unit(pooled, 0, size);
        unit(pooled, size, 2 * size);
        return pooled;
    }

    private static void unit(float[] vector, int from, int until) {
        double square = 0;
        for (int d = from; d < until; d++) {
            square += vector[d] * vector[d];
        }
        float norm = (float) Math.sqrt(Math.max(square, 1e-12));
        for (int d = from; d < until; d++) {
            vector[d] /= norm;
        }
    }

    private static Map<String, Integer> vocabulary(String file) {
        var vocabulary = new HashMap<String, Integer>();
        JsonMapper.shared()
                .readTree(bytes(file))
                .path("model")
                .path("vocab")
                .propertyStream()
                .forEach(piece -> vocabulary.put(piece.getKey(), piece.getValue().intValue()));
        return vocabulary;
    }

    private static byte[] bytes(String file) {
        try (var in = Encoder.class.getResourceAsStream("/language/encoder/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the model file " + file + " is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
