package vestibule.intake.storage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vestibule.intake.body.Part;

/** Remembers what it was asked, and fails to take parts when told to. */
final class RecordingStore extends InMemoryObjectStore {

    final List<String> calls = new ArrayList<>();
    boolean failing;

    @Override
    public void put(String key, Part content, byte[] sha256) {
        calls.add("put");
        super.put(key, content, sha256);
    }

    @Override
    public Multipart begin(String key) {
        calls.add("begin");
        return super.begin(key);
    }

    @Override
    public SentPart send(Multipart multipart, int number, Part content) {
        calls.add("send " + number);
        if (failing) {
            throw new StoreUnavailable("down", new IOException());
        }
        return super.send(multipart, number, content);
    }

    @Override
    public void complete(Multipart multipart, List<SentPart> parts) {
        calls.add("complete");
        super.complete(multipart, parts);
    }

    @Override
    public void abort(Multipart multipart) {
        calls.add("abort");
        super.abort(multipart);
    }
}
