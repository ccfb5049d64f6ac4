/**
 * The endpoint's documentation: every answer of {@code /api/v2/my/documents} and its companions.
 */
package vestibule.document;
