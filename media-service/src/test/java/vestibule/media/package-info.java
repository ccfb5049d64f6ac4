/**
 * The endpoint's documentation: every answer of {@code POST /v1/sessions/{id}/media} and its
 * companions.
 */
package vestibule.media;
