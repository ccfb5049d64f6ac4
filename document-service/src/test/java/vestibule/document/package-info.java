/** The endpoint's documentation: every answer of {@code POST /v1/files} and its companions. */
package vestibule.document;
