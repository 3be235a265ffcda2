/** The API's common parts: the envelope, errors, the fields of a JSON object, and pages. It knows no feature. */
package org.customactions.api;
