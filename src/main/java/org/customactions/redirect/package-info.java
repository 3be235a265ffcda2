/** Links that open a page once and soon. Only a hash of a link's token is stored. */
package org.customactions.redirect;
