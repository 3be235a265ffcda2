/** Of Lucide's drawings those that are used: a name here and its import are all that another one takes. */
declare module 'lucide-static/icon-nodes.json' {
  /** The elements of an SVG, each a pair of its name and its attributes. */
  export type IconNode = ReadonlyArray<readonly [tag: string, attributes: Readonly<Record<string, string>>]>;

  export const braces: IconNode;
  export const check: IconNode;
  export const clock: IconNode;
  export const code: IconNode;
  export const command: IconNode;
  export const copy: IconNode;
  export const download: IconNode;
  export const ellipsis: IconNode;
  export const eye: IconNode;
  export const globe: IconNode;
  export const history: IconNode;
  export const inbox: IconNode;
  export const info: IconNode;
  export const link: IconNode;
  export const mail: IconNode;
  export const phone: IconNode;
  export const play: IconNode;
  export const plus: IconNode;
  export const search: IconNode;
  export const ticket: IconNode;
  export const unplug: IconNode;
  export const upload: IconNode;
  export const user: IconNode;
  export const x: IconNode;
  export const zap: IconNode;

  const hyphenated: IconNode;
  export {
    hyphenated as 'arrow-left',
    hyphenated as 'chart-column',
    hyphenated as 'chart-no-axes-column-increasing',
    hyphenated as 'chevron-down',
    hyphenated as 'circle-alert',
    hyphenated as 'circle-check',
    hyphenated as 'circle-help',
    hyphenated as 'external-link',
    hyphenated as 'eye-off',
    hyphenated as 'file-text',
    hyphenated as 'grip-vertical',
    hyphenated as 'key-round',
    hyphenated as 'loader-circle',
    hyphenated as 'log-out',
    hyphenated as 'refresh-cw',
    hyphenated as 'trash-2',
    hyphenated as 'triangle-alert',
    hyphenated as 'undo-2',
  };
}
