package vestibule.image;

/** A date of a migration that is none; {@code field} is one of our names. */
record MigrationDateInvalid(String field) implements ImageRefusal {

    @Override
    public String reason() {
        return "migration-date-invalid";
    }
}
