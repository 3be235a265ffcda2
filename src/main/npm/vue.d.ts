// Tells Vue's templates about <custom-actions>.
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { CustomActionsAttributes, CustomActionsElement, CustomActionsEvents, CustomActionsProperties } from './index.js';

export * from './index.js';

/** What a template may write at `<custom-actions>`. */
export type CustomActionsProps = HTMLAttributes &
  PublicProps &
  CustomActionsAttributes &
  Partial<CustomActionsProperties>;

declare module 'vue' {
  interface GlobalComponents {
    'custom-actions': new () => CustomActionsElement & {
      /** @deprecated for the types of templates only */
      $props: CustomActionsProps;
      /** @deprecated for the types of templates only */
      $emit: EmitFn<{ [Name in keyof CustomActionsEvents]: (event: CustomActionsEvents[Name]) => void }>;
    };
  }
}
