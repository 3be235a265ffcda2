/** What stands before it in this module's address is the service, also behind a path of a proxy. */
const FILE_OF_SERVICE = /\/(?:assets|embed)\/(?:\w+\/)?custom-actions[\w-]*\.js(?:\?.*)?$/;

/**
 * The service that a module was loaded from. Without it, the module is part of a page's own bundle and knows no service but the
 * page's origin.
 */
export function serviceOf(module: string): string {
  const service = module.replace(FILE_OF_SERVICE, '/');
  return service === module ? '/' : service;
}

/**
 * The service's URL without a slash at its end.
 *
 * @param baseUrl as the page wrote it, relative to the page; empty for where this module came from
 * @throws TypeError where it is no HTTP URL
 */
export function serviceUrl(baseUrl: string): string {
  const url = new URL(baseUrl || serviceOf(import.meta.url), document.baseURI);
  if (!isHttp(url)) {
    throw new TypeError(`Not an HTTP URL: ${baseUrl}`);
  }
  return (url.origin + url.pathname).replace(/\/+$/, '');
}

/**
 * The page that a redirect leads to; undefined where it may not be opened, which is all but http and https.
 *
 * @param redirect a URL, or a path on the service
 */
export function redirectTarget(redirect: string, service: string): string | undefined {
  try {
    // A path is one below the service, which a proxy may have put below a path of its own.
    const url = redirect.startsWith('/') ? new URL(service + redirect) : new URL(redirect, `${service}/`);
    return isHttp(url) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

function isHttp(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}
