/** What is checked of the manifests without a cluster. */
@NullMarked
package vestibule.k8s;

import org.jspecify.annotations.NullMarked;
