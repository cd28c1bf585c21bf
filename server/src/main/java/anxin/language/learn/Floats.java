package anxin.language.learn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Arrays of numbers in a file: weights keep half the bytes, which is more than they need. */
final class Floats {

    private Floats() {}

    static void write(DataOutput out, float[] values) throws IOException {
        var bytes = ByteBuffer.allocate(values.length * Short.BYTES);
        for (float value : values) {
            bytes.putShort(Float.floatToFloat16(value));
        }
        out.writeInt(values.length);
        out.write(bytes.array());
    }

    static float[] read(DataInput in) throws IOException {
        var values = new float[in.readInt()];
        var bytes = new byte[values.length * Short.BYTES];
        in.readFully(bytes);
        var buffer = ByteBuffer.wrap(bytes);
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.float16ToFloat(buffer.getShort());
        }
        return values;
    }

    static void write(DataOutput out, long[] values) throws IOException {
        out.writeInt(values.length);
        for (long value : values) {
            out.writeLong(value);
        }
    }

    static long[] readLongs(DataInput in) throws IOException {
        var values = new long[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readLong();
        }
        return values;
    }
}
