/**
 * What a kind of action can do, and how the kind of a type is found. A kind has a package of its own below this one.
 */
package org.customactions.kind;
