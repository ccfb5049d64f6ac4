package vestibule.image;

import vestibule.intake.body.PartHandler;
import vestibule.intake.body.PartHeader;
import vestibule.validation.Refusal;

/** The parts of a multipart form as the fields of a call. */
record FormParts(ImageForm form) implements PartHandler {

    private static final String ENCODING = "content-transfer-encoding";

    @Override
    public boolean begin(PartHeader header) {
        return isReadable(header)
                ? form.begin(SentField.part(header))
                : form.refuse(new Refusal.BodyMalformed());
    }

    /** {@code base64} is what the text of a picture is anyway. */
    private static boolean isReadable(PartHeader header) {
        return header.isPlain()
                || header.header(ENCODING)
                        .filter(encoding -> encoding.strip().equalsIgnoreCase("base64"))
                        .isPresent();
    }

    @Override
    public boolean data(byte[] bytes, int offset, int length) {
        return form.data(bytes, offset, length);
    }

    @Override
    public void end() {
        form.end();
    }
}
