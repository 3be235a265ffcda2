import { guard } from 'lit/directives/guard.js';
import {
  'chart-no-axes-column-increasing' as barChart,
  'circle-alert' as circleAlert,
  'circle-check' as circleCheck,
  code,
  ellipsis,
  'external-link' as externalLink,
  'file-text' as fileText,
  globe,
  type IconNode,
  info,
  link,
  'loader-circle' as loaderCircle,
  mail,
  phone,
  ticket,
  'triangle-alert' as triangleAlert,
  user,
  x,
  zap,
} from 'lucide-static/icon-nodes.json';
import type { ToastType } from './contract';

const SVG = 'http://www.w3.org/2000/svg';
/** As Lucide draws them all, in a square of 24. */
const DRAWING = {
  viewBox: '0 0 24 24',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '2',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
};

/** The icons that an action can name; every other name is shown as a zap. */
export const ACTION_ICONS: ReadonlyMap<string, IconNode> = new Map<string, IconNode>([
  ['ticket', ticket],
  ['user', user],
  ['bar-chart', barChart],
  ['link', link],
  ['phone', phone],
  ['mail', mail],
  ['file-text', fileText],
  ['external-link', externalLink],
  ['zap', zap],
  ['globe', globe],
  ['code', code],
]);

const TOAST_ICONS: Readonly<Record<ToastType, IconNode>> = {
  success: circleCheck,
  error: circleAlert,
  info,
  warning: triangleAlert,
};

export const actionIcon = (name: string) => drawn(ACTION_ICONS.get(name) ?? zap, 'icon');
export const toastIcon = (type: ToastType) => drawn(TOAST_ICONS[type], 'toast-icon');
export const spinner = () => drawn(loaderCircle, 'icon spinner');
export const moreIcon = () => drawn(ellipsis, 'icon');
export const failureIcon = () => drawn(circleAlert, 'icon');
export const closeIcon = () => drawn(x, 'icon');

/** Decoration: what it stands next to says the same in words. */
export function drawn(icon: IconNode, classes: string): unknown {
  // Drawn anew only where it changes.
  return guard([icon, classes], () => {
    const drawing = element('svg', { ...DRAWING, class: classes, part: 'icon', 'aria-hidden': 'true' });
    drawing.append(...icon.map(([tag, attributes]) => element(tag, attributes)));
    return drawing;
  });
}

function element(tag: string, attributes: Readonly<Record<string, string>>): Element {
  const created = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => created.setAttribute(name, value));
  return created;
}
