package vestibule.image;

import jakarta.inject.Singleton;
import java.util.Optional;
import vestibule.intake.Caller;
import vestibule.intake.access.AccessBook;
import vestibule.validation.Refusal;

/** The projects as {@code access.yaml} says them now; the caller's is the one its key names. */
@Singleton
class Projects {

    private final AccessBook book;

    Projects(AccessBook book) {
        this.book = book;
    }

    /** Why nothing can be done in the caller's project. */
    Optional<Refusal> judge(Caller caller) {
        return of(caller)
                .map(
                        project ->
                                project.isOpen()
                                        ? Optional.<Refusal>empty()
                                        : Optional.<Refusal>of(ImageRule.PROJECT_CLOSED))
                .orElseGet(() -> Optional.of(ImageRule.PROJECT_UNKNOWN));
    }

    /** The same, or that this admin is not one of the project's. */
    Optional<Refusal> judge(Caller caller, String admin) {
        return judge(caller)
                .or(
                        () ->
                                of(caller).filter(project -> project.admits(admin)).isPresent()
                                        ? Optional.empty()
                                        : Optional.of(ImageRule.ADMIN_INVALID));
    }

    private Optional<Project> of(Caller caller) {
        return book.clients()
                .part(caller.tenant(), ImageClient.class)
                .flatMap(client -> client.project(caller.owner()));
    }
}
