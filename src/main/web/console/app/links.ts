import { type Route, routeOf } from '../ui/route';

/** Where a click on a link within the page leads; undefined if the browser has to follow it, such as into another tab. */
export function routeOfClick(event: MouseEvent): Route | undefined {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="?"]') : null;
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || event.defaultPrevented || link.target || link.hasAttribute('download')) {
    return undefined;
  }
  event.preventDefault();
  return routeOf(link.search);
}
