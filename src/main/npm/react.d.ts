// Tells JSX of React about <custom-actions>.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { CustomActionsAttributes, CustomActionsElement, CustomActionsEvents, CustomActionsProperties } from './index.js';

export * from './index.js';

/** What a page may write at `<custom-actions>`. */
export type CustomActionsProps = DetailedHTMLProps<HTMLAttributes<CustomActionsElement>, CustomActionsElement> &
  CustomActionsAttributes &
  Partial<CustomActionsProperties> & {
    [Name in keyof CustomActionsEvents as `on${Name}`]?: (event: CustomActionsEvents[Name]) => void;
  };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'custom-actions': CustomActionsProps;
    }
  }
}
