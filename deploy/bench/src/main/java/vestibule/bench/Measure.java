package vestibule.bench;

/** What {@code --only} chooses by its number. */
enum Measure {
    LARGE_FILE(LargeFile::measure),
    MEBIBYTE_DOCUMENTS(SmallDocuments::ofOneMebibyte),
    SMALL_DOCUMENTS(SmallDocuments::of100Kibibytes),
    PICTURE(LargeFile::measurePicture),
    CROWD(Crowd::measure),
    OUTBOX(OutboxDelay::measure),
    REFUSALS(Refusals::measure),
    STARTS(Starts::measure),
    GROWTH(Growth::measure);

    interface Steps {
        void run(Lab lab) throws Exception;
    }

    private final Steps steps;

    Measure(Steps steps) {
        this.steps = steps;
    }

    int number() {
        return ordinal() + 1;
    }

    void run(Lab lab) throws Exception {
        steps.run(lab);
    }
}
