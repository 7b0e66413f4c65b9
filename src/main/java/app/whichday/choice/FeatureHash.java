package app.whichday.choice;

/**
 * The 64-bit hash of a feature's name, computed without building the name.
 *
 * <p>A name is one or more parts joined by {@code &}; its hash is the sum of the parts' hashes (FNV-1a over the chars,
 * finished by the mixer of SplitMix64). So a conjunction is hashed by one addition, and {@code a&b} is {@code b&a}.
 * Hashes are stored in model files: changing this function means a new file version.
 */
final class FeatureHash {
    static final char AND = '&';

    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private FeatureHash() {}

    static long of(String name) {
        long sum = 0;
        long part = FNV_BASIS;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == AND) {
                sum += mix(part);
                part = FNV_BASIS;
            } else {
                part = (part ^ c) * FNV_PRIME;
            }
        }
        return sum + mix(part);
    }

    /** That of {@code head + tail}. */
    static long of(String head, String tail) {
        long sum = 0;
        long part = FNV_BASIS;
        int headLength = head.length();
        int length = headLength + tail.length();
        for (int i = 0; i < length; i++) {
            char c = i < headLength ? head.charAt(i) : tail.charAt(i - headLength);
            if (c == AND) {
                sum += mix(part);
                part = FNV_BASIS;
            } else {
                part = (part ^ c) * FNV_PRIME;
            }
        }
        return sum + mix(part);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
