@org.jspecify.annotations.NullMarked
package vestibule.media;
