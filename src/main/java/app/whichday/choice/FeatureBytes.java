package app.whichday.choice;

import java.nio.ByteBuffer;

/**
 * Features as bytes, to be kept: per feature its hash and value, 12 bytes. Names are not kept: they may hold words of a mail,
 * and weighing needs none. What is read back explains itself by hashes.
 */
public final class FeatureBytes {
    private static final int EACH = Long.BYTES + Float.BYTES;

    private FeatureBytes() {}

    public static byte[] of(Features features) {
        ByteBuffer out = ByteBuffer.allocate(features.size() * EACH);
        for (int i = 0; i < features.size(); i++) {
            out.putLong(features.hash(i)).putFloat((float) features.value(i));
        }
        return out.array();
    }

    /** @throws IllegalArgumentException where the bytes are none that {@link #of} wrote */
    public static Features read(byte[] bytes) {
        if (bytes.length % EACH != 0) {
            throw new IllegalArgumentException("Features take " + EACH + " bytes each; there are " + bytes.length);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        Features.Builder features = Features.builder();
        while (in.hasRemaining()) {
            features.hashed(in.getLong(), in.getFloat());
        }
        return features.build();
    }
}
