package vestibule.image;

import java.util.List;
import vestibule.intake.body.JsonHandler;
import vestibule.validation.Refusal;
import vestibule.validation.json.JsonKind;

/** The members of a JSON object as the fields of a call: strings under the same names. */
record JsonMembers(ImageForm form) implements JsonHandler {

    @Override
    public boolean begin(List<String> path, JsonKind kind) {
        if (path.size() > 1) {
            return form.begin(SentField.member(""));
        }
        var name = path.getFirst();
        return (kind == JsonKind.STRING || !ImageForm.knows(name))
                ? form.begin(SentField.member(name))
                : form.refuse(new Refusal.BodyMalformed());
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
