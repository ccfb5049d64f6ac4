package vestibule.intake.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vestibule.intake.ServiceName;
import vestibule.validation.ContentType;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventDataTest {

    private static final UUID ID = UUID.fromString("0199f6c2-7d3e-7c41-9a53-5b7f0c7f1f10");

    @Test
    void a_received_document_is_written_as_the_contract_shows() {
        var event = Events.received(ID, Subject.of(Subject.Kind.USER, "user-123"), Map.of());

        assertThat(data(event))
                .isEqualTo(
                        """
                        {"documentId":"0199f6c2-7d3e-7c41-9a53-5b7f0c7f1f10","service":"file",\
                        "tenantId":"acme","subject":{"kind":"user","id":"user-123"},\
                        "batchId":"0199f6c2-7d3e-7c41-9a53-5b7f0c7f1f10",\
                        "document":{"category":"identity","type":"passport","side":"front",\
                        "vendorType":"passport"},\
                        "content":{"mediaType":"image/jpeg","sizeBytes":245678,"sha256":\
                        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"},\
                        "facts":{"widthPx":1280,"heightPx":960,"pages":null,"encrypted":false,\
                        "activeContent":false,"scan":"not-scanned"},"vendor":{},\
                        "object":{"bucket":"vestibule","key":\
                        "file/acme/2026/11/20/11/0199f6c2-7d3e-7c41-9a53-5b7f0c7f1f10",\
                        "versionId":null},"receivedAt":"2026-11-20T11:00:00.120Z"}""");
    }

    @Test
    void a_deleted_document_is_written_as_the_contract_says() {
        var event = Events.deleted(Events.received(ID, Subject.none(), Map.of()));

        assertThat(data(event))
                .isEqualTo(
                        """
                        {"documentId":"0199f6c2-7d3e-7c41-9a53-5b7f0c7f1f10","service":"file",\
                        "tenantId":"acme","subject":{"kind":"none","id":null},\
                        "reason":"client-request","replacedBy":null,\
                        "deletedAt":"2026-11-20T11:00:00.120Z"}""");
    }

    static Stream<DocumentReceived> receivedOfEveryShape() {
        return Stream.of(
                Events.received(),
                Events.received(ID, Subject.of(Subject.Kind.SESSION, "s"), Map.of()),
                Events.receivedBy(ServiceName.DDQ, Map.of()),
                Events.receivedBy(ServiceName.DDQ, Map.of("ddqId", "7", "ddqMatched", true)),
                Events.receivedBy(ServiceName.IMAGE, Map.of("idType", "visa")),
                Events.receivedBy(ServiceName.IMAGE, Map.of("replaces", ID.toString())),
                Events.receivedBy(ServiceName.MEDIA, Map.of()),
                Events.receivedBy(ServiceName.DOCUMENT, Map.of("typeId", "1")));
    }

    @ParameterizedTest
    @MethodSource("receivedOfEveryShape")
    void every_shape_of_received_meets_its_schema(DocumentReceived event) {
        assertThat(EventSchema.faultsOfReceived(data(event))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_to_delete_meets_the_schema(DeletionReason reason) {
        var successor =
                reason == DeletionReason.REPLACED
                        ? Optional.of(UUID.randomUUID())
                        : Optional.<UUID>empty();
        var event =
                new DocumentDeleted(
                        ID,
                        ServiceName.IMAGE,
                        "acme",
                        Subject.none(),
                        reason,
                        successor,
                        Events.NOW);

        assertThat(EventSchema.faultsOfDeleted(data(event))).isEmpty();
    }

    @Test
    void an_undetermined_fact_is_null_and_meets_the_schema() {
        var nothing = Facts.of(vestibule.validation.Facts.named(ContentType.MP4), Scan.CLEAN);

        assertThat(nothing)
                .isEqualTo(
                        new Facts(
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                OptionalInt.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Scan.CLEAN));
        assertThat(data(withFacts(nothing)))
                .contains(
                        "\"widthPx\":null,\"heightPx\":null,\"pages\":null,\"encrypted\":null,"
                                + "\"activeContent\":null");
        assertThat(EventSchema.faultsOfReceived(data(withFacts(nothing)))).isEmpty();
    }

    @Test
    void the_schema_names_exactly_our_words() {
        var received = EventSchema.published("document-received-v1.json").get("properties");
        var document = received.get("document").get("properties");

        assertThat(words(document.get("type"))).isEqualTo(names(DocumentType.class));
        assertThat(words(document.get("category"))).isEqualTo(names(Category.class));
        assertThat(words(document.get("side"))).isEqualTo(names(Side.class));
        assertThat(words(received.get("service"))).isEqualTo(names(ServiceName.class));
        assertThat(
                        words(
                                EventSchema.published("document-deleted-v1.json")
                                        .at("/properties/reason")))
                .isEqualTo(
                        names(DeletionReason.class).stream()
                                .map(w -> w.replace('_', '-'))
                                .toList());
    }

    @Test
    void the_strict_schema_refuses_what_it_does_not_name() {
        var event = Events.received(ID, Subject.none(), Map.of("fileName", "me.jpg"));

        assertThat(EventSchema.faultsOfReceived(data(event)))
                .singleElement()
                .asString()
                .contains("fileName");
    }

    @ParameterizedTest
    @EnumSource(names = {"FILE", "IMAGE", "MEDIA", "DOCUMENT"})
    void what_one_vendor_says_is_not_said_of_another(ServiceName service) {
        var event = Events.receivedBy(service, Map.of("ddqId", "7", "ddqMatched", true));

        assertThat(EventSchema.faultsOfReceived(data(event))).isNotEmpty();
    }

    @Test
    void whole_seconds_still_have_milliseconds() {
        var envelope =
                new Envelope(
                        ID,
                        Instant.parse("2026-11-20T11:00:00Z"),
                        Events.received(),
                        Optional.empty());

        assertThat(envelope.headers()).containsEntry("ce_time", "2026-11-20T11:00:00.000Z");
    }

    @Test
    void a_vendor_fact_may_have_256_characters_of_any_kind() {
        var event =
                Events.receivedBy(
                        ServiceName.DDQ, Map.of("ddqId", "😀".repeat(256), "ddqMatched", false));

        assertThat(EventSchema.faultsOfReceived(data(event))).isEmpty();
    }

    @Test
    void a_vendor_fact_is_short() {
        assertThatThrownBy(() -> Events.received(ID, Subject.none(), Map.of("a", "x".repeat(257))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_subject_has_an_id_unless_there_is_none() {
        assertThatThrownBy(() -> Subject.of(Subject.Kind.NONE, "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String data(DocumentEvent event) {
        return new Envelope(ID, Events.NOW, event, Optional.empty()).data();
    }

    private static DocumentReceived withFacts(Facts facts) {
        var event = Events.received();
        return new DocumentReceived(
                event.documentId(),
                event.service(),
                event.tenantId(),
                event.subject(),
                event.batchId(),
                event.document(),
                event.content(),
                facts,
                event.vendor(),
                event.object(),
                event.receivedAt());
    }

    private static List<String> words(JsonNode schema) {
        return StreamSupport.stream(schema.get("enum").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static <E extends Enum<E>> List<String> names(Class<E> words) {
        return EnumSet.allOf(words).stream().map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
    }
}
