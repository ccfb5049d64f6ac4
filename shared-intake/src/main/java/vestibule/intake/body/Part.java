package vestibule.intake.body;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Up to one part's worth of bytes in leased chunks: filled once on the event loop, then read by the
 * thread that sends it, as often as a retry needs.
 */
public final class Part {

    private final BufferLease lease;
    private final int capacity;
    private final List<byte[]> chunks = new ArrayList<>();
    private int length;

    public Part(BufferLease lease, int capacity) {
        this.lease = lease;
        this.capacity = capacity;
    }

    /** Takes as many of the bytes as fit. */
    public int write(byte[] bytes, int offset, int count) {
        var taken = 0;
        while (taken < count && length < capacity) {
            var at = length % BufferBudget.CHUNK_BYTES;
            if (at == 0) {
                chunks.add(lease.take());
            }
            var room = Math.min(BufferBudget.CHUNK_BYTES - at, capacity - length);
            var copied = Math.min(room, count - taken);
            System.arraycopy(bytes, offset + taken, chunks.getLast(), at, copied);
            length += copied;
            taken += copied;
        }
        return taken;
    }

    public boolean isFull() {
        return length == capacity;
    }

    /** Bytes that fit without another chunk. */
    public int roomInChunk() {
        var used = length % BufferBudget.CHUNK_BYTES;
        return used == 0 ? 0 : BufferBudget.CHUNK_BYTES - used;
    }

    public int length() {
        return length;
    }

    /** The content from its beginning; may be opened again. */
    public InputStream open() {
        var streams = new ArrayList<InputStream>(chunks.size());
        for (var i = 0; i < chunks.size(); i++) {
            streams.add(new ByteArrayInputStream(chunks.get(i), 0, usedOf(i)));
        }
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    /** The CRC-32 of the content, as S3 wants it in {@code x-amz-checksum-crc32} before Base64. */
    public int crc32() {
        var crc = new CRC32();
        for (var i = 0; i < chunks.size(); i++) {
            crc.update(chunks.get(i), 0, usedOf(i));
        }
        return (int) crc.getValue();
    }

    /** Gives the memory back; the part must not be read afterwards. */
    public void release() {
        chunks.forEach(lease::give);
        chunks.clear();
    }

    private int usedOf(int chunk) {
        return Math.min(BufferBudget.CHUNK_BYTES, length - chunk * BufferBudget.CHUNK_BYTES);
    }
}
