/**
 * The endpoint's documentation: every answer of {@code POST /v1/enterprise/ddq/upload} and its
 * companions.
 */
package vestibule.ddq;
