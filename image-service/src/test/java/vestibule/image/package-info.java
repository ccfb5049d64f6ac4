/** The endpoint's documentation: every answer of {@code PUT /Image} and its companions. */
package vestibule.image;
