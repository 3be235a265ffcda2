/** The kind of action that opens a page through a redirect which works once. */
package org.customactions.kind.url;
