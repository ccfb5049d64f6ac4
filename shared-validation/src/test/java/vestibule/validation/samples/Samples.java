package vestibule.validation.samples;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import vestibule.validation.ContentType;

/** Small documents of every format: whole and accepted unless the name says otherwise. */
public final class Samples {

    private static final String SCRIPT_ENTRY = "/Names << /JavaScript 9 0 R >>";
    private static final String THEORA = "807468656F7261";

    private Samples() {}

    /** The JPEG of the media service's seed: 1 x 1, 285 bytes, without an end marker. */
    public static byte[] seedJpeg() {
        return Pictures.decoded(Pictures.SEED_JPEG);
    }

    /** The PNG of the seeds: 1 x 1, 70 bytes. */
    public static byte[] seedPng() {
        return Pictures.decoded(Pictures.SEED_PNG);
    }

    public static byte[] jpeg(int width, int height) {
        return Pictures.jpeg(width, height);
    }

    public static byte[] png(int width, int height) {
        return Pictures.png(width, height);
    }

    /** The size in the header only; there is no data to match it. */
    public static byte[] bmp(int width, int height) {
        return Pictures.bmp(width, height);
    }

    public static byte[] webp(int width, int height) {
        return Pictures.webp(width, height);
    }

    public static byte[] lossyWebp(int width, int height) {
        return Pictures.lossyWebp(width, height);
    }

    public static byte[] losslessWebp(int width, int height) {
        return Pictures.losslessWebp(width, height);
    }

    public static byte[] heic(int width, int height) {
        return Heif.single(Heif.ftyp("heic", "mif1", "heic"), width, height);
    }

    /** As phones write it: a grid of tiles, the size of a tile first. */
    public static byte[] heicGrid(int width, int height) {
        return Heif.grid(Heif.ftyp("heic", "mif1", "heic"), width, height);
    }

    public static byte[] heif(int width, int height) {
        return Heif.single(Heif.ftyp("mif1", "mif1", "miaf"), width, height);
    }

    /** A HEIF picture under any brands. */
    public static byte[] branded(String major, String... compatible) {
        return Heif.single(Heif.ftyp(major, compatible), 64, 48);
    }

    public static byte[] pdf() {
        return Pdf.with("", "");
    }

    public static byte[] encryptedPdf() {
        return Pdf.with("", "/Encrypt 4 0 R");
    }

    public static byte[] pdfWithJavaScript() {
        return pdfWithCatalog("/OpenAction << /S /JavaScript /JS (app.alert) >>");
    }

    /** With these entries more in the catalog. */
    public static byte[] pdfWithCatalog(String entries) {
        return Pdf.with(entries, "");
    }

    /** With one more object: a stream of these bytes. */
    public static byte[] pdfWithStream(byte[] body) {
        return Pdf.with("", "", Pdf.stream("<< /Length " + body.length + " >>", body));
    }

    /** The catalog lies in an object stream, with these entries more. */
    public static byte[] pdfWithCompressedCatalog(String entries) {
        return Pdf.compressed(entries);
    }

    public static byte[] pdfWithCompressedJavaScript() {
        return Pdf.compressed(SCRIPT_ENTRY);
    }

    public static byte[] json() {
        return text("{\"result\":\"approved\"}");
    }

    public static byte[] mp4(long mdatBytes) {
        return Videos.iso(Heif.ftyp("mp42", "isom", "mp42"), "vide", mdatBytes);
    }

    /** A movie with one track of this kind, for example {@code soun}. */
    public static byte[] movie(String brand, String handler) {
        return Videos.iso(Heif.ftyp(brand, "isom"), handler, 100);
    }

    public static byte[] fragmentedMp4() {
        return Videos.fragmented(Heif.ftyp("iso5", "iso5", "dash"));
    }

    /** Nothing but the first box. */
    public static byte[] ftypAlone() {
        return Heif.ftyp("isom", "isom", "mp42");
    }

    public static byte[] quickTime() {
        return Videos.iso(Heif.ftyp("qt  ", "qt  "), "vide", 100);
    }

    public static byte[] quickTimeWithoutBrand() {
        return Videos.iso(Heif.box("wide", new byte[0]), "vide", 100);
    }

    public static byte[] webm() {
        return Videos.ebml("webm", 1);
    }

    /** As browsers record it: neither the segment nor the cluster says how long it is. */
    public static byte[] liveWebm() {
        return Videos.live();
    }

    public static byte[] webmOfSound() {
        return Videos.ebml("webm", 2);
    }

    /** Packets with four bytes more in front, as on discs. */
    public static byte[] discTransportStream() {
        return Videos.transportStream(4);
    }

    /** Every kind of video that is told apart. */
    public static Map<ContentType, byte[]> videos() {
        var videos = new LinkedHashMap<ContentType, byte[]>();
        videos.put(ContentType.MP4, mp4(100));
        videos.put(ContentType.QUICKTIME, quickTime());
        videos.put(ContentType.THREE_GP, movie("3gp4", "vide"));
        videos.put(ContentType.THREE_G2, movie("3g2a", "vide"));
        videos.put(ContentType.WEBM, webm());
        videos.put(ContentType.MATROSKA, Videos.ebml("matroska", 1));
        videos.put(ContentType.AVI, Videos.avi());
        videos.put(ContentType.ASF, Videos.asf(Videos.ASF_VIDEO));
        videos.put(ContentType.FLV, Videos.flv(9));
        videos.put(ContentType.OGG_VIDEO, Videos.ogg(THEORA));
        videos.put(ContentType.MPEG, Videos.programStream(0xE0));
        videos.put(ContentType.MPEG_TS, Videos.transportStream(0));
        return videos;
    }

    /** The same containers with sound alone. */
    public static Map<String, byte[]> soundOnly() {
        var sounds = new LinkedHashMap<String, byte[]>();
        sounds.put("mp4", movie("mp42", "soun"));
        sounds.put("m4a", movie("M4A ", "soun"));
        sounds.put("webm", webmOfSound());
        sounds.put("wma", Videos.asf(Videos.ASF_SOUND));
        sounds.put("flv", Videos.flv(8));
        sounds.put("ogg", Videos.ogg("01766F72626973"));
        sounds.put("program stream", Videos.programStream(0xC0));
        return sounds;
    }

    /** Known by their first bytes and refused everywhere. */
    public static Map<ContentType, byte[]> refused() {
        var refused = new LinkedHashMap<ContentType, byte[]>();
        refused.put(ContentType.GIF, text("GIF89a and a picture behind it"));
        refused.put(ContentType.TIFF, Bytes.ofHex("49492A0008000000").zeros(20).toArray());
        refused.put(ContentType.AVIF, branded("avif", "mif1", "avif"));
        refused.put(ContentType.JPEG_XL, Bytes.ofHex("FF0A").zeros(20).toArray());
        refused.put(ContentType.SVG, text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
        refused.put(ContentType.HTML, text("<!DOCTYPE html><html></html>"));
        refused.put(ContentType.XML, text("<?xml version=\"1.0\"?><a/>"));
        refused.put(ContentType.PHP, text("<?php phpinfo(); ?>"));
        refused.put(ContentType.SCRIPT, text("#!/bin/sh\nexit 0\n"));
        refused.put(ContentType.POSTSCRIPT, text("%!PS-Adobe-3.0\n"));
        refused.put(ContentType.ZIP, Bytes.ofHex("504B0304").zeros(30).toArray());
        refused.put(ContentType.DOS_EXECUTABLE, Bytes.of("MZ").zeros(62).toArray());
        refused.put(ContentType.ELF, Bytes.ofHex("7F454C46").zeros(60).toArray());
        return refused;
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
