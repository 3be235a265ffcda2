/** Defines what a kind of action can do, and finds the kind of a type. Each kind has its own package below this one. */
package org.customactions.kind;
