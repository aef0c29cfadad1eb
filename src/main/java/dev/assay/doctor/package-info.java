/** What the doctor looks at, and how it says what it found. */
@NullMarked
package dev.assay.doctor;

import org.jspecify.annotations.NullMarked;
