package vestibule.image;

import vestibule.validation.Refusal;

/** The rules that ARGOS alone has. */
sealed interface ImageRefusal extends Refusal.OfVendor permits ImageRule, MigrationDateInvalid {}
