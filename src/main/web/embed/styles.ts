import { css } from 'lit';
import { buttonStyles } from './button-styles';
import { menuStyles } from './menu-styles';
import { promptStyles } from './prompt-styles';
import { toastStyles } from './toast-styles';

/** The looks that a page can change, and what all parts have in common. */
const host = css`
  :host {
    --_color: var(--custom-actions-color, light-dark(#1f2328, #e6e8eb));
    --_quiet: var(--custom-actions-quiet-color, light-dark(#59636e, #9aa4af));
    --_background: var(--custom-actions-background, light-dark(#ffffff, #22272e));
    --_hover: var(--custom-actions-hover-background, light-dark(#f3f5f7, #2d333b));
    --_border: var(--custom-actions-border-color, light-dark(#d1d9e0, #444c56));
    --_accent: var(--custom-actions-accent-color, light-dark(#0a5dc2, #74b0ff));
    --_radius: var(--custom-actions-radius, 8px);
    --_gap: var(--custom-actions-gap, 8px);
    --_height: var(--custom-actions-height, 36px);
    --_success: light-dark(#1a7f37, #57c26d);
    --_error: light-dark(#c62828, #ff8379);
    --_warning: light-dark(#9a6700, #e3b341);
    --_info: var(--_accent);
    --_shadow: 0 1px 2px light-dark(#1f23281a, #0006), 0 8px 24px light-dark(#1f232826, #0008);

    color-scheme: light dark;
    display: block;
    min-width: 0;
  }

  /* Takes nothing from the page's texts, such as capitals or wide letters, but whether it is there. */
  .whole {
    all: initial;
    color: var(--_color);
    color-scheme: inherit;
    display: contents;
    font: var(--custom-actions-font, 500 14px/20px system-ui, sans-serif);
    pointer-events: inherit;
    visibility: inherit;
  }

  :host([hidden]) {
    display: none;
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  .icon,
  .toast-icon {
    flex: none;
    height: 16px;
    width: 16px;
  }

  /* Read by screen readers, or needed for a moment; never seen. */
  .spoken,
  .scratch {
    clip-path: inset(50%);
    height: 1px;
    margin: -1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
    width: 1px;
  }

  .state {
    align-items: center;
    color: var(--_quiet);
    display: flex;
    gap: var(--_gap);
    min-height: var(--_height);
    min-width: 0;
  }

  .failure .icon {
    color: var(--_error);
  }

  .failure .message {
    min-width: 0;
    overflow-wrap: anywhere;
  }

  .placeholder {
    animation: pulse 1.4s ease-in-out infinite alternate;
    background: var(--_border);
    border-radius: var(--_radius);
    height: var(--_height);
    max-width: 112px;
    width: 30%;
  }

  @keyframes pulse {
    from {
      opacity: 0.35;
    }
    to {
      opacity: 0.8;
    }
  }
`;

export const styles = [host, buttonStyles, menuStyles, promptStyles, toastStyles];
