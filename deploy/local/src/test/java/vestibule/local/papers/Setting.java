package vestibule.local.papers;

/**
 * One key of a configuration mapping.
 *
 * @param value its default in words
 */
record Setting(String key, String value, String meaning) {

    String row() {
        return "| `%s` | %s | %s |".formatted(key, value, meaning.replace("|", "\\|"));
    }
}
