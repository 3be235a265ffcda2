/**
 * The secrets that the webhooks of an organization share: managers name and replace them, and nobody reads them. Which
 * actions use one is kept beside it, so that none disappears under an action.
 */
package org.customactions.secret.organization;
