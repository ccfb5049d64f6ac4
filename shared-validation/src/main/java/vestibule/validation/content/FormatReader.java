package vestibule.validation.content;

import vestibule.validation.Facts;

/**
 * Reads one format while its bytes pass, from the first byte on and in chunks of any size. Never
 * throws for what the bytes say, and gives the same facts however they were cut.
 */
interface FormatReader {

    void accept(byte[] bytes, int offset, int length);

    Facts finish();
}
