/**
 * What a zone of the domain name system is made of; this package knows records and refuses to know
 * who asks for them.
 */
@NullMarked
package io.cloister.model.dns;

import org.jspecify.annotations.NullMarked;
