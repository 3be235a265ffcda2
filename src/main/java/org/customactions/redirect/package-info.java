/** Links that open a page once, within a short time. Only a hash of a link's token is stored. */
package org.customactions.redirect;
