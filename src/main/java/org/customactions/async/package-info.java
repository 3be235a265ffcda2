/** Building blocks for work that is done later or elsewhere; they belong to no feature. */
package org.customactions.async;
