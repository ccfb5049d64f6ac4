package vestibule.image;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vestibule.intake.Caller;
import vestibule.intake.access.AccessKey;
import vestibule.intake.access.BrokenAccess;
import vestibule.intake.access.ClientAccess;
import vestibule.intake.access.RateLimit;

/** The part {@code image} of a client: its projects, and keys that each name one of them. */
record ImageClient(
        @JsonProperty("enabled") Optional<Boolean> switchedOn,
        Optional<RateLimit> rateLimit,
        List<Project> projects,
        List<ProjectKey> keys)
        implements ClientAccess {

    ImageClient {
        BrokenAccess.unless(keys != null && !keys.isEmpty(), "needs at least one key");
        projects = projects == null ? List.of() : List.copyOf(projects);
        keys = List.copyOf(keys);
        BrokenAccess.unless(
                projects.stream().map(Project::id).distinct().count() == projects.size(),
                "the same project is there twice");
    }

    /** A key of {@code access.yaml} as {@link AccessKey} has it, with the project it opens. */
    record ProjectKey(
            String id,
            String project,
            Optional<String> sha256,
            Optional<String> value,
            @JsonProperty("not-before") Optional<Instant> notBefore,
            @JsonProperty("not-after") Optional<Instant> notAfter) {

        ProjectKey {
            BrokenAccess.unless(project != null && !project.isBlank(), "needs a project");
            new AccessKey(id, sha256, value, notBefore, notAfter);
        }

        AccessKey key() {
            return new AccessKey(id, sha256, value, notBefore, notAfter);
        }

        @Override
        public String toString() {
            return "key " + id;
        }
    }

    @Override
    public boolean enabled() {
        return switchedOn.orElse(true);
    }

    /** A key may name a project that is not declared: its calls are answered so. */
    @Override
    public List<Credential> credentials(String client) {
        return keys.stream()
                .map(key -> new Credential(key.key(), new Caller(client, key.project())))
                .toList();
    }

    Optional<Project> project(String id) {
        return projects.stream().filter(project -> project.id().equals(id)).findFirst();
    }
}
