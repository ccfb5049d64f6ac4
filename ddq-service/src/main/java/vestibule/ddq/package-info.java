/** {@code POST /v1/enterprise/ddq/upload} and its companions, as sFOX documents them. */
@NullMarked
package vestibule.ddq;

import org.jspecify.annotations.NullMarked;
