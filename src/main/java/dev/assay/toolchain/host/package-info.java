/** Where tools are looked for and asked, the environment they see, where sources lie and what is built goes, and the messages about tools that are missing or fail. */
@NullMarked
package dev.assay.toolchain.host;

import org.jspecify.annotations.NullMarked;
