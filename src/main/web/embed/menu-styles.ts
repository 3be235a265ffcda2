import { css } from 'lit';

/** The menu of the actions that the toolbar has no room for. */
export const menuStyles = css`
  .menu {
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 4px);
    box-shadow: var(--_shadow);
    color: inherit;
    inset: auto;
    margin: 0;
    max-width: min(320px, calc(100vw - 8px));
    min-width: 180px;
    overflow-y: auto;
    padding: 4px;
    position: fixed;
  }

  .menu:popover-open {
    display: flex;
    flex-direction: column;
  }

  .item {
    border-color: transparent;
    max-width: none;
    text-align: start;
  }

  .item:focus-visible {
    outline-offset: -2px;
  }

  .item:focus {
    background: var(--_hover);
  }
`;
