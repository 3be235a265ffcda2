/** The kind of action that opens a page through a redirect that works once. */
package org.customactions.kind.url;
