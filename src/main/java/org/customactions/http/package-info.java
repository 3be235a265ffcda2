/**
 * The doormen that every request passes and no feature names: limits, request ids, the mapping of errors, and the
 * description of the API. Most are filters and routes.
 */
package org.customactions.http;
