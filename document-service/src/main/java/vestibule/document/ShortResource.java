package vestibule.document;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import vestibule.intake.Intake;
import vestibule.intake.access.CurrentCaller;

/** The same, as the vendor's headings call them. */
@Path("/v2/my")
@Produces(MediaType.APPLICATION_JSON)
public class ShortResource extends DocumentResource {

    ShortResource(Intake intake, DocumentOffice office, DocumentShelf shelf, CurrentCaller caller) {
        super(intake, office, shelf, caller);
    }
}
